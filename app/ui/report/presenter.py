"""The report wizard, decided without Qt: who it is for, what is in it, what to look at, and where it goes.

Rules:
- Every step can be reached at any time; nothing is blocked but saving while there is nothing to save it as.
- What is shown beside the steps is made from the same choices as what will be saved.
- The draft lives until it is saved, put away or the case changes: one may go to an exhibit, cover something and return.
- While it is being saved nothing can be changed.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.actions.make_dossier import DossierOrder
from app.actions.open_case import OpenCase
from app.actions.preview_dossier import PreviewedDossier
from app.casework import CaseState
from app.dossier import Choices, Policy, Section, exhibit_place
from app.ui import routes
from app.ui.acts import Toast
from app.ui.context import UiContext
from app.ui.report import choosing, single_choices
from app.ui.report.authoring import Authoring
from app.ui.report.finishing import Finish, ReportOrder, SavingState
from app.ui.report.looking_through import LookingThrough
from app.ui.report.model import (
    LEADS,
    NEXT,
    TITLES,
    Buttons,
    ChoiceLine,
    ReportDraft,
    ReportStep,
    pages_and_size,
)
from app.ui.report.previewing import Pause, Previewer
from app.ui.report.private_copying import PrivateCopying
from app.ui.report.sharing import Sharing, shares_of
from app.ui.report.singles import ChoiceBasis, Singles
from app.ui.report.small_pictures import ReportPictures
from app.ui.report.view_protocol import ReportView


class ReportPresenter:
    """One report at a time.

    Attributes:
        step: the one in front.
        draft: what is chosen; None while no report is begun.
        singles: notes and files, chosen one by one.
        sharing: what is shared by consent, chosen one by one.
        through: what is looked at before it is sent.
        author: whose report it is.
        finish: what becomes of it in the last step.
        private: what is only for the person, beside their own copy.
    """

    def __init__(self, context: UiContext, page: ReportView, pause: Pause, documents: Path) -> None:
        self._context = context
        self._page = page
        self._previewer = Previewer(
            context, page.pane, pause, self._when_built, lambda: self._page.show_facts("")
        )
        self._small = ReportPictures(context.lanes, page.show_small)
        self._policies: tuple[Policy, ...] = ()
        self._case: OpenCase | None = None
        # What the lines were made from: the session speaks after every job, also after our own.
        self._shown_state: object = None
        self._active = False
        self.step = ReportStep.RECIPIENT
        self.draft: ReportDraft | None = None
        self.singles = Singles(context, page, self._chosen, self._change)
        self.sharing = Sharing(context, page, self._chosen, self._change, self._previewer.lead_to)
        self.through = LookingThrough(
            context, page, self._chosen, self._change, lambda: self.go_to(ReportStep.CONTENT)
        )
        self.author = Authoring(context, page)
        self.finish = Finish(context, page, documents, self._order, self._finish_changed)
        self.private = PrivateCopying(
            context, page, self._chosen, lambda: self.finish.target.folder
        )
        context.session.subscribe(self._session_changed)

    # -- coming and going ------------------------------------------------------------------------

    def start(self, recipient: str = "") -> None:
        """Begin, or go on where it was left."""
        case = self._context.session.case
        if case is None:
            return
        self._active = True
        if self.finish.stage is SavingState.SAVING:
            return
        self._policies = choosing.read_policies(
            self._context.resources, self._context.settings.packs
        )
        known = {policy.recipient for policy in self._policies}
        other = self.draft is None or (recipient in known and recipient != self.draft.recipient)
        if self.draft is None or not self._same_case(case):
            self._begin(case, recipient if recipient in known else self._policies[0].recipient)
        elif other and self.finish.stage is SavingState.SAVED:
            self._begin(case, recipient)
        elif other:
            self.step = ReportStep.RECIPIENT
            self._switch(recipient)
        self._show_all()

    def leave(self) -> None:
        """Keep the choices, and nothing of what was shown. What is being saved goes on."""
        if self._active and self.finish.stage is SavingState.SAVED:
            self.draft = None  # it was told; the next report is another one
        self._active = False
        self._small.forget()
        self._previewer.release()

    def put_away(self) -> None:
        """Give the report up, or leave one that is saved."""
        if self.finish.stage is SavingState.SAVING:
            return
        self.draft = None
        self.leave()
        self._context.navigator.go(routes.Timeline())

    # -- steps -----------------------------------------------------------------------------------

    def go_to(self, step: ReportStep) -> None:
        """Bring a step to the front."""
        if self.draft is not None and self.finish.stage is SavingState.ASKING:
            self.step = step
            self.author.keep()
            if step is ReportStep.SAVE:
                self.finish.show()
                self.private.show()
            self._show_step()
            self._lead()

    def go_on(self) -> None:
        """Go to the next step; save in the last one."""
        if self.finish.stage is SavingState.SAVED:
            self.put_away()
        elif self.step.next is not None:
            self.go_to(self.step.next)
        elif self._order() is not None and self.finish.ready:
            self._previewer.stop()
            self.finish.save()

    def go_back(self) -> None:
        """Go to the step before."""
        if self.step.before is not None:
            self.go_to(self.step.before)

    def print(self) -> None:
        """Print the report that is shown, sealed like one that is saved."""
        self.finish.print(self._previewer.pages)

    # -- choices ---------------------------------------------------------------------------------

    def choose_recipient(self, recipient: str) -> None:
        """Make it for somebody else: their exhibits and what can be asked of them, the same own words."""
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
        self._previewer.lead_to(exhibit_place(number) if included else Section.EXHIBIT_LIST)
        self.singles.show()

    def ask_for(self, ask: str, *, wanted: bool) -> None:
        """Ask the recipient for something, or not."""
        if self.draft is None:
            return
        default = choosing.default_asks(self._policy)
        before = default if self.draft.asks is None else self.draft.asks
        now = before | {ask} if wanted else before - {ask}
        self._change(asks=None if now == default else now)
        self._page.show_asks(self._ask_lines())
        self._previewer.lead_to(Section.ASKS)

    def move_exhibit(self, number: int, to: int) -> None:
        """Let an exhibit stand at another place of the report, from 0."""
        if self.draft is not None:
            order = choosing.ordered_exhibits(self._state, self.draft)
            self._change(exhibit_order=choosing.moved(order, number, to))
            self._page.show_exhibits(self._exhibit_lines())
            self._previewer.lead_to(exhibit_place(number))

    def move_ask(self, ask: str, to: int) -> None:
        """Let something that can be asked for stand at another place, from 0."""
        if self.draft is not None:
            order = choosing.ordered_asks(self._policy, self.draft)
            self._change(ask_order=choosing.moved(order, ask, to))
            self._page.show_asks(self._ask_lines())
            self._previewer.lead_to(Section.ASKS)

    def write(self, *, own_asks: str, summary: str, title: str) -> None:
        """Show the person's own words."""
        self._change(own_asks=own_asks, summary=summary, title=title)

    def open_exhibit(self, number: int) -> None:
        """Go and cover something; the report waits."""
        self._context.navigator.go(routes.Exhibit(number, cover=True))

    def look_at(self, number: int) -> None:
        """Show the page of an exhibit beside the steps; 0 for the list of what is left out."""
        places = (exhibit_place(number),) if number else ()
        self._previewer.lead_to(*places, Section.OMISSIONS)

    def want_page(self, index: int, width_px: int) -> None:
        """Draw a page for the pane."""
        self._previewer.want_page(index, width_px)

    # -- inside ----------------------------------------------------------------------------------

    def _begin(self, case: OpenCase, recipient: str) -> None:
        self._case = case
        self.step = ReportStep.RECIPIENT
        self.draft = ReportDraft(recipient)
        self.author.begin()
        self.through.begin()
        self.private.begin()
        self.finish.begin()

    def _same_case(self, case: OpenCase) -> bool:
        return self._case is not None and self._case.chains == case.chains

    def _switch(self, recipient: str) -> None:
        if self.draft is not None:
            self.draft = self.draft.for_another(recipient)

    def _change(self, **changes: object) -> None:
        if self.draft is None:
            return
        now = msgspec.structs.replace(self.draft, **changes)
        if now != self.draft:
            self.draft = now
            self._ask()

    def _session_changed(self) -> None:
        if not self._active or self.draft is None or self.finish.stage is not SavingState.ASKING:
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
        self.finish.show()
        if self.finish.stage is SavingState.ASKING:
            self._ask()

    def _show_step(self) -> None:
        title, lead = TITLES[self.step], LEADS[self.step]
        self._page.show_step(self.step, self._text(title), self._text(lead))
        self._show_buttons()

    def _show_buttons(self) -> None:
        idle = self.finish.stage is SavingState.ASKING
        if self.finish.stage is SavingState.SAVED:
            self._page.show_buttons(
                Buttons(
                    self._text("Done"),
                    can_go_on=True,
                    can_go_back=False,
                    can_cancel=False,
                    shows_print=True,
                    can_print=True,
                )
            )
            return
        ready = self.step is not ReportStep.SAVE or self.finish.ready
        self._page.show_buttons(
            Buttons(
                self._text(NEXT[self.step]),
                can_go_on=idle and ready,
                can_go_back=idle and self.step.before is not None,
                can_cancel=idle,
                shows_print=self.step is ReportStep.SAVE,
                can_print=idle,
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
        self.singles.show()
        self.sharing.show()
        self._page.show_asks(self._ask_lines())
        self._page.show_texts(self.draft, self._state.title)
        self.author.show()

    def _ask(self) -> None:
        order = self._order()
        if self._active and order is not None:
            self._previewer.ask(order.case, order.dossier)

    def _when_built(self, previewed: PreviewedDossier) -> None:
        language, size = self._context.language, len(previewed.pdf)
        self._page.show_facts(pages_and_size(previewed.pages, size, language) if size else "")
        self.through.show(previewed)
        self._small.want(self._case, previewed.dossier)

    def _lead(self) -> None:
        """Show the page that belongs to the step."""
        exhibits = tuple(exhibit_place(each.number) for each in self._state.exhibits)
        match self.step:
            case ReportStep.COVER:
                self._previewer.lead_to(*exhibits)
            case ReportStep.LOOK:
                self._previewer.lead_to(Section.OMISSIONS)
            case ReportStep.CONTENT:
                self._previewer.lead_to(Section.ASKS, *exhibits)
            case ReportStep.RECIPIENT | ReportStep.SAVE:
                self._page.pane.turn_to(0)

    def _finish_changed(self) -> None:
        self._show_buttons()
        self.private.show()
        saved = self.finish.saved
        if saved is not None and not self._active:
            where = str(saved.files[0]) if saved.files else ""
            self._context.acts.toast(Toast(self._text("The report is saved"), where))
        # Sealing it has changed the case, or tried to; what is shown is made anew unless it is done with.
        if self._active and self.finish.stage is SavingState.ASKING and not self._previewer.fresh:
            self._show_choices()
            self._ask()

    def _order(self) -> ReportOrder | None:
        if self.draft is None or self._case is None:
            return None
        policy, language, resources = self._policy, self._context.language, self._context.resources
        choices = self._choices(self.draft)
        shares = shares_of(self._state, policy, self.draft.shared)
        return ReportOrder(
            case=self._case,
            dossier=DossierOrder(
                policy.recipient, choices, language, resources, shares, self._context.settings.packs
            ),
            title=self._state.title,
            recipient=policy.name.of(language.code),
        )

    def _exhibit_lines(self) -> tuple[ChoiceLine, ...]:
        if self.draft is None:
            return ()
        language = self._context.language
        return choosing.exhibit_lines(self._state, self._policy, self.draft, language)

    def _ask_lines(self) -> tuple[ChoiceLine, ...]:
        if self.draft is None:
            return ()
        return choosing.ask_lines(self._policy, self.draft, self._context.language)

    def _chosen(self) -> ChoiceBasis | None:
        if self.draft is None:
            return None
        return ChoiceBasis(self._state, self._policy, self.draft)

    def _choices(self, draft: ReportDraft) -> Choices:
        files = single_choices.chosen_files(self._state, self._policy, draft)
        return choosing.choices_of(self._state, self._policy, draft, files)

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
