"""The report wizard, decided without Qt: who it is for, what is in it, what to look at, and where it goes.

Rules:
- Every step can be reached at any time; nothing is blocked but saving while there is nothing to save it as.
- What is shown beside the steps is made from the same choices as what will be saved.
- The draft lives until it is saved, put away or the case changes: one may go to an exhibit, cover something and return.
- While it is being saved nothing can be changed; stopping leaves no half file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import msgspec

from app.actions.open_case import OpenCase
from app.actions.preview_dossier import PreviewedDossier
from app.casework import CaseState
from app.clock import DANISH_TIME
from app.dossier import Choices, Policy
from app.messages import explain
from app.ui.context import UiContext
from app.ui.report import choosing, saving, words
from app.ui.report.model import (
    Buttons,
    Check,
    Draft,
    Line,
    Names,
    Option,
    Saved,
    Step,
    Target,
    Uncovered,
    choices_of,
)
from app.ui.report.previewing import Pane, Pause, Previewer
from app.ui.report.stopping import StoppedError, Stopper


class Page(Protocol):
    """What the presenter asks of the view."""

    @property
    def pane(self) -> Pane:
        """Where the pages are shown."""
        ...

    def show_step(self, step: Step, title: str, lead: str) -> None:
        """Bring a step to the front."""
        ...

    def show_buttons(self, buttons: Buttons) -> None:
        """The row below."""
        ...

    def show_facts(self, text: str) -> None:
        """How long and how large it will be; "" while nobody knows."""
        ...

    def show_options(self, options: tuple[Option, ...], chosen: str) -> None:
        """The recipients."""
        ...

    def show_exhibits(self, lines: tuple[Line, ...]) -> None:
        """The exhibits."""
        ...

    def show_requests(self, lines: tuple[Line, ...]) -> None:
        """What can be asked for."""
        ...

    def show_texts(self, draft: Draft, case_title: str) -> None:
        """The person's own words."""
        ...

    def show_uncovered(self, uncovered: Uncovered) -> None:
        """What has no covered places."""
        ...

    def show_check(self, check: Check) -> None:
        """What to read before it is saved."""
        ...

    def show_target(self, target: Target, names: Names, complaint: str) -> None:
        """Where it will be saved, and as what."""
        ...

    def show_saving(self, sentence: str) -> None:
        """It is being saved; "" when it is not any more."""
        ...

    def tell_part(self, done: int, of: int) -> None:
        """How far it is. Called from any thread."""
        ...

    def show_saved(self, saved: Saved | None) -> None:
        """It is saved; None before it is."""
        ...

    def show_notice(self, sentence: str) -> None:
        """A line in the step of saving."""
        ...

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the computer's own way."""
        ...

    def copy(self, text: str) -> None:
        """Put words on the clipboard."""
        ...


class ReportPresenter:
    """One report at a time.

    Attributes:
        step: the one in front.
        draft: what is chosen; None while no report is begun.
        target: where it will be saved.
    """

    def __init__(self, context: UiContext, page: Page, pause: Pause, documents: Path) -> None:
        self._context = context
        self._page = page
        self._previewer = Previewer(
            context, page.pane, pause, self._when_built, lambda: self._page.show_facts("")
        )
        self._policies: tuple[Policy, ...] = ()
        self._case: OpenCase | None = None
        # What the lines were made from: the session speaks after every job, also after our own.
        self._shown_state: object = None
        self._active = False
        self._saving: Stopper | None = None
        self._saved: Saved | None = None
        self.step = Step.RECIPIENT
        self.draft: Draft | None = None
        self.target = Target(documents)
        context.session.subscribe(self._session_changed)

    # -- coming and going ------------------------------------------------------------------------

    def start(self, recipient: str = "") -> None:
        """Begin, or go on where it was left."""
        case = self._context.session.case
        if case is None or self._saving is not None:
            return
        self._active = True
        self._policies = choosing.read_policies(self._context.resources / "recipients")
        known = {policy.recipient for policy in self._policies}
        if self.draft is None or self._saved is not None or not self._same_case(case):
            self._begin(case, self._policies[0].recipient)
        if self.draft is not None and recipient in known and recipient != self.draft.recipient:
            self.step = Step.RECIPIENT
            self._switch(recipient)
        self._show_all()

    def leave(self) -> None:
        """Keep the choices, and nothing of what was shown. What is being saved goes on."""
        self._active = False
        self._previewer.let_go()

    def put_away(self) -> None:
        """Give the report up, or leave one that is saved."""
        if self._saving is not None:
            return
        self.draft = None
        self.leave()
        self._context.navigator.show_timeline()

    # -- steps -----------------------------------------------------------------------------------

    def go_to(self, step: Step) -> None:
        """Bring a step to the front."""
        if self._saving is None and self._saved is None and self.draft is not None:
            self.step = step
            if step is Step.SAVE:
                self._show_target()
            self._show_step()

    def go_on(self) -> None:
        """The primary button."""
        if self._saved is not None:
            self.put_away()
        elif self.step.next is not None:
            self.go_to(self.step.next)
        else:
            self.save()

    def go_back(self) -> None:
        """The step before."""
        if self.step.before is not None:
            self.go_to(self.step.before)

    # -- choices ---------------------------------------------------------------------------------

    def choose_recipient(self, recipient: str) -> None:
        """Make it for somebody else: their exhibits and requests, the same own words."""
        if self.draft is not None and recipient != self.draft.recipient:
            self._switch(recipient)
            self._show_choices()
            self._ask()

    def include_exhibit(self, number: int, *, included: bool) -> None:
        """Take an exhibit along, or not."""
        if self.draft is None or not choosing.can_be_chosen(self._state, number):
            return
        default = choosing.included(self._state, self._policy)
        before = default if self.draft.exhibits is None else self.draft.exhibits
        now = before | {number} if included else before - {number}
        self._change(exhibits=None if now == default else now)
        self._page.show_exhibits(self._exhibit_lines())

    def ask_for(self, request: str, *, wanted: bool) -> None:
        """Ask the recipient for something, or not."""
        if self.draft is None:
            return
        default = frozenset(each.id for each in self._policy.requests if each.chosen)
        before = default if self.draft.requests is None else self.draft.requests
        now = before | {request} if wanted else before - {request}
        self._change(requests=None if now == default else now)
        self._page.show_requests(self._request_lines())

    def write(self, *, own_requests: str, summary: str, title: str) -> None:
        """The person's own words."""
        self._change(own_requests=own_requests, summary=summary, title=title)

    def open_exhibit(self, number: int) -> None:
        """Go and cover something; the report waits."""
        self._context.navigator.open_exhibit(number)

    def want_page(self, index: int, width_px: int) -> None:
        """The pane wants a page."""
        self._previewer.want_page(index, width_px)

    # -- saving ----------------------------------------------------------------------------------

    def aim(self, target: Target) -> None:
        """Save it there."""
        self.target = target
        self._show_target()
        self._show_buttons()

    def save(self) -> None:
        """Make it, seal it, write it."""
        if self.draft is None or self._case is None or self._saving is not None:
            return
        self._show_target()
        if self._complaint():
            return
        self._previewer.stop()
        self._page.show_notice("")
        stopper = self._saving = Stopper()
        names = self._names()
        wish = saving.Wish(
            case=self._case,
            recipient=self.draft.recipient,
            choices=self._choices(self.draft),
            language=self._context.language,
            resources=self._context.resources,
            pdf=self.target.folder / names.pdf if self.target.pdf else None,
            package=self.target.folder / names.package if self.target.package else None,
        )
        self._page.show_saving(self._text("The report is being saved …"))
        self._show_buttons()

        def tell(done: int, of: int) -> None:
            stopper.look()
            self._page.tell_part(done, of)

        self._context.lanes.store(lambda: saving.make(wish, tell), self._when_made, self._not_made)

    def stop_saving(self) -> None:
        """Leave no file. What is whole before it can be stopped is told as saved."""
        if self._saving is not None:
            self._saving.stop()
            self._page.show_saving(self._text("Stopping …"))

    def open_folder(self) -> None:
        """Show where the files lie."""
        if self._saved is not None:
            self._page.open_folder(self._saved.files[0].parent)

    def copy_receipt(self) -> None:
        """Put the receipt code on the clipboard."""
        if self._saved is not None:
            self._page.copy(self._saved.receipt)
            self._page.show_notice(self._text("The receipt code is copied."))

    def note_handed_over(self) -> None:
        """Write down who got it."""
        self._context.navigator.record_message()

    # -- inside ----------------------------------------------------------------------------------

    def _begin(self, case: OpenCase, recipient: str) -> None:
        self._case = case
        self._saved = None
        self.step = Step.RECIPIENT
        self.draft = Draft(recipient)
        self._page.show_saved(None)
        self._page.show_saving("")
        self._page.show_notice("")

    def _same_case(self, case: OpenCase) -> bool:
        return self._case is not None and self._case.chains == case.chains

    def _switch(self, recipient: str) -> None:
        if self.draft is not None:
            self.draft = msgspec.structs.replace(
                self.draft, recipient=recipient, exhibits=None, requests=None
            )

    def _change(self, **changes: object) -> None:
        if self.draft is None:
            return
        now = msgspec.structs.replace(self.draft, **changes)
        if now != self.draft:
            self.draft = now
            self._ask()

    def _session_changed(self) -> None:
        if not self._active or self.draft is None or self._saving is not None or self._saved:
            return
        case = self._context.session.case
        if case is None:
            self.draft = None
            self.leave()
        elif not self._same_case(case):
            self._begin(case, self.draft.recipient)
            self._show_all()
        elif self._state is not self._shown_state:
            self._show_choices()
            self._ask()

    def _show_all(self) -> None:
        self._show_step()
        self._show_choices()
        self._show_target()
        if self._saved is None:
            self._ask()

    def _show_step(self) -> None:
        title, lead = words.TITLES[self.step], words.LEADS[self.step]
        self._page.show_step(self.step, self._text(title), self._text(lead))
        self._show_buttons()

    def _show_buttons(self) -> None:
        idle = self._saving is None
        if self._saved is not None:
            self._page.show_buttons(
                Buttons(self._text("Done"), can_go_on=True, can_go_back=False, can_cancel=False)
            )
            return
        ready = self.step is not Step.SAVE or not self._complaint()
        self._page.show_buttons(
            Buttons(
                self._text(words.NEXT[self.step]),
                can_go_on=idle and ready,
                can_go_back=idle and self.step.before is not None,
                can_cancel=idle,
            )
        )

    def _show_choices(self) -> None:
        if self.draft is None:
            return
        self._shown_state = self._state
        language = self._context.language
        self._page.show_options(
            choosing.options(self._policies, self._state, language), self.draft.recipient
        )
        self._page.show_exhibits(self._exhibit_lines())
        self._page.show_requests(self._request_lines())
        self._page.show_texts(self.draft, self._state.title)

    def _show_target(self) -> None:
        if self.draft is not None:
            self._page.show_target(self.target, self._names(), self._complaint())

    def _ask(self) -> None:
        if self._active and self.draft is not None and self._case is not None:
            self._previewer.ask(self._case, self.draft.recipient, self._choices(self.draft))

    def _when_built(self, previewed: PreviewedDossier) -> None:
        dossier = previewed.dossier
        language = self._context.language
        self._page.show_facts(words.facts(previewed.pages, len(previewed.pdf), language))
        self._page.show_uncovered(choosing.uncovered(dossier, self._state, language))
        self._page.show_check(choosing.check(dossier))

    def _when_made(self, made: saving.Made) -> None:
        self._saving = None
        code = f"{made.receipt.code}/{made.receipt.head.seq}"
        self._saved = Saved(made.files, code)
        self._page.show_saving("")
        self._page.show_saved(self._saved)
        if made.fault is not None:
            message = explain(made.fault, self._context.language)
            self._context.navigator.show_error(message)
        self._show_buttons()

    def _not_made(self, error: BaseException) -> None:
        self._saving = None
        self._page.show_saving("")
        if isinstance(error, StoppedError):
            self._page.show_notice(self._text("Stopped. No file was saved."))
        else:
            sentence = explain(error, self._context.language).sentence
            self._page.show_notice(sentence)
        self._show_target()
        self._show_buttons()
        if self._active:
            self._show_choices()
            self._ask()

    def _names(self) -> Names:
        day = self._context.clock.now().utc.astimezone(DANISH_TIME).date().isoformat()
        language = self._context.language
        recipient = self._policy.name.of(language.code)
        return saving.names(self._state.title, recipient, day, self.target.folder, language)

    def _complaint(self) -> str:
        if not (self.target.pdf or self.target.package):
            return self._text("Choose what to save: the report, the package or both.")
        if not self.target.folder.is_dir():
            return self._text("There is no such folder. Choose another one.")
        return ""

    def _exhibit_lines(self) -> tuple[Line, ...]:
        if self.draft is None:
            return ()
        language = self._context.language
        return choosing.exhibit_lines(self._state, self._policy, self.draft, language)

    def _request_lines(self) -> tuple[Line, ...]:
        if self.draft is None:
            return ()
        return choosing.request_lines(self._policy, self.draft, self._context.language)

    def _choices(self, draft: Draft) -> Choices:
        return choices_of(draft, tuple(each.id for each in self._policy.requests))

    def _text(self, message: str, **values: object) -> str:
        return self._context.language.text(message, **values)

    @property
    def _policy(self) -> Policy:
        wanted = self.draft.recipient if self.draft is not None else ""
        return next(
            (each for each in self._policies if each.recipient == wanted), self._policies[0]
        )

    @property
    def _state(self) -> CaseState:
        return self._context.session.state
