"""The first run, the first post, and the next steps on top of the timeline."""

from __future__ import annotations

from app.actions.cases import rename_case
from app.elsewhere import Restored
from app.messages import restored_lines
from app.ui import routes
from app.ui.contacts.view import ContactsPage
from app.ui.first_run.view import FirstRunPage
from app.ui.forms.view import FormsPage
from app.ui.lanes import GiveWay
from app.ui.next_step.view import NextStepPage
from app.ui.restoring.view import RestorePage
from app.ui.timeline.view import TimelinePage
from tools.screenshots.camera import until
from tools.screenshots.tour import LINK, LONG_NOTE, Tour

LONG_TITLE = "Arbejdsmiljørepræsentantens socialforvaltningskontaktoplysninger 2026"
_EMPTY: dict[str, routes.Route] = {
    "incidents": routes.Incidents(),
    "deadlines": routes.Deadlines(),
    "requests": routes.Answers(),
    "look-over": routes.LookOver(),
    "pattern": routes.Pattern(),
    "watching": routes.Watching(),
    "letters": routes.Letters("manager"),
    "report": routes.Report("manager"),
}


class Paper:
    """A printer that keeps what it is given."""

    pdf = b""

    def print_pdf(self, pdf: bytes, _give_way: GiveWay) -> int:
        """Take the one page."""
        self.pdf = pdf
        return 1


class Beginning(Tour):
    """Begins with nothing, and keeps a first post."""

    def walk(self) -> int:
        """Take the pictures; answers the next one's number."""
        self._cards()
        self.shoot("timeline-empty")
        self._empty_pages()
        self._first_capture()
        self._next_steps()
        self._same_post()
        self._long_words()
        self.close()
        return self.camera.number

    def _cards(self) -> None:
        page = self.page(FirstRunPage)
        self.shoot("first-run-what")
        self._restoring()
        page.next.click()
        self.shoot("first-run-where")
        page.next.click()
        self.shoot("first-run-passphrase")
        page.next.click()
        page.passphrase.way.choose("own")
        self.shoot("first-run-own-words")
        page.passphrase.way.choose("made")
        page.passphrase.written.click()
        page.next.click()
        until(page.ready.isVisible, "the vault is made")
        self.shoot("first-run-ready")
        self._sheet(page)
        page.next.click()
        self.page(NextStepPage)
        self.shoot("next-nothing-saved")
        self.ways.go(routes.Timeline())
        self.page(TimelinePage)

    def _restoring(self) -> None:
        """What is asked before a vault is made of a copy, refused, and what is said where something is lacking."""
        self.ways.go(routes.RestoreCopy())
        page = self.page(RestorePage)
        page.presenter.choose_folder(self.desk.documents)
        self.shoot("restore")
        page.first.line.setText("fire ord er nok")
        page.again.line.setText("fire ord er nok")
        page.key.line.setText("AGE-SECRET-KEY-1")
        page.go.click()
        self.shoot("restore-refused")
        made = Restored("", 212, 214, "2026-11-30T08:00:00.000Z", 37, ("1c320c3f11ab.age",), 1, 2)
        lines = restored_lines(made, page.presenter.target, self.desk.language)
        page.show_made((self.desk.language.text("Something is lacking in the copy."), *lines))
        self.shoot("restore-lacking")
        page.presenter.leave()
        self.page(FirstRunPage)

    def _sheet(self, page: FirstRunPage) -> None:
        """The sheet as it comes out of the printer, and what is said then."""
        paper = Paper()
        page.presenter.print_sheet(paper)
        until(lambda: paper.pdf, "the sheet is printed")
        self.shoot("first-run-printed")
        self.camera.keep_page("first-run-sheet", paper.pdf)

    def _empty_pages(self) -> None:
        """What each page says before there is anything."""
        for name, route in _EMPTY.items():
            self.ways.go(route)
            self.shoot(f"empty-{name}", ends=False)
        self.ways.go(routes.Timeline())
        self.page(TimelinePage)

    def _first_capture(self) -> None:
        overlay = self.hold_selection()
        self.camera.shoot_alone("capture-selecting", overlay)
        self.let_go(overlay)
        self.shoot("capture-toast", ends=False)
        self.built.window.toasts.clear()

    def _next_steps(self) -> None:
        self.shoot("timeline-link")
        self.ways.go(routes.Write("incident", about=self.original()))
        forms = self.page(FormsPage)
        self.write("url", LINK)
        forms.save_button.click()
        self.page(TimelinePage)
        self.built.window.toasts.clear()
        self.shoot("timeline-tell")
        self.ways.go(routes.Contacts())
        self.page(ContactsPage)
        self.shoot("contacts-none")
        self.ways.go(routes.Timeline())
        self.ways.go(routes.Write("notification"))
        forms = self.page(FormsPage)
        self.write("name", "Anne Eks")
        forms.save_button.click()
        self.page(TimelinePage)
        self.shoot("timeline-report")

    def _same_post(self) -> None:
        """A second picture, minutes after the first: the form asks whether it belongs to the post written of."""
        self.let_go(self.hold_selection())
        self.built.window.toasts.clear()
        second = self.built.session.state.exhibits[-1].original
        self.ways.go(routes.Write("incident", about=second))
        forms = self.page(FormsPage)
        until(forms.same_post.isVisible, "the post that is there is offered")
        self.shoot("form-same-post", ends=False)
        forms.presenter.leave()
        self.page(TimelinePage)

    def _long_words(self) -> None:
        session = self.built.session

        def rename() -> None:
            if session.case is not None:
                rename_case(session.case, LONG_TITLE, "")

        self.built.tasks.store(rename, lambda _none: None)
        self.ways.go(routes.Write("note"))
        forms = self.page(FormsPage)
        self.write("text", LONG_NOTE)
        forms.save_button.click()
        self.page(TimelinePage)
        self.shoot("timeline-long-words")
