"""What the page of an exhibit decides, over a real vault and a page that only remembers."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.cases import open_case
from app.casework import layer_of, picture_of
from app.markup import Layer, Number, burn
from app.picture import ReadText, ReadWord, decode_own_png
from app.ui import routes
from app.ui.exhibit.drafts import draft_key, read_draft, write_draft
from app.ui.exhibit.tools import Tool
from app.ui.exhibit.view_protocol import ExhibitLook, PictureState
from app.ui.session import Session
from evidence_store import Act, DiskFullError, EraseTarget
from tests.fakes.lanes import DirectLanes, HeldLanes
from tests.fakes.navigator import FakeNavigator
from tests.ui.exhibit.editor import PICTURE, House, case_of, exhibit_of
from tests.ui.exhibit.rooms import COVER, Room, stage_of
from tests.worlds import FONT


def test_the_picture_is_covered_until_asked_for_and_then_stays_open(room: Room) -> None:
    room.presenter.show(1)
    assert stage_of(room) is PictureState.COVERED
    assert room.page.picture is None
    assert not room.page.editable
    room.presenter.uncover()
    assert stage_of(room) is PictureState.PICTURE
    assert room.page.picture == PICTURE
    assert room.presenter.editing is not None
    room.presenter.show(2)
    room.presenter.show(1)
    assert stage_of(room) is PictureState.PICTURE


def test_the_heading_says_which_exhibit_when_and_that_it_is_locked(room: Room) -> None:
    room.presenter.show(1)
    assert room.page.heading is not None
    assert room.page.heading.title == "Exhibit 1"
    assert "23 November 2026" in room.page.heading.taken
    assert room.page.heading.locked == "Original saved and locked"


def test_a_file_without_a_picture_says_so_and_where_it_is(room: Room) -> None:
    room.presenter.show(2)
    assert room.page.stage is PictureState.SENTENCE
    assert "cannot be shown as a picture" in room.page.sentence
    assert "brev.txt" in room.page.sentence
    room.presenter.choose_look(ExhibitLook.RECIPIENT)
    room.presenter.leave()
    assert room.page.stage is PictureState.SENTENCE


def test_an_exhibit_that_is_not_there_is_said(room: Room) -> None:
    room.presenter.show(9)
    assert room.page.stage is PictureState.SENTENCE


def test_an_erased_picture_is_said_and_takes_no_marks(room: Room) -> None:
    case = case_of(room.session)
    original = exhibit_of(room.session).original
    with case.vault.act() as act:
        act.erase(
            original.chain,
            [EraseTarget(original, ("object",))],
            [],
            time="2026-11-23T14:00:00.000Z",
        )
    room.presenter.show(1)
    assert room.page.stage is PictureState.SENTENCE
    assert room.presenter.editing is None


def test_every_step_is_saved_as_a_draft_at_once_also_when_it_is_undone(room: Room) -> None:
    room.opened().cover()
    exhibit, sealed = exhibit_of(room.session), Layer()
    assert read_draft(room.draft(), exhibit, sealed, 120, 80) == Layer((), (COVER,))
    assert room.page.notice.startswith("Marks saved")
    while room.page.edits:
        room.page.undo()
    assert room.draft() is None


def test_leaving_seals_one_copy_and_drops_the_draft(room: Room) -> None:
    room.opened().cover()
    room.editing.add_at(Tool.NUMBER, (60, 60))
    layer = room.page.layer
    room.presenter.back()

    exhibit = exhibit_of(room.session)
    assert len(exhibit.copies) == 1
    assert layer_of(exhibit) == layer
    assert room.draft() is None
    assert isinstance(room.context.navigator, FakeNavigator)
    assert room.context.navigator.routes == [routes.Timeline()]
    assert room.page.picture is None


def test_a_copy_is_sealed_and_its_draft_dropped_together_or_neither(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFullError(Path("mappe"))

    room.opened().cover()
    draft = room.draft()
    with monkeypatch.context() as broken:
        broken.setattr(Act, "drop_draft", refuse)
        room.presenter.leave()
    assert exhibit_of(room.session).copies == ()
    assert draft is not None
    assert room.draft() == draft


def test_leaving_twice_or_without_a_change_seals_nothing(room: Room) -> None:
    room.opened().cover()
    room.presenter.leave()
    room.presenter.leave()
    room.opened()
    room.presenter.leave()
    assert len(exhibit_of(room.session).copies) == 1


def test_what_the_recipient_is_shown_is_what_is_sealed_pixel_for_pixel(room: Room) -> None:
    room.opened().cover()
    room.presenter.choose_look(ExhibitLook.RECIPIENT)
    shown = room.page.picture
    layer = room.page.layer
    assert room.page.editable is False
    room.presenter.leave()

    copy = exhibit_of(room.session).copy
    assert copy is not None
    with case_of(room.session).vault.open_object(copy.entry) as source:
        sealed = decode_own_png(source.read())
    assert shown == sealed == burn(PICTURE, layer, FONT)
    assert sealed.colour_at(21, 11) == (0, 0, 0)


def test_the_original_stays_as_it_was_through_all_of_it(room: Room) -> None:
    room.opened().cover()
    room.presenter.choose_look(ExhibitLook.ORIGINAL)
    assert room.page.picture == PICTURE
    room.presenter.leave()
    with case_of(room.session).vault.open_object(picture_of(exhibit_of(room.session))) as source:
        assert decode_own_png(source.read()) == PICTURE


def test_after_a_crash_the_marks_are_here_again_and_can_be_sealed(house: House) -> None:
    crashed = house.unlocked()
    Room(crashed, house).opened().cover()
    crashed.close()

    session = house.unlocked()
    try:
        assert exhibit_of(session).copies == ()
        room = Room(session, house)
        room.presenter.show(1)
        assert room.page.restored is True
        assert room.page.layer == Layer((), (COVER,))
        room.presenter.leave()
        assert exhibit_of(session).copies == (), "what nobody looked at is not sealed"
        room.opened()
        assert room.page.restored is True
        room.presenter.leave()
        assert layer_of(exhibit_of(session)) == Layer((), (COVER,))
        assert room.draft() is None
    finally:
        session.close()


def test_a_draft_that_was_sealed_before_the_crash_is_dropped_without_a_word(
    room: Room, house: House
) -> None:
    room.opened().cover()
    left_over = room.draft()
    room.presenter.leave()
    vault, key = case_of(room.session).vault, draft_key(exhibit_of(room.session))
    assert left_over is not None
    vault.save_draft(key, left_over, "2026-11-23T14:00:00.000Z")

    room.opened()
    assert room.page.restored is False
    assert room.draft() is None


def test_a_draft_from_an_earlier_copy_uncovers_nothing(session: Session) -> None:
    exhibit = exhibit_of(session)
    body = write_draft(Layer((Number(30, 30),)), exhibit)
    later = Layer((), (COVER,))
    case_room_layer = read_draft(body, exhibit, later, 120, 80)
    assert case_room_layer == Layer((Number(30, 30),)), "same copy: the person took it away"

    from app.actions.mark_and_redact import set_layer

    set_layer(case_of(session), exhibit, later, FONT)
    found = read_draft(body, exhibit_of(session), later, 120, 80)
    assert found == Layer((Number(30, 30),), (COVER,))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"marks":[{"shape":"blur"}]}',
        b'{"redactions":[{"box":{"x":900,"y":0,"width":5,"height":5},"reason":"x"}]}',
    ],
)
def test_a_draft_that_cannot_be_read_is_passed_over(session: Session, body: bytes) -> None:
    assert read_draft(body, exhibit_of(session), Layer(), 120, 80) is None


def test_saves_do_not_pile_up_and_the_last_one_is_the_newest(
    session: Session, house: House
) -> None:
    lanes = HeldLanes()
    room = Room(session, house, lanes)
    room.presenter.show(1)
    lanes.run_all()
    room.presenter.uncover()
    room.editing.add_at(Tool.NUMBER, (60, 40))
    for _ in range(30):
        room.editing.nudge(1, 0)
    assert len(lanes.waiting) == 1
    lanes.run_all()
    layer = read_draft(room.draft(), exhibit_of(session), Layer(), 120, 80)
    assert layer == room.page.layer


def test_leaving_while_a_save_is_under_way_loses_nothing(session: Session, house: House) -> None:
    lanes = HeldLanes()
    room = Room(session, house, lanes)
    room.presenter.show(1)
    lanes.run_all()
    room.presenter.uncover()
    room.editing.add_at(Tool.NUMBER, (60, 40))
    room.editing.nudge(1, 0)
    layer = room.page.layer
    room.presenter.leave()
    lanes.run_all()
    assert layer_of(exhibit_of(session)) == layer
    assert room.draft() is None


def test_leaving_in_a_hurry_over_a_full_disk_keeps_the_last_step_as_a_draft(
    session: Session, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from evidence_store import DiskFullError, Vault

    def full(*_: object) -> None:
        raise DiskFullError(Path("v"))

    lanes = HeldLanes()
    room = Room(session, house, lanes)
    room.presenter.show(1)
    lanes.run_all()
    room.presenter.uncover()
    room.editing.add_at(Tool.NUMBER, (60, 40))
    room.editing.nudge(1, 0)
    layer = room.page.layer
    room.presenter.leave()
    with monkeypatch.context() as patch:
        patch.setattr(Vault, "act", full)
        lanes.run_all()
    assert read_draft(room.draft(), exhibit_of(session), Layer(), 120, 80) == layer


def test_an_answer_about_an_exhibit_that_was_left_comes_too_late(
    session: Session, house: House
) -> None:
    lanes = HeldLanes()
    room = Room(session, house, lanes)
    room.presenter.show(1)
    room.presenter.leave()
    lanes.run_all()
    assert room.page.heading is None
    assert room.presenter.editing is None


def test_marks_that_cannot_be_saved_stay_on_the_screen_and_are_tried_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    from evidence_store import DiskFullError, Vault

    def full(*_: object) -> None:
        raise DiskFullError(Path("v"))

    room.opened()
    with monkeypatch.context() as patch:
        patch.setattr(Vault, "save_draft", full)
        room.editing.add_at(Tool.NUMBER, (60, 40))
    assert room.page.layer.marks == (Number(60, 40),)
    assert room.page.notice == "The marks are not saved yet"
    room.editing.nudge(1, 0)
    assert room.draft() is not None
    assert room.page.notice.startswith("Marks saved")


def test_a_seal_that_fails_leaves_the_draft(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    from evidence_store import DiskFullError, Vault

    def full(*_: object) -> None:
        raise DiskFullError(Path("v"))

    room.opened().cover()
    with monkeypatch.context() as patch:
        patch.setattr(Vault, "act", full)
        room.presenter.leave()
    assert isinstance(room.lanes, DirectLanes)
    assert [type(error) for error in room.lanes.unhandled] == [DiskFullError]
    assert room.draft() is not None


def test_without_the_words_of_the_last_copy_nothing_can_be_uncovered(room: Room) -> None:
    room.opened().cover()
    room.presenter.leave()
    case = case_of(room.session)
    copy = exhibit_of(room.session).copy
    assert copy is not None
    with case.vault.act() as act:
        stone = act.erase(
            copy.entry.chain,
            [EraseTarget(copy.entry, ("redactions",))],
            [],
            time="2026-11-23T14:00:00.000Z",
        )
    # As the act that erases will have to: what was folded before still knows the words.
    room.session.case = open_case(
        case.vault, case.chains.case_id, clock=case.clock, machine=case.machine
    )
    assert stone.id.seq > 0
    room.opened()
    assert room.page.stage is PictureState.PICTURE
    assert room.page.editable is False
    room.editing.add_at(Tool.NUMBER, (60, 40))
    room.presenter.leave()
    assert len(exhibit_of(room.session).copies) == 1


def test_the_text_that_is_copied_has_nothing_that_is_covered_and_the_original_has_all(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = (ReadWord("Hun", 25, 12, 4, 4, 90, 0), ReadWord("kommer", 70, 60, 9, 9, 90, 1))
    read = ReadText(words, "tesseract", "5.5.4", "dan", 120, 80)
    monkeypatch.setattr("app.ui.picture_text.read_picture", lambda *_, **__: read)
    room.presenter.copy_text()
    assert room.page.copied_text == ""  # nothing is open

    room.opened().cover()
    room.presenter.copy_text()
    assert room.page.copied_text == "kommer"
    assert room.page.notice.startswith("The text is copied. Compare it")

    room.presenter.choose_look(ExhibitLook.ORIGINAL)
    room.presenter.copy_text()
    assert room.page.copied_text == "Hun\nkommer"
    original = exhibit_of(room.session).original
    assert case_of(room.session).vault.entries_read() == {original}
