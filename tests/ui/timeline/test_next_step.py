"""The step above the timeline is the first of the page “What now?”: same order, same words, same way."""

from __future__ import annotations

from collections.abc import Callable

from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.notification import NotificationDraft
from app.casework.kinds.police_report import PoliceDraft
from app.casework.kinds.request import RequestDraft
from app.timeline import link_of
from app.ui import routes
from app.ui.next_step.presenter import NextStepPresenter, ShownNextStep
from app.ui.timeline.presenter import TimelinePresenter
from app.vocabulary import PoliceStatus, Role
from tests.fakes.ledger import FakeLedger
from tests.ui.timeline.acting import capture
from tests.ui.timeline.case import FakePage, full_case
from tests.ui.timeline.case import capture as captured
from tests.worlds import Desk


class StartPage:
    """Remembers what the page “What now?” was told."""

    shown = ShownNextStep()

    def show_steps(self, shown: ShownNextStep) -> None:
        self.shown = shown

    def show_feeling(self, words: str, *, offers: bool) -> None: ...


def describe(desk: Desk) -> None:
    entry = desk.case.state.exhibits[0].original
    write_down(desk.case, IncidentDraft(exhibits=(entry,), quote="Ord", platform="Nabolaget"))


def tell(role: Role) -> Callable[[Desk], object]:
    return lambda desk: write_down(desk.case, NotificationDraft(role=role))


def ask(desk: Desk) -> None:
    write_down(
        desk.case, RequestDraft(what="Hjælp", role=Role.MANAGER, at="2026-10-01T08:00:00.000Z")
    )


def decide(desk: Desk) -> None:
    write_down(desk.case, PoliceDraft(status=PoliceStatus.REPORTED))


ACTS: tuple[Callable[[Desk], object], ...] = (
    capture,
    describe,
    tell(Role.MANAGER),
    decide,
    tell(Role.SAFETY_REP),
    ask,
)


def test_both_pages_propose_the_same_at_every_step_of_a_case(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    start = StartPage()
    other = NextStepPresenter(desk.context, start)
    met = []
    for act in ACTS:
        act(desk)
        desk.session.publish()
        other.refresh()
        assert start.shown.now is not None
        line = start.shown.now
        assert page.step == (f"Next step: {line.title}", line.why, line.button)
        met.append(line.step.kind.value)
        desk.navigator.routes.clear()
        presenter.take_step()
        taken = list(desk.navigator.routes)
        desk.navigator.routes.clear()
        other.take(line)
        assert desk.navigator.routes == taken
    # It went on: nobody is asked for the same twice.
    assert met[0] == "tell_manager"
    assert len(set(met)) > 2


def test_a_picture_alone_leads_to_the_letter_for_the_manager(
    desk: Desk, presenter: TimelinePresenter
) -> None:
    capture(desk)
    presenter.take_step()
    assert desk.navigator.routes == [routes.Letters("manager")]


def test_the_link_of_the_post_goes_before_that_of_the_capture() -> None:
    state = full_case()
    assert link_of(state, state.exhibits[0]) == "https://nabolaget.example/88120"

    ledger = FakeLedger()
    captured(ledger, url="https://nabolaget.example/1")
    state = ledger.state()
    assert link_of(state, state.exhibits[0]) == "https://nabolaget.example/1"
