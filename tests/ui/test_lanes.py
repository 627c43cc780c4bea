"""Whom a job calls when it has ended, how it is stopped, and that only the newest of one owner counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.ui.lanes import GiveWay, Latest, StoppedError
from app.ui.tasks import Tasks
from tests.fakes.lanes import DirectLanes, HeldLanes


class Told:
    """What who asked was told."""

    def __init__(self) -> None:
        self.said: list[object] = []

    def done(self, answer: object) -> None:
        self.said.append(answer)

    def failed(self, error: BaseException) -> None:
        self.said.append(type(error))

    def stopped(self) -> None:
        self.said.append("stopped")


@pytest.fixture
def told() -> Told:
    return Told()


def slices(give_way: GiveWay) -> str:
    for done in range(1, 4):
        give_way(done, 4)
    return "whole"


def whole_by_then(give_way: GiveWay) -> str:
    try:
        give_way()
    except StoppedError:
        return "the first half"
    return "whole"


def fails_meanwhile(give_way: GiveWay) -> str:
    try:
        give_way()
    except StoppedError:
        raise OSError("full") from None
    return "whole"


@pytest.mark.parametrize(
    ("work", "said"),
    [(slices, "stopped"), (whole_by_then, "the first half"), (fails_meanwhile, OSError)],
)
def test_who_waits_for_the_end_of_a_stopped_job_is_told_how_it_ended(
    told: Told, work: Callable[[GiveWay], str], said: object
) -> None:
    lanes, latest = DirectLanes(), Latest()
    lanes.between = latest.stop

    lanes.store_long(work, told.done, told.failed, told.stopped, latest=latest)

    assert told.said == [said]
    assert lanes.unhandled == []


@pytest.mark.parametrize("work", [slices, whole_by_then, fails_meanwhile])
def test_nobody_else_is_told_of_a_stopped_job(told: Told, work: Callable[[GiveWay], str]) -> None:
    lanes, latest = DirectLanes(), Latest()
    lanes.between = latest.stop

    lanes.work_long(work, told.done, told.failed, latest=latest)

    assert told.said == []
    assert lanes.unhandled == []


def test_a_job_that_is_stopped_before_it_begins_is_told_as_stopped(told: Told) -> None:
    lanes = HeldLanes()
    ran: list[int] = []
    lanes.store_long(lambda _: ran.append(1), told.done, told.failed, told.stopped).stop()

    lanes.run_all()

    assert told.said == ["stopped"]
    assert ran == []


def test_how_much_is_done_is_known_between_two_slices_and_no_more_afterwards(told: Told) -> None:
    lanes, latest = DirectLanes(), Latest()
    parts: list[float | None] = []
    lanes.between = lambda: parts.append(latest.part)

    lanes.store_long(slices, told.done, latest=latest)
    lanes.store_long(lambda give_way: give_way(), told.done, latest=latest)

    assert parts == [0.25, 0.5, 0.75, None]
    assert latest.part is None


def test_only_the_newest_job_of_one_owner_counts(told: Told) -> None:
    lanes, latest = HeldLanes(), Latest()
    ran: list[str] = []
    for name in ("first", "second", "third"):
        lanes.store(lambda name=name: ran.append(name) or name, told.done, latest=latest)  # type: ignore[misc,func-returns-value]  # a bound default
    lanes.store(lambda: "of another", told.done, latest=Latest())

    lanes.run_all()

    assert ran == ["third"]
    assert told.said == ["third", "of another"]


def test_an_answer_that_is_on_its_way_is_dropped_when_a_newer_job_is_asked_for(
    told: Told, qtbot: QtBot
) -> None:
    latest = Latest()
    tasks = Tasks(told.failed, lambda: None)
    begun: list[bool] = []
    tasks.store(lambda: begun.append(True) or "older", told.done, latest=latest)  # type: ignore[func-returns-value]
    while not begun:
        pass
    tasks.store(lambda: "newer", told.done, latest=latest)
    qtbot.waitUntil(lambda: not tasks.storing)
    tasks.close()

    assert told.said == ["newer"]
    assert not latest.running


def test_it_runs_until_it_is_handed_over_or_stopped(told: Told) -> None:
    lanes, latest = HeldLanes(), Latest()
    seen = [latest.running]
    lanes.store(lambda: seen.append(latest.running), told.done, latest=latest)
    lanes.run_all()
    seen.append(latest.running)
    lanes.store(lambda: None, told.done, latest=latest)
    seen.append(latest.running)
    latest.stop()
    seen.append(latest.running)

    assert seen == [False, True, False, True, False]


def test_what_is_asked_for_after_the_end_does_not_run(told: Told, qtbot: QtBot) -> None:
    latest = Latest()
    tasks = Tasks(told.failed, lambda: None)
    tasks.close()

    tasks.store_long(slices, told.done, told.failed, told.stopped, latest=latest)

    assert not latest.running
    assert told.said == []
