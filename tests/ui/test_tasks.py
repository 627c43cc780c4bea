"""Jobs run behind, results come back in order on the thread that asked, and nothing is left running."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.lanes import GiveWay, StoppedError
from app.ui.tasks import Tasks


class Desk:
    """What a window would be told."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.unhandled: list[BaseException] = []
        self.stored = 0

    def after_store(self) -> None:
        self.stored += 1
        self.said.append("stored")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def tasks(qtbot: QtBot, desk: Desk) -> Iterator[Tasks]:
    made = Tasks(desk.unhandled.append, desk.after_store)
    yield made
    made.close()


def test_a_result_comes_back_on_the_thread_that_asked(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    where: list[threading.Thread] = []

    def work() -> int:
        where.append(threading.current_thread())
        return 41

    def done(answer: int) -> None:
        where.append(threading.current_thread())
        desk.said.append(answer)

    tasks.store(work, done)
    qtbot.waitUntil(lambda: 41 in desk.said)

    assert where[0] is not threading.current_thread()
    assert where[1] is threading.current_thread()


def test_store_jobs_run_one_after_the_other_in_one_thread(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    threads: list[int] = []
    ran: list[int] = []

    def job(number: int) -> int:
        threads.append(threading.get_ident())
        ran.append(number)
        return number

    for number in range(20):
        tasks.store(lambda number=number: job(number), desk.said.append)  # type: ignore[misc]  # a bound default
    qtbot.waitUntil(lambda: 19 in desk.said)

    assert ran == list(range(20))
    assert [said for said in desk.said if said != "stored"] == list(range(20))
    assert len(set(threads)) == 1


def test_results_of_the_work_lane_wait_for_earlier_ones(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    go = threading.Event()

    def slow() -> str:
        go.wait(5)
        return "first"

    def quick() -> str:
        go.set()
        return "second"

    tasks.work(slow, desk.said.append)
    tasks.work(quick, desk.said.append)
    qtbot.waitUntil(lambda: len(desk.said) == 2)

    assert desk.said == ["first", "second"]


def test_listeners_are_told_after_each_store_job_and_before_its_answer(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    tasks.store(lambda: "answer", desk.said.append)
    qtbot.waitUntil(lambda: "answer" in desk.said)
    tasks.work(lambda: "worked", desk.said.append)
    qtbot.waitUntil(lambda: "worked" in desk.said)

    assert desk.said == ["stored", "answer", "worked"]


def test_a_row_of_jobs_goes_on_before_the_window_shows_what_they_did(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    def done(number: int) -> None:
        desk.said.append(number)
        if number < 20:
            tasks.store(lambda: number + 1, done, goes_on=True)

    tasks.store(lambda: 0, desk.said.append)
    tasks.store(lambda: 1, done, goes_on=True)
    qtbot.waitUntil(lambda: desk.said[-2:] == [20, "stored"])
    assert desk.said[:4] == ["stored", 0, 1, 2]
    assert desk.stored < 20  # the last one is told whatever was told before


def test_an_error_goes_to_who_asked_or_else_to_the_window(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    def fail() -> None:
        raise OSError("full")

    tasks.store(fail, desk.said.append, lambda error: desk.said.append(type(error)))
    tasks.store(fail, desk.said.append)
    qtbot.waitUntil(lambda: len(desk.unhandled) == 1)

    assert desk.said == ["stored", OSError, "stored"]
    assert isinstance(desk.unhandled[0], OSError)


def test_a_stopped_job_calls_nobody_and_is_not_started(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    go = threading.Event()
    ran: list[str] = []
    tasks.store(lambda: go.wait(5), lambda _done: None)
    job = tasks.store(lambda: ran.append("ran"), desk.said.append, desk.said.append)
    job.stop()
    go.set()
    tasks.store(lambda: "last", desk.said.append)
    qtbot.waitUntil(lambda: "last" in desk.said)

    assert ran == []
    assert [said for said in desk.said if said != "stored"] == ["last"]


def test_a_running_job_sees_that_it_was_stopped(tasks: Tasks, desk: Desk, qtbot: QtBot) -> None:
    started, seen = threading.Event(), threading.Event()

    def work() -> None:
        started.set()
        while not job.stopped:
            pass
        seen.set()

    job = tasks.work(work, desk.said.append)
    started.wait(5)
    job.stop()

    assert seen.wait(5)


def test_closing_lets_every_store_job_end_and_then_calls_nobody(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    sealed: list[int] = []
    for number in range(5):
        tasks.store(lambda number=number: sealed.append(number), desk.said.append)  # type: ignore[misc]  # a bound default

    tasks.close()
    qtbot.wait(10)

    assert sealed == [0, 1, 2, 3, 4]
    assert desk.said == []
    assert tasks.store(lambda: sealed.append(9), desk.said.append).stopped
    assert sealed[-1] == 4


def test_an_answer_that_is_taken_badly_does_not_hold_up_the_others(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    def badly(_answer: object) -> None:
        raise RuntimeError("gone")

    go = threading.Event()
    with qtbot.capture_exceptions() as raised:
        tasks.work(lambda: go.wait(5), badly)
        tasks.work(go.set, desk.said.append)
        qtbot.waitUntil(lambda: desk.said == [None])

    assert [kind for kind, _error, _trace in raised] == [RuntimeError]


def test_busy_is_told_once_at_each_end(tasks: Tasks, desk: Desk, qtbot: QtBot) -> None:
    told: list[bool] = []
    tasks.busy_changed.connect(told.append)
    tasks.store(lambda: 1, desk.said.append)
    tasks.store(lambda: 2, desk.said.append)
    qtbot.waitUntil(lambda: 2 in desk.said)

    assert told == [True, False]
    assert not tasks.storing


def test_an_answer_may_ask_for_the_next_job(tasks: Tasks, desk: Desk, qtbot: QtBot) -> None:
    def then(_answer: object) -> None:
        tasks.store(lambda: "second", desk.said.append)

    tasks.store(lambda: "first", then)
    qtbot.waitUntil(lambda: "second" in desk.said)


def test_every_error_of_a_job_is_noted_and_a_stop_is_none(qtbot: QtBot, desk: Desk) -> None:
    noted: list[BaseException] = []
    tasks = Tasks(desk.unhandled.append, desk.after_store, noted.append)
    errors = [ValueError("a"), OSError("b"), RuntimeError("c")]
    handled: list[BaseException] = []

    def fail(error: BaseException) -> None:
        raise error

    def stop(_give_way: GiveWay) -> None:
        raise StoppedError

    tasks.store(lambda: fail(errors[0]), desk.said.append)
    tasks.store(lambda: fail(errors[1]), desk.said.append, handled.append)
    tasks.store_long(stop, desk.said.append, on_stopped=lambda: desk.said.append("stopped"))
    tasks.work(lambda: fail(errors[2]), desk.said.append, handled.append)
    qtbot.waitUntil(lambda: "stopped" in desk.said and len(handled) == 2)
    tasks.close()

    assert sorted(map(str, noted)) == ["a", "b", "c"]
    assert desk.unhandled == [errors[0]]
