"""What cannot be sealed yet waits in memory, is sealed as soon as it can be, and is told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.actions.open_case import OpenCase
from app.casework.kinds.note import NOTE, NoteFacts, NoteText
from app.ui.acts import ToastState
from app.ui.held import Held, Seal
from evidence_store import DiskFullError
from tests.fakes.lanes import HeldLanes
from tests.worlds import ENGLISH, PHRASE, RESOURCES, Desk
from tests.written import write_note


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.session.close()


def note(text: str) -> Seal:
    return lambda case: write_note(case, text, NoteFacts())


def notes(desk: Desk) -> list[str]:
    texts = (each.current.text for each in desk.session.state.of(NOTE))
    return [text.text for text in texts if isinstance(text, NoteText)]


class Disk:
    """Is full until there is room."""

    def __init__(self) -> None:
        self.full = True
        self.tried = 0

    def seal(self, text: str) -> Seal:
        def seal(case: OpenCase) -> None:
            self.tried += 1
            if self.full:
                raise DiskFullError(Path("mappe"))
            write_note(case, text, NoteFacts())

        return seal


def opens(desk: Desk) -> Callable[[], None]:
    return lambda: desk.session.create(desk.path, PHRASE, "Min sag")


def test_what_was_held_is_sealed_in_order_once_there_is_a_vault(desk: Desk) -> None:
    held = desk.context.held
    told: list[int] = []
    desk.session.subscribe(lambda: told.append(held.count))

    held.keep(note("Første"))
    held.keep(note("Anden"))
    waited = list(told)
    desk.lanes.store(opens(desk), lambda _: None)

    assert waited == [1, 2]
    assert notes(desk) == ["Første", "Anden"]
    assert held.count == 0
    assert [toast.title for toast in desk.acts.toasts] == [
        "Not saved yet: make your vault first",
        "Not saved yet: make your vault first",
        "2 screenshots that waited are now saved and locked.",
    ]


def test_what_could_not_be_sealed_stays_held_with_those_after_it_and_is_told_once(
    desk: Desk,
) -> None:
    held, disk = desk.context.held, Disk()
    held.keep(note("Første"))
    held.keep(disk.seal("Anden"))
    held.keep(note("Tredje"))
    desk.lanes.store(opens(desk), lambda _: None)
    desk.session.publish()

    assert notes(desk) == ["Første"]
    assert held.count == 2
    assert disk.tried == 1
    assert [error.kind for error in desk.acts.errors] == ["evidence_store.DiskFullError"]
    assert desk.acts.toasts[-1].state is ToastState.WAITING


def test_the_same_case_is_asked_again_when_it_has_changed_and_the_refusal_is_not_told_again(
    desk: Desk,
) -> None:
    held, disk = desk.context.held, Disk()
    case = desk.open()
    held.keep_refused(disk.seal("Sen"), DiskFullError(Path("mappe")))
    desk.session.publish()
    tried = [disk.tried]
    for full in (True, False):
        disk.full = full
        desk.lanes.store(lambda: write_note(case, "andet", NoteFacts()), lambda _: None)
        tried.append(disk.tried)

    assert tried == [0, 1, 2]
    assert held.count == 0
    assert len(desk.acts.errors) == 1
    assert desk.acts.toasts[-1].title == "Saved and locked"


def test_the_person_may_ask_again_and_is_told_each_time(desk: Desk) -> None:
    held, disk = desk.context.held, Disk()
    desk.open()
    held.keep_refused(disk.seal("Sen"), DiskFullError(Path("mappe")))
    for full in (True, False):
        disk.full = full
        desk.acts.toasts[-1].actions[0].act()

    assert len(desk.acts.errors) == 2
    assert notes(desk) == ["Sen"]
    assert held.count == 0


def test_what_was_refused_is_sealed_when_the_vault_was_closed_and_is_open_again(
    desk: Desk,
) -> None:
    held, disk = desk.context.held, Disk()
    desk.open()
    held.keep_refused(disk.seal("Sen"), DiskFullError(Path("mappe")))
    desk.session.close()
    desk.session.publish()
    waited = held.count
    disk.full = False
    desk.lanes.store(lambda: desk.session.unlock(desk.path, PHRASE), lambda _: None)

    assert waited == 1
    assert notes(desk) == ["Sen"]


def test_what_comes_while_others_are_being_sealed_follows_them(tmp_path: Path) -> None:
    lanes = HeldLanes()
    desk = Desk(tmp_path, lanes)
    held = desk.context.held
    desk.open()

    def first(case: OpenCase) -> None:
        write_note(case, "Første", NoteFacts())
        held.keep(note("Anden"))

    held.keep(first)
    asked = len(lanes.waiting)
    lanes.run_all()

    assert asked == 1
    assert notes(desk) == ["Første", "Anden"]
    assert held.count == 0
    desk.session.close()


def test_what_comes_between_the_sealing_and_its_answer_is_sealed_too(desk: Desk) -> None:
    held = desk.context.held
    late = [note("Anden")]

    def answer_is_on_its_way() -> None:
        if notes(desk) and late:
            held.keep(late.pop())

    held.keep(note("Første"))
    desk.session.subscribe(answer_is_on_its_way)
    desk.lanes.store(opens(desk), lambda _: None)

    assert notes(desk) == ["Første", "Anden"]
    assert held.count == 0


def test_a_refusal_that_is_over_is_forgotten(desk: Desk) -> None:
    held, disk = desk.context.held, Disk()
    desk.open()
    held.keep_refused(disk.seal("Sen"), DiskFullError(Path("mappe")))
    disk.full = False
    desk.acts.toasts[-1].actions[0].act()
    disk.full = True
    desk.session.close()
    held.keep(disk.seal("Ny"))
    desk.lanes.store(lambda: desk.session.unlock(desk.path, PHRASE), lambda _: None)

    assert held.count == 1
    assert len(desk.acts.errors) == 2


def test_what_waits_outlives_the_window(desk: Desk) -> None:
    """As when it is built anew in another language."""
    waiting: list[Seal] = []
    context = desk.context
    Held(desk.session, desk.lanes, context.language, desk.acts, waiting).keep(note("Første"))
    desk.session.forget_listeners()
    after = Held(desk.session, desk.lanes, context.language, desk.acts, waiting)
    waited = after.count
    desk.lanes.store(opens(desk), lambda _: None)

    assert waited == 1
    assert notes(desk) == ["Første"]
    assert waiting == []


def test_what_comes_while_the_example_is_shown_waits_for_the_own_case(desk: Desk) -> None:
    desk.open()
    desk.session.show_example(RESOURCES, ENGLISH)

    desk.context.held.keep(note("Min egen"))
    desk.session.publish()

    assert desk.context.held.count == 1
    (toast,) = desk.acts.toasts
    assert toast.title == "Not saved yet: close the example"
    (leave,) = toast.actions
    leave.act()
    assert desk.acts.names[-1] == "leave_example"

    desk.lanes.store(desk.session.leave_example, lambda _: None)

    assert desk.context.held.count == 0
    assert notes(desk) == ["Min egen"]
