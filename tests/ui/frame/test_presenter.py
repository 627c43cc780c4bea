"""What the frame says of the session, and what it keeps to itself while the window is covered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.erase_case import EraseCaseWish, erase_case
from app.actions.hide import hide
from app.actions.write_down import write_down
from app.casework.kinds.incident import (
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.watch_case import WatchDraft
from app.language import Language
from app.ui import routes
from app.ui.frame.presenter import FramePresenter, WindowStage
from app.ui.held import Held, Seal
from app.ui.routes import Route
from app.ui.session import Session
from app.ui.timeline.lines import summary
from app.vocabulary import WatchStatus
from tests.fakes.clock import FakeClock
from tests.fakes.lanes import DirectLanes
from tests.fakes.navigator import FakeActs
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.worlds import PHRASE, World
from tests.written import record_incident

EVERY = get_args(Route)
TIMELINE = routes.Timeline()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = World(tmp_path).make_session()
    yield made
    made.close()


@pytest.fixture
def waiting() -> list[Seal]:
    return []


@pytest.fixture
def presenter(session: Session, waiting: list[Seal], tmp_path: Path) -> FramePresenter:
    words = Language("en", tmp_path)
    held = Held(session, DirectLanes(), words, FakeActs(), waiting)
    return FramePresenter(session, held, words)


def test_it_begins_with_the_first_run_then_closed_then_open(
    session: Session, presenter: FramePresenter, tmp_path: Path
) -> None:
    stages = [presenter.stage]
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")
    stages.append(presenter.stage)
    session.close()
    stages.append(presenter.stage)

    assert stages == [WindowStage.FIRST_RUN, WindowStage.OPEN, WindowStage.CLOSED]


def test_a_covered_window_does_not_name_the_case(
    session: Session, presenter: FramePresenter, tmp_path: Path
) -> None:
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")
    named = presenter.title()
    session.locked = True

    assert named == "Bevismappe – Min sag"
    assert presenter.title() == "Bevismappe"
    assert presenter.sidebar(EVERY.__contains__, TIMELINE).case_title == ""


def test_only_places_that_are_there_are_shown(
    session: Session, presenter: FramePresenter, tmp_path: Path
) -> None:
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")

    shown = presenter.sidebar({routes.Timeline, routes.Verify}.__contains__, routes.Verify())

    assert [(place.label, place.current) for place in shown.pages] == [
        ("Timeline", False),
        ("Verify", True),
    ]


def test_the_cases_that_one_keeps_an_eye_on_are_counted_until_they_are_closed(
    session: Session, presenter: FramePresenter, tmp_path: Path
) -> None:
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")
    assert session.case is not None

    def shown() -> tuple[str, str]:
        (place,) = presenter.sidebar({routes.Watching}.__contains__, TIMELINE).pages
        return place.group, place.count

    assert shown() == ("Prevention", "")
    watched = write_down(session.case, WatchDraft(alias="Birk"))
    assert shown() == ("Prevention", "1")
    write_down(session.case, WatchDraft(status=WatchStatus.CLOSED), corrects=watched)
    assert shown() == ("Prevention", "")


def test_the_other_cases_stand_below(
    session: Session, presenter: FramePresenter, tmp_path: Path
) -> None:
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")
    session.begin("Foråret")

    shown = presenter.sidebar(EVERY.__contains__, TIMELINE)

    assert shown.case_title == "Foråret"
    assert [place.label for place in shown.cases] == ["Min sag"]


def test_the_case_that_was_used_last_stands_first(
    session: Session, presenter: FramePresenter, tmp_path: Path
) -> None:
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")
    first = session.state.case_id
    for title in ("Foråret", "Sommeren"):
        session.begin(title)
    session.choose(first)
    session.begin("Efteråret")

    shown = presenter.sidebar(EVERY.__contains__, TIMELINE)

    assert [place.label for place in shown.cases] == ["Min sag", "Sommeren", "Foråret"]


def test_an_erased_case_stands_below_the_others_with_its_day(
    session: Session, presenter: FramePresenter, tmp_path: Path
) -> None:
    session.create(tmp_path / "a.bevismappe", PHRASE, "Gammel sag")
    session.begin("Ny sag")
    session.begin("Nyeste sag")
    for line in session.cases[:1]:
        session.choose(line.case_id)
    assert session.case is not None
    erase_case(session.case, EraseCaseWish())
    session.list_cases()
    called = "Erased case, 23 November 2026 at 14:03"
    assert presenter.title().endswith(called)
    session.choose(session.cases[2].case_id)
    cases = presenter.sidebar(lambda _: True, None).cases
    assert [(each.label, each.apart) for each in cases] == [("Ny sag", False), (called, True)]


def test_everything_is_saved_only_when_it_is(
    session: Session, waiting: list[Seal], presenter: FramePresenter, tmp_path: Path
) -> None:
    nothing_open = presenter.status(storing=False)
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")
    idle = presenter.status(storing=False)
    busy = presenter.status(storing=True)
    waiting.append(lambda _case: None)
    held = presenter.status(storing=False)

    assert nothing_open.saved == ""
    assert (idle.saved, idle.safe) == ("Everything is saved", True)
    assert (busy.saved, busy.safe) == ("Working …", False)
    assert (held.saved, held.safe) == ("Not saved yet: 1 screenshot", False)


def test_memory_that_cannot_be_written_is_said_beside_everything_is_saved(
    session: Session, presenter: FramePresenter, tmp_path: Path
) -> None:
    (tmp_path / "heads").write_text("a file where the folder should be")
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")
    status = presenter.status(storing=False)

    assert status.saved == "Everything is saved, but an older copy would not be noticed here"
    assert status.safe is False
    assert str(tmp_path / "heads") in status.more


def test_every_count_of_the_window_is_of_what_is_in_sight(
    session: Session, presenter: FramePresenter, tmp_path: Path
) -> None:
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")
    case = session.case
    assert case is not None
    for seed in range(3):
        screen = FakeScreen(FakeClock(), striped_pixels(60, 40, seed))
        capture_and_seal(case, screen, CaptureWish())
    record_incident(
        case, IncidentFacts(), IncidentSender(), IncidentSenderName(), IncidentText(quote="ord")
    )
    hide(case, case.state.exhibits[0].original)

    heading = summary(case.state, case.state.exhibits[0].time, Language("en", tmp_path))
    assert presenter.status(storing=False).exhibits == "2 exhibits"
    assert heading.startswith("2 exhibits and 1 incident")


def test_the_timelines_count_is_that_of_its_rows_as_it_told_them(
    session: Session, presenter: FramePresenter, tmp_path: Path
) -> None:
    def count() -> str:
        (place,) = presenter.sidebar({routes.Timeline}.__contains__, TIMELINE).pages
        return place.count

    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")
    told = list[str]()
    session.subscribe(lambda: told.append(count()))
    session.tell_rows(1300)
    session.tell_rows(1300)
    session.begin("Foråret")

    assert told == ["1,300"]
    assert count() == ""


def test_exhibits_are_counted_only_while_a_case_is_open(
    session: Session, presenter: FramePresenter, tmp_path: Path
) -> None:
    closed = presenter.status(storing=False).exhibits
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")

    assert closed == ""
    assert presenter.status(storing=False).exhibits == "0 exhibits"
