"""What a form does, decided without Qt.

Rules:
- Nothing must be filled in. A time that is not understood is said at its field; all that was typed stays.
- What is typed is kept as a draft in the vault, half a second after the last key and whenever the form is left.
- Saving seals one entry, and the draft goes in the same transaction. Where nothing was said, that is told.
- A form that is opened again shows its draft.
- The form belongs to the case that was open when it was opened. When the vault is closed, it forgets everything.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.actions.open_case import OpenCase
from app.casework import Platform, read_platforms
from app.casework.kinds.dossier import DOSSIER
from app.clock import stamp
from app.messages import explain
from app.ui.acts import Toast, ToastState
from app.ui.context import UiContext
from app.ui.forms.drafts import changed, read_draft, read_for_quote, write_draft
from app.ui.forms.form import Form
from app.ui.forms.hints import WHEN, hint_of
from app.ui.forms.model import Values
from app.ui.forms.pictures import FormPictures
from app.ui.forms.quote_reading import QUOTE, QuoteReading
from app.ui.forms.same_post import SamePost
from app.ui.forms.view_protocol import FormView
from app.ui.links import is_link
from app.ui.routes import Write
from evidence_store import EntryId


class FormPresenter:
    """One form at a time.

    Attributes:
        form: the open one, None while there is none.
        values: what stands in its fields.
    """

    def __init__(self, context: UiContext, page: FormView) -> None:
        self.form: Form | None = None
        self.values: dict[str, str] = {}
        self._context = context
        self._page = page
        self._case: OpenCase | None = None
        self._touched: set[str] = set()
        self._kept = b""
        self._saving = False
        self._wrong: set[str] = set()
        self._same_post: SamePost | None = None
        self._answered = False
        self._cautioned = ""
        self._platforms: tuple[Platform, ...] | None = None
        self._pictures = FormPictures(context, page)
        self._reading = QuoteReading(
            context, lambda words, running: page.show_reading(words, running=running)
        )
        context.session.subscribe(self._session_changed)

    # -- opening -----------------------------------------------------------------------------------

    def accepts(self, route: Write) -> bool:
        """Return whether the form can be opened; says why where it cannot."""
        session, text = self._context.session, self._context.language.text
        if session.case is None:
            self._context.acts.toast(Toast(text("Open your vault first")))
            return False
        if route.kind == "handed_over" and not session.state.of(DOSSIER):
            self._context.acts.toast(Toast(text("Make a report first")))
            return False
        return True

    def open(self, route: Write) -> None:
        """Show the form that the route names, in place of the one that was open."""
        case = self._context.session.case
        if case is None:
            return
        self.flush()
        form = Form(case, self._context.language, self._known_platforms(), route)
        self._forget()
        self.form, self._case = form, case
        self.values = dict(form.first)
        notice = form.sheet.notice
        if form.corrects:
            notice = self._context.language.text(
                "You correct something that is sealed. What stood before stays readable."
            )
        self._page.show_form(form.sheet, form.first, notice, form.begins_in(route))
        self._pictures.show(form.exhibits(self.values))
        self._page.offer_reading(offered=QUOTE in self.values)
        self._offer_same_post()
        self._context.lanes.store(
            lambda: case.vault.draft(form.key), lambda body: self._restore(form, body, route.link)
        )

    def _restore(self, form: Form, body: bytes | None, link: str) -> None:
        if form is not self.form or self._case is None:
            return
        typed = read_draft(form, body)
        if typed:
            self._reading.taken = read_for_quote(body)
            self._put_back(typed, body or b"")
        elif body is not None:
            self._drop(form.key)
        if link and self.values.get("url") == "":
            self.take_link(link)
        elif link and self.values.get("url") != link:
            # Another one stands there: which of them it is, the person says.
            self._page.offer_link(link)

    def _put_back(self, typed: Values, body: bytes) -> None:
        for key, value in typed.items():
            if key not in self._touched:
                self.values[key] = value
                self._page.set_value(key, value)
        if self.form is not None:
            for key, value in self.form.with_what_comes_along(self.values).items():
                if value != self.values[key]:
                    self.values[key] = value
                    self._page.set_value(key, value)
            self._pictures.show(self.form.exhibits(self.values))
        for key in typed:
            self._look_at(key)
        self._kept = body
        self._page.show_restored(shown=True)

    # -- while it is filled in ---------------------------------------------------------------------

    def change(self, key: str, value: str) -> None:
        """A field was changed."""
        form = self.form
        if form is None or self.values.get(key) == value:
            return
        self._touched.add(key)
        self.values[key] = value
        for other, text in form.follow(key, self.values).items():
            self.values[other] = text
            self._page.set_value(other, text)
            self._look_at(other)
        if key == "url":
            self._page.offer_link("")
            self._offer_same_post()
        self._pictures.show(form.exhibits(self.values))
        self._complain(key, "")
        self._look_at(key)
        self._page.wait_for_a_pause()

    def leave_field(self, key: str) -> None:
        """The focus left a field: now a time that is not understood may be said."""
        if self.form is not None:
            self._complain(key, self._complaint(key))

    def ask_picture(self, id: EntryId) -> None:
        """The person wants to see a picture that the form is about."""
        self._pictures.ask(id)

    def read_picture(self, id: EntryId) -> None:
        """The person wants the text of a picture in the quote, or does not want it any more."""
        form = self.form
        if form is not None:
            self._reading.read(form.exhibits(self.values), id, partial(self._put_words, form))

    def _put_words(self, form: Form, words: str) -> bool:
        """Put what was read behind what stands in the quote, where the form is still this one."""
        if form is not self.form:
            return False
        stood = self.values[QUOTE].rstrip()
        whole = f"{stood}\n\n{words}" if stood else words
        self._page.set_value(QUOTE, whole)
        self.change(QUOTE, whole)
        return True

    def take_same_post(self) -> None:
        """The picture belongs to the post that was offered: correct that one, with the picture beside the others."""
        form, same = self.form, self._same_post
        if form is not None and same is not None and form.about is not None:
            route = Write("incident", about=form.about, corrects=same.incident)
            self._context.navigator.go(route)

    def decline_same_post(self) -> None:
        """It is a post of its own."""
        self._answered = True
        self._offer_same_post()

    def _offer_same_post(self) -> None:
        form = self.form
        self._same_post = None
        if form is not None and not self._answered:
            self._same_post = form.same_post(self.values, self._context.clock.now().utc)
        self._page.offer_same_post(self._same_post.yes if self._same_post is not None else "")

    def copied(self, text: str) -> None:
        """What lies on the clipboard: a link is offered where none is written yet."""
        if self.form is None or self.values.get("url") != "":
            return
        link = text.strip()
        self._page.offer_link(link if is_link(link) else "")

    def take_link(self, link: str) -> None:
        """The offered link is the one."""
        self._page.set_value("url", link)
        self.change("url", link)

    def start_over(self) -> None:
        """Drop the draft and show what stood before it."""
        form = self.form
        if form is None:
            return
        self._page.stop_waiting()
        for key, value in form.first.items():
            self.values[key] = value
            self._page.set_value(key, value)
            self._complain(key, "")
            self._page.hint(key, "")
        self._touched.clear()
        self._reading.stop()
        self._page.show_restored(shown=False)
        self._page.show_status("")
        self._drop(form.key)

    def keep_draft(self) -> None:
        """Keep what is typed; nothing happens where nothing is new."""
        form, case = self.form, self._case
        if form is None or case is None or self._saving:
            return
        self._page.stop_waiting()
        now = self._context.clock.now().utc
        body = write_draft(form, self.values, now, self._reading.taken)
        if body == self._kept:
            return
        if not body:
            self._drop(form.key)
            self._page.show_status("")
            return
        self._kept = body
        at = stamp(now)
        self._context.lanes.store(
            lambda: case.vault.save_draft(form.key, body, at),
            lambda _: self._draft_kept(form),
            lambda error: self._draft_lost(form, error),
        )

    def flush(self) -> None:
        """Keep what is typed now: before the window closes, the vault is closed, or another form is opened."""
        self.keep_draft()

    # -- leaving -----------------------------------------------------------------------------------

    def leave(self) -> None:
        """Close the form; what was typed is there again next time."""
        if self._saving:
            return
        self.keep_draft()
        kept = self.form is not None and bool(changed(self.values, self.form.before))
        self._close()
        if kept:
            text = self._context.language.text
            self._context.acts.toast(
                Toast(text("Your draft is kept"), text("It is there when you open the form again."))
            )

    def save(self) -> None:
        """Seal what was said; first a look at the times."""
        form, case = self.form, self._case
        if form is None or case is None or self._saving:
            return
        wrong = [field.key for field in form.sheet.fields if self._complaint(field.key)]
        for key in wrong:
            self._complain(key, self._complaint(key))
        if wrong:
            self._page.go_to(wrong[0])
            return
        if not form.whole and not changed(self.values, form.before):
            self._page.stop_waiting()
            self._drop(form.key)
            if form.corrects:
                self._close()
            else:
                self._page.show_problem(
                    self._context.language.text("You have written nothing yet. Nothing was saved.")
                )
            return
        values = {key: value.strip() for key, value in self.values.items()}
        caution = form.caution(values)
        if caution and caution != self._cautioned:
            self._cautioned = caution
            self._page.show_problem(caution)
            return
        self._saving, read = True, self._reading.taken
        self._page.stop_waiting()
        self._page.show_problem("")
        self._page.show_saving(saving=True)
        self._context.lanes.store(
            lambda: form.seal(case, values, read), lambda _: self._sealed(form), self._not_sealed
        )

    def _sealed(self, form: Form) -> None:
        self._saving = False
        self._page.show_saving(saving=False)
        if form is self.form:
            self._close()
        self._context.acts.toast(Toast(form.done, state=ToastState.SAVED))

    def _not_sealed(self, error: BaseException) -> None:
        self._saving = False
        self._page.show_saving(saving=False)
        self._page.show_problem(explain(error, self._context.language).sentence)
        self._kept = b""
        self.keep_draft()

    # -- help --------------------------------------------------------------------------------------

    def _complain(self, key: str, words: str) -> None:
        """Say at a field what is the matter, and at the foot how many fields there are of that."""
        self._page.complain(key, words)
        (self._wrong.add if words else self._wrong.discard)(key)
        many = len(self._wrong)
        said = self._context.language.plural(
            "{count} field must be mended", "{count} fields must be mended", many
        )
        self._page.show_errors(said if many else "")

    def _complaint(self, key: str) -> str:
        form = self.form
        return form.complaint(key, self.values, self._context.clock.now().utc) if form else ""

    def _look_at(self, key: str) -> None:
        """Say below a field what is good to know of it."""
        form = self.form
        fields = form.sheet.fields if form is not None else ()
        field = next((each for each in fields if each.key == key), None)
        if form is None or field is None:
            return
        now = self._context.clock.now().utc
        # One time says something of another.
        times = [each for each in fields if each.kind in WHEN and field.kind in WHEN]
        for each in times or [field]:
            hint = hint_of(each, form, self.values, now, self._context.language)
            read = self._reading.hint(each.key, self.values[each.key])
            self._page.hint(each.key, "\n".join(filter(None, (hint, read))))

    def _drop(self, key: str) -> None:
        case = self._case
        self._kept = b""
        if case is not None:
            self._context.lanes.store(lambda: case.vault.drop_draft(key), lambda _: None)

    def _draft_kept(self, form: Form) -> None:
        if form is self.form:
            self._page.show_status(self._context.language.text("Draft kept"))

    def _draft_lost(self, form: Form, error: BaseException) -> None:
        if form is self.form:
            self._kept = b""
            self._page.show_status(self._context.language.text("The draft could not be kept"))
            self._page.show_problem(explain(error, self._context.language).sentence)

    def _close(self) -> None:
        self._forget()
        self._page.close_form()
        self._context.navigator.back()

    def _forget(self) -> None:
        self._page.stop_waiting()
        self.form, self._case = None, None
        self.values = {}
        self._touched.clear()
        self._wrong.clear()
        self._answered = False
        self._cautioned = ""
        self._kept = b""
        self._saving = False
        self._reading.stop()
        self._pictures.show(())

    def _session_changed(self) -> None:
        # The window goes to the page of a closed vault by itself: who goes back here would lead away from it.
        if self.form is not None and self._context.session.vault is None and not self._saving:
            self._forget()
            self._page.close_form()

    def _known_platforms(self) -> tuple[Platform, ...]:
        if self._platforms is None:
            file: Path = self._context.resources / "platforms.toml"
            self._platforms = read_platforms(file.read_bytes())
        return self._platforms
