"""Short jobs go first between the slices of a long one, on the thread that owns the vault."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.lanes import GiveWay, StoppedError
from app.ui.tasks import Tasks


class Desk:
    """What a window would be told, and a long job whose slices a test lets go one by one."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.unhandled: list[BaseException] = []
        self.ran: list[object] = []
        self.threads: set[int] = set()
        self.begun = threading.Event()
        self.go = threading.Semaphore(0)
        self.slices = 0

    def long(self, give_way: GiveWay) -> str:
        self.threads.add(threading.get_ident())
        self.begun.set()
        for _ in range(3):
            assert self.go.acquire(timeout=10)
            self.slices += 1
            give_way()
        self.ran.append("long")
        return "long"

    def release(self, slices: int = 3) -> None:
        self.go.release(slices)

    def short(self, name: object) -> object:
        self.threads.add(threading.get_ident())
        self.ran.append(name)
        return name


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def tasks(qtbot: QtBot, desk: Desk) -> Iterator[Tasks]:
    made = Tasks(desk.unhandled.append, lambda: None)
    yield made
    desk.release(100)
    made.close()


def ask_long(tasks: Tasks, desk: Desk) -> None:
    tasks.store_long(desk.long, desk.said.append)
    assert desk.begun.wait(10)


def test_short_jobs_run_between_two_slices_in_their_order_on_the_same_thread(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    ask_long(tasks, desk)
    for number in range(5):
        tasks.store(lambda number=number: desk.short(number), desk.said.append)  # type: ignore[misc]  # a bound default
    desk.release(1)
    qtbot.waitUntil(lambda: desk.said == [0, 1, 2, 3, 4])

    assert desk.slices == 1
    assert tasks.storing
    desk.release()
    qtbot.waitUntil(lambda: "long" in desk.said)
    assert desk.ran == desk.said == [0, 1, 2, 3, 4, "long"]
    assert len(desk.threads) == 1
    assert not tasks.storing


def test_short_jobs_go_first_also_when_a_long_one_was_asked_for_before(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    hold = threading.Event()
    tasks.store(lambda: hold.wait(10), lambda _: None)
    tasks.store_long(lambda _: desk.short("long"), desk.said.append)
    tasks.store(lambda: desk.short("short"), desk.said.append)
    hold.set()
    qtbot.waitUntil(lambda: "long" in desk.said)

    assert desk.ran == desk.said == ["short", "long"]


def test_long_jobs_wait_for_each_other(tasks: Tasks, desk: Desk, qtbot: QtBot) -> None:
    ask_long(tasks, desk)
    tasks.store_long(lambda _: desk.short("second"), desk.said.append)
    tasks.store(lambda: desk.short("short"), desk.said.append)
    desk.release()
    qtbot.waitUntil(lambda: "second" in desk.said)

    assert desk.ran == desk.said == ["short", "long", "second"]


def test_an_error_of_a_short_job_is_its_own(tasks: Tasks, desk: Desk, qtbot: QtBot) -> None:
    def fail() -> None:
        raise OSError("full")

    ask_long(tasks, desk)
    tasks.store(fail, desk.said.append, lambda error: desk.said.append(type(error)))
    tasks.store(fail, desk.said.append)
    desk.release()
    qtbot.waitUntil(lambda: "long" in desk.said)

    assert desk.said == [OSError, "long"]
    assert [type(error) for error in desk.unhandled] == [OSError]


def test_an_error_of_the_long_job_comes_after_what_went_first(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    def fail(give_way: GiveWay) -> None:
        desk.long(give_way)
        raise OSError("full")

    tasks.store_long(fail, desk.said.append, lambda error: desk.said.append(type(error)))
    assert desk.begun.wait(10)
    tasks.store(lambda: desk.short("short"), desk.said.append)
    desk.release()
    qtbot.waitUntil(lambda: OSError in desk.said)

    assert desk.said == ["short", OSError]


def test_a_long_job_that_is_stopped_ends_at_its_next_slice_and_nobody_is_told(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    seen: list[BaseException] = []

    def work(give_way: GiveWay) -> None:
        try:
            desk.long(give_way)
        except StoppedError as error:
            seen.append(error)
            raise

    job = tasks.store_long(work, desk.said.append, desk.said.append)
    assert desk.begun.wait(10)
    tasks.store(lambda: desk.short("asked before"), desk.said.append)
    job.stop()
    desk.release(1)
    tasks.store(lambda: desk.short("after"), desk.said.append)
    qtbot.waitUntil(lambda: "after" in desk.said)

    assert desk.said == ["asked before", "after"]
    assert desk.slices == 1
    assert len(seen) == 1
    assert not tasks.storing


def test_a_stopped_short_job_is_not_run_between_slices(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    ask_long(tasks, desk)
    tasks.store(lambda: desk.short("never"), desk.said.append).stop()
    desk.release()
    qtbot.waitUntil(lambda: "long" in desk.said)

    assert desk.ran == ["long"]


def test_an_answer_may_ask_for_more_while_the_long_job_goes_on(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    def then(_answer: object) -> None:
        tasks.store(lambda: desk.short("second"), desk.said.append)

    ask_long(tasks, desk)
    tasks.store(lambda: desk.short("first"), then)
    desk.release(1)
    qtbot.waitUntil(lambda: "first" in desk.ran)
    qtbot.wait(10)
    desk.release()
    qtbot.waitUntil(lambda: "long" in desk.said)

    assert desk.ran == ["first", "second", "long"]


def test_closing_lets_the_long_job_end_with_what_waited(tasks: Tasks, desk: Desk) -> None:
    ask_long(tasks, desk)
    tasks.store(lambda: desk.short("short"), desk.said.append)
    tasks.store_long(lambda _: desk.short("last"), desk.said.append)
    desk.release()

    tasks.close()

    assert desk.ran == ["short", "long", "last"]
    assert desk.said == []
    assert tasks.store_long(lambda _: desk.short("late"), desk.said.append).stopped
    assert "late" not in desk.ran


def test_only_the_thread_that_owns_the_vault_gives_way(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    kept: list[GiveWay] = []
    tasks.store_long(kept.append, desk.said.append)
    qtbot.waitUntil(lambda: len(desk.said) == 1)
    tasks.store(lambda: desk.go.acquire(timeout=10), lambda _: None)
    tasks.store(lambda: desk.short("short"), desk.said.append)

    with pytest.raises(RuntimeError):
        kept[0]()

    assert desk.ran == []


def test_busy_is_told_once_over_all_of_it(tasks: Tasks, desk: Desk, qtbot: QtBot) -> None:
    told: list[bool] = []
    tasks.busy_changed.connect(told.append)
    ask_long(tasks, desk)
    tasks.store(lambda: desk.short("short"), desk.said.append)
    desk.release(1)
    qtbot.waitUntil(lambda: "short" in desk.said)
    assert told == [True]
    desk.release()
    qtbot.waitUntil(lambda: "long" in desk.said)

    assert told == [True, False]


def test_a_long_job_ends_however_many_short_ones_come(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    def again() -> None:
        if "long" not in desk.ran and len(desk.ran) < 1000:
            desk.short("short")
            tasks.store(again, lambda _: None)

    ask_long(tasks, desk)
    tasks.store(again, lambda _: None)
    desk.release()
    qtbot.waitUntil(lambda: "long" in desk.said)

    assert desk.ran == ["short", "short", "short", "long"]


def test_closing_ends_a_long_job_of_the_pool_at_its_next_slice(tasks: Tasks, desk: Desk) -> None:
    tasks.work_long(desk.long, desk.said.append, desk.said.append)
    assert desk.begun.wait(10)
    desk.release(2)

    tasks.close()

    assert desk.ran == []
    assert desk.said == []
    assert desk.slices < 3
    assert tasks.work_long(desk.long, desk.said.append).stopped


def test_a_long_job_of_the_pool_that_is_stopped_ends_and_nobody_is_told(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    job = tasks.work_long(desk.long, desk.said.append, desk.said.append)
    assert desk.begun.wait(10)
    job.stop()
    desk.release()
    tasks.work(lambda: desk.short("after"), desk.said.append)
    qtbot.waitUntil(lambda: not tasks.working)

    assert desk.said == ["after"]
    assert "long" not in desk.ran


def test_short_jobs_of_the_pool_go_first_where_all_its_threads_are_at_long_ones(
    tasks: Tasks, desk: Desk, qtbot: QtBot
) -> None:
    for _ in range(2):
        tasks.work_long(desk.long, lambda _: None)
    qtbot.waitUntil(lambda: len(desk.threads) == 2)
    tasks.work(lambda: desk.short("short"), desk.said.append)
    desk.release(2)
    qtbot.waitUntil(lambda: desk.said == ["short"])
    desk.release(4)
    qtbot.waitUntil(lambda: not tasks.working)

    assert desk.ran == ["short", "long", "long"]
