"""The states of the pages of what happened, who knows, and what was asked: empty first, then with something in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from app.actions.write_down import write_down
from app.casework import Draft
from app.casework.kinds.contact import ContactDraft
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.measure import MeasureDraft
from app.casework.kinds.police_report import PoliceDraft
from app.casework.kinds.request import RequestDraft
from app.casework.kinds.support import SupportDraft
from app.casework.letters import Letter
from app.timeline import WantedIncidents
from app.ui import routes
from app.ui.application import BuiltWindow
from app.ui.letters.presenter import QUESTIONS
from app.ui.next_step.presenter import Feeling
from app.ui.routes import Route
from app.vocabulary import ContentTag, MeasureStatus, PoliceStatus, Role, SupportKind
from tests.e2e.window import hands


class CasePages:
    """Through these pages; ``page`` gives the one that handles a route."""

    def __init__(self, built: BuiltWindow, page: Callable[[type[Route]], Any]) -> None:
        self._built, self.page = built, page

    def every(self) -> Iterator[str]:
        """All of them."""
        yield from self._who_knows()
        yield from self._people()
        yield from self._answers()
        yield from self._incidents()
        yield from self._first_days()

    def _who_knows(self) -> Iterator[str]:
        ways, page = self._built.context.navigator, self.page(routes.Contacts)
        ways.go(routes.Answers())
        yield "requests and answers: nothing yet"
        ways.go(routes.Incidents())
        yield "incidents: none yet"
        ways.go(routes.Pattern())
        yield "as a whole: nothing yet"
        ways.go(routes.Contacts())
        yield "who knows: nobody yet"
        long_ago = "2026-01-05T09:00:00.000Z"
        for draft in (
            ContactDraft(role=Role.MANAGER, name="Anne Leder", phone="12 34 56 78"),
            RequestDraft(role=Role.MANAGER, name="Anne Leder", what="Et møde", at=long_ago),
        ):
            self._write_down(draft)
        hands.until(lambda: page.detail is not None, "somebody is shown")
        yield "who knows: an answer is missing"
        list(page.rows.values())[-1].click()
        yield "who knows: somebody who was not told"

    def _people(self) -> Iterator[str]:
        ways, page = self._built.context.navigator, self.page(routes.People)
        ways.go(routes.People())
        hands.until(lambda: not self._built.tasks.storing, "the register is read")
        yield "people: nobody yet"
        page.presenter.add()
        yield "people: the form"
        hands.click(page.form.save)
        hands.until(page.form.form.errors, "the form is refused")
        yield "people: the form refused"
        hands.write(page.form.names, "Lars Holm")
        hands.click(page.form.save)
        hands.until(lambda: page.detail is not None, "somebody is shown")
        self._built.window.toasts.clear()
        yield "people: a citizen"

    def _answers(self) -> Iterator[str]:
        ways, page = self._built.context.navigator, self.page(routes.Answers)
        ways.go(routes.Answers())
        yield "requests and answers: an answer is missing"
        for draft in (
            SupportDraft(form=SupportKind.CRISIS_SUPPORT, role=Role.HR, what="Tre samtaler"),
            MeasureDraft(status=MeasureStatus.AGREED, what="En fast makker ved samtaler"),
        ):
            self._write_down(draft)
        hands.until(lambda: len(page.list.rows) > 2, "what was done is shown")
        list(page.list.rows.values())[-1].click()
        yield "requests and answers: what was done"

    def _incidents(self) -> Iterator[str]:
        ways, page = self._built.context.navigator, self.page(routes.Incidents)
        seen = "2026-01-05T09:00:00.000Z"
        post = IncidentDraft(
            platform="Nabolaget",
            tags=(ContentTag.THREAT, ContentTag.PRIVATE_INFORMATION),
            first_seen=seen,
        )
        self._write_down(post)
        first = self._built.session.state.of(INCIDENT)[-1]
        self._write_down(
            IncidentDraft(platform="Kvidder", url="https://a.example", repost_of=first.id)
        )
        self._write_down(PoliceDraft(incidents=(first.id,), status=PoliceStatus.REPORTED))
        ways.go(routes.Incidents())
        yield "incidents: two"
        list(page.list.rows.values())[-1].click()
        yield "incidents: one that was noted late"
        page.presenter.want(WantedIncidents(platform="Kvidder"))
        yield "incidents: filtered"
        page.presenter.want(WantedIncidents(platform="Kvidder", no_link=True))
        yield "incidents: nothing fits"
        page.filters.everything.click()

    def _first_days(self) -> Iterator[str]:
        ways = self._built.context.navigator
        ways.go(routes.NextStep())
        yield "what now"
        page = self.page(routes.NextStep)
        page.feelings[Feeling.BAD].click()
        yield "what now: it is bad"
        ways.go(routes.Letters(Letter.MANAGER.value))
        letters = self.page(routes.Letters)
        hands.until(lambda: letters.detail is not None, "a letter is shown")
        yield "letters: made"
        letters.detail.words.setPlainText("Kære leder. Borger 010190-1234 har skrevet.")
        letters.flush()
        yield "letters: changed, with a warning"
        letters.detail.buttons["given"].click()
        hands.until(lambda: "answer" in letters.detail.buttons, "it is noted as handed over")
        yield "letters: handed over"
        letters.list.rows[QUESTIONS].click()
        yield "letters: questions"
        self._built.window.toasts.clear()

    def _write_down(self, draft: Draft) -> None:
        case = self._built.session.case
        assert case is not None
        self._built.context.lanes.store(lambda: write_down(case, draft), lambda _: None)
        hands.until(lambda: not self._built.tasks.storing, "it is sealed")
