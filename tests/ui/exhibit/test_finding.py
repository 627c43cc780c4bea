"""What was read in a picture is offered for covering, and covered only where the person confirms it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.actions.capture_and_seal import CaptureWish, SeriesLink, capture_and_seal
from app.actions.cover_found import cover_everywhere, find_to_cover
from app.actions.name_people import register_person
from app.actions.open_case import OpenCase
from app.actions.read_text import keep_text
from app.casework import Exhibit, layer_of
from app.markup import is_covered
from app.markup.shapes import Box, Redaction
from app.picture import ReadText, ReadWord
from app.ui.exhibit.tools import Tool
from app.ui.exhibit.view import ExhibitPage
from app.ui.session import Session
from app.vocabulary import Relation
from tests.ui.exhibit.editor import PICTURE, House, case_of, exhibit_of
from tests.ui.exhibit.rooms import Room
from tests.worlds import FONT

PLAIN = Qt.KeyboardModifier.NoModifier
NAME, NUMBER = Box(4, 4, 46, 10), Box(4, 30, 80, 10)
WORDS = (
    ReadWord("Solvej", 4, 4, 46, 10, 90, 0),
    ReadWord("skrev", 54, 4, 30, 10, 90, 0),
    ReadWord("010203-1234", 4, 30, 80, 10, 90, 1),
)


def read(case: OpenCase, exhibit: Exhibit) -> None:
    keep_text(case, exhibit, ReadText(WORDS, "fake", "1", "dan", 120, 80))


def with_words(session: Session) -> OpenCase:
    case = case_of(session)
    register_person(case, Relation.CITIZEN, ("Solvej Prøve",))
    read(case, exhibit_of(session))
    return case


def test_each_is_offered_and_nothing_is_covered_by_itself(room: Room, session: Session) -> None:
    with_words(session)
    room.opened()
    offers = room.page.offers.offers
    assert [(each.words, each.detail) for each in offers] == [
        ("Solvej", "Citizen A · line 1"),
        ("010203-1234", "Looks like a civil registration number · line 2"),
    ]
    assert room.page.layer.redactions == ()
    assert not any(each.everywhere for each in offers)


def test_nothing_is_offered_before_the_person_asks_to_see_the_picture(
    room: Room, session: Session
) -> None:
    with_words(session)
    room.presenter.show(1)
    assert room.page.offers.offers == ()
    room.presenter.uncover()
    assert len(room.page.offers.offers) == 2


def test_what_is_confirmed_is_one_step_with_its_reason_and_offered_no_more(
    room: Room, session: Session
) -> None:
    with_words(session)
    room.opened()
    room.presenter.finding.cover(1)
    (box,) = room.page.layer.redactions
    assert box.reason == "Civil registration number"
    assert is_covered((NUMBER,), (box.box,))
    assert [each.words for each in room.page.offers.offers] == ["Solvej"]
    room.page.undo()
    assert room.page.layer.redactions == ()
    assert len(room.page.offers.offers) == 2


def test_a_picture_that_nothing_has_read_says_so(room: Room) -> None:
    room.opened()
    assert room.page.offers.unread
    assert room.page.offers.sentence == "Nothing has read this picture yet."
    room.presenter.leave()
    assert not room.page.offers.sentence


def test_a_name_is_covered_in_the_whole_series_where_it_was_read(
    room: Room, session: Session, house: House
) -> None:
    case = with_words(session)
    first = exhibit_of(session)
    link = SeriesLink.after(first.original, 1, PICTURE)
    (entry,) = capture_and_seal(case, house.open_screen(), CaptureWish(), link=link)
    second = case.state.exhibit_of(entry)
    assert second is not None
    read(case, second)
    session.publish()
    room.opened()
    assert [each.everywhere for each in room.page.offers.offers] == [True, False]
    room.presenter.finding.cover_everywhere(0)
    (here,) = room.page.layer.redactions
    other = case.state.exhibit(second.number)
    assert other is not None
    (there,) = layer_of(other).redactions
    assert is_covered((NAME,), (here.box,))
    assert is_covered((NAME,), (there.box,))
    assert "1 other picture" in room.page.notice
    # Asked again, nothing is sealed once more.
    found = find_to_cover(case, other)
    assert found is not None
    assert cover_everywhere(case, [other], found[0].who, "Name", FONT) == 0


def test_the_list_covers_by_its_buttons(page: ExhibitPage, session: Session) -> None:
    with_words(session)
    page.presenter.leave()
    page.presenter.show(1)
    offers = page.panel.offers
    assert offers.isVisibleTo(page)
    offers.buttons[0].click()
    assert list(offers.buttons) == [1]
    assert page.presenter.editing is not None
    assert len(page.presenter.editing.drawing.redactions) == 1


def test_each_stands_on_the_picture_and_is_covered_or_let_stand_there(
    page: ExhibitPage, session: Session
) -> None:
    with_words(session)
    page.presenter.leave()
    page.presenter.show(1)
    offered = page.offered
    assert page.presenter.editing is not None
    press(page, 20, 8)
    assert (offered.chosen, offered.bar.isVisibleTo(page)) == (0, True)
    QTest.keyClick(offered.bar, Qt.Key.Key_Escape)
    assert (offered.chosen, offered.bar.isVisibleTo(page)) == (None, False)
    press(page, 20, 8)
    offered.bar.leave.click()
    assert offered.key_at(20, 8) is None
    assert list(page.panel.offers.buttons) == [1]
    page.presenter.editing.choose_tool(Tool.REDACT)
    press(page, 20, 34)
    offered.bar.cover.click()
    (box,) = page.presenter.editing.drawing.redactions
    assert isinstance(box.shape, Redaction)
    assert is_covered((NUMBER,), (box.shape.box,))
    assert offered.key_at(20, 34) is None
    # What was let stand is offered again where the person asks for it.
    page.panel.offers.once_more.click()
    assert offered.key_at(20, 8) == 0


def test_a_press_beside_what_is_offered_or_with_another_tool_is_for_the_marks(
    page: ExhibitPage, session: Session
) -> None:
    with_words(session)
    page.presenter.leave()
    page.presenter.show(1)
    assert page.presenter.editing is not None
    page.presenter.editing.choose_tool(Tool.NUMBER)
    press(page, 20, 8)
    assert page.offered.chosen is None
    assert len(page.presenter.editing.drawing.marks) == 1
    page.presenter.editing.choose_tool(Tool.SELECT)
    press(page, 20, 34)
    press(page, 110, 60)
    assert page.offered.chosen is None


def test_what_the_focus_is_on_in_the_list_stands_out_in_the_picture(
    page: ExhibitPage, session: Session
) -> None:
    with_words(session)
    page.presenter.leave()
    page.presenter.show(1)
    plain = page.canvas.grab().toImage()
    page.panel.offers.pointed.emit(1)
    assert page.canvas.grab().toImage() != plain
    assert page.offered.chosen is None


def press(page: ExhibitPage, x: int, y: int) -> None:
    place = page.canvas.mapFromScene(QPointF(x + 0.5, y + 0.5))
    QTest.mouseClick(page.canvas.viewport(), Qt.MouseButton.LeftButton, PLAIN, place)
