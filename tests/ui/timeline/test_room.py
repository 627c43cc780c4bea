"""How the page uses its room: rows in sight, one scroll bar, the pane over the list, and what is covered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.casework import Labelled
from app.casework.kinds.note import NoteFacts
from app.timeline import Group
from app.ui import routes
from app.ui.kit import CoveredPicture, LongText, style_window
from app.ui.timeline import build
from app.ui.timeline.fields import FieldBlock
from app.ui.timeline.pictures import paint_blurred
from app.ui.timeline.view import TimelinePage
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.worlds import ENGLISH, Desk
from tests.written import write_note

# What the window's bars leave of 1366 × 728, of 1440 × 900 and of 1024 × 700.
ROOMS = ((1310, 616, 8), (1216, 788, 11), (968, 588, 7))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, desk: Desk) -> TimelinePage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1200, 800)
    with qtbot.waitExposed(page):
        page.show()
    return page


def notes(desk: Desk, count: int = 20, *, private: bool = False) -> None:
    for number in range(count):
        write_note(desk.case, f"note nummer {number}", NoteFacts(), private=private)
    desk.session.publish()


@pytest.mark.parametrize(("width", "height", "least"), ROOMS)
def test_so_many_rows_are_in_sight(
    page: TimelinePage, desk: Desk, width: int, height: int, least: int
) -> None:
    notes(desk)
    page.show_step("", "", "")
    page.resize(width, height)
    QApplication.processEvents()
    seen = [
        place
        for place in range(page.model.rowCount())
        if page.list.visualRect(page.model.index(place)).bottom() <= page.list.viewport().height()
    ]

    assert len(seen) >= least
    assert page.title.visibleRegion().boundingRect().height() > 0


def test_title_and_rows_scroll_together_by_one_bar_and_the_filters_stay(
    page: TimelinePage, desk: Desk
) -> None:
    notes(desk, 40)
    QApplication.processEvents()
    bars = [bar for bar in page.stack.findChildren(QScrollBar) if bar.isVisible()]
    assert len(bars) == 1
    top = page.bar.mapTo(page, QPoint()).y()

    # The wheel on what stands above the rows comes to the column, and turns the list.
    at = QPointF(page.title.rect().center())
    wheel = QWheelEvent(
        at,
        page.title.mapToGlobal(at),
        QPoint(),
        QPoint(0, -1200),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.column, wheel)

    assert bars[0].value() > 0
    assert page.title.mapTo(page, QPoint()).y() < 0
    assert page.bar.mapTo(page, QPoint()).y() == 0 < top


def test_a_chosen_row_is_never_under_the_filters(page: TimelinePage, desk: Desk) -> None:
    notes(desk, 40)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_End)
    for _ in range(39):
        QTest.keyClick(page.list, Qt.Key.Key_Up)
        box = page.list.visualRect(page.list.currentIndex())
        under = page.bar.geometry().bottom()
        assert under <= box.top() <= box.bottom() <= page.list.viewport().height()
    assert page.list.verticalScrollBar().value() == 0


def test_in_a_narrow_window_the_pane_lies_over_the_list_with_a_way_back(
    page: TimelinePage, desk: Desk
) -> None:
    notes(desk)
    page.resize(640, 700)
    assert not page.pane.isVisible()
    page.activateWindow()
    page.list.setFocus()

    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.pane.isVisible()
    assert not page.list.isVisible()
    assert desk.navigator.routes == []
    QTest.keyClick(page.pane.back, Qt.Key.Key_Escape)
    assert page.list.isVisible()

    place = page.list.visualRect(page.model.index(1)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.pane.isVisible()
    page.pane.back.click()
    assert page.list.isVisible()
    page.resize(1200, 800)
    assert page.list.isVisible()
    assert page.pane.isVisible()


def test_what_is_to_be_shown_is_seen_although_the_pane_lay_over_it(
    page: TimelinePage, desk: Desk
) -> None:
    notes(desk)
    page.resize(640, 700)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    first = page.model.timeline.rows[-1].id

    page.open(routes.Timeline(search="", show=(first,)))

    assert page.list.isVisible()
    row = page.list.row()
    assert row is not None
    assert row.id == first
    assert page.list.viewport().rect().contains(page.list.visualRect(page.list.currentIndex()))


def test_a_private_note_is_covered_in_the_pane_and_uncovered_by_the_keyboard(
    page: TimelinePage, desk: Desk
) -> None:
    notes(desk, 1, private=True)
    page.activateWindow()
    (cover,) = page.pane.findChildren(CoveredPicture)
    words = [each for each in page.pane.findChildren(LongText) if "nummer" in each.words()]
    assert words
    assert not any(each.isVisible() for each in words)

    cover.button.setFocus()
    QTest.keyClick(cover.button, Qt.Key.Key_Space)
    assert all(each.isVisible() for each in words)

    page.bar.clear_pictures.trigger()
    assert page.model.line(0).title == "note nummer 0"
    assert not page.pane.findChildren(CoveredPicture) or not cover.isVisible()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_blurred_words_differ_less_than_words_do(qapp: QApplication, percent: int) -> None:
    del qapp
    high = 24 * percent // 100

    def contrast(*, blurred: bool) -> int:
        image = QImage(400, high, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        font = painter.font()
        font.setPixelSize(15 * percent // 100)
        painter.setFont(font)
        if blurred:
            paint_blurred(painter, image.rect(), painter.font(), "i i i i i i i i i i", "black")
        else:
            painter.setPen(QColor("black"))
            painter.drawText(image.rect(), Qt.AlignmentFlag.AlignVCenter, "i i i i i i i i i i")
        painter.end()
        shades = [image.pixelColor(x, high // 2).lightness() for x in range(20, 60)]
        return max(shades) - min(shades)

    assert contrast(blurred=True) * 4 < contrast(blurred=False)


def test_small_pictures_glare_less_in_the_dark(
    qtbot: QtBot, qapp: QApplication, page: TimelinePage, desk: Desk
) -> None:
    screen = FakeScreen(desk.clock, striped_pixels(120, 80, 0))
    capture_and_seal(desk.case, screen, CaptureWish())
    desk.session.publish()
    (exhibit,) = desk.case.state.exhibits
    qtbot.waitUntil(lambda: not page.delegate.pictures.lacks(exhibit))

    def painted(look: object) -> QImage:
        image = QImage(60, 60, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.black)
        page.delegate.pictures.look = look  # type: ignore[assignment]  # a look
        painter = QPainter(image)
        page.delegate.pictures.paint(painter, image.rect(), exhibit)
        painter.end()
        return image

    light, dark = (painted(desk.apply_look(qapp, dark=on)) for on in (False, True))
    middle = light.rect().center()
    bright, weak = light.pixelColor(middle).lightness(), dark.pixelColor(middle).lightness()
    assert weak < bright
    desk.apply_look(qapp)


def test_the_pills_choose_a_group_and_say_how_many_there_are(
    page: TimelinePage, desk: Desk
) -> None:
    notes(desk, 3)
    screen = FakeScreen(desk.clock, striped_pixels(120, 80, 0))
    capture_and_seal(desk.case, screen, CaptureWish())
    desk.session.publish()
    pill = page.bar.pills.button(str(Group.EXHIBITS))
    assert pill.text() == "Exhibits 1"

    pill.click()
    assert page.model.rowCount() == 1
    page.activateWindow()
    page.list.setFocus()
    page.bar.pills.button(str(Group.REPORTS)).click()
    assert page.nothing.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert page.model.rowCount() == 4


def test_the_filter_menu_offers_what_the_case_has(page: TimelinePage, desk: Desk) -> None:
    notes(desk, 1)
    notes(desk, 1, private=True)
    page.bar.filters.aboutToShow.emit()
    kind = next(each for each in page.bar.filters.actions() if each.text() == "Kind")
    menu = kind.menu()
    assert [each.text() for each in menu.actions()] == ["Everything", "Notes", "Private notes"]  # type: ignore[attr-defined]  # a menu

    menu.actions()[2].trigger()  # type: ignore[attr-defined]
    assert page.model.rowCount() == 1
    assert page.bar.said.text() == "1 thing · Private notes"


def test_a_link_can_be_copied(qtbot: QtBot) -> None:
    block = FieldBlock(Labelled("Link", "https://a.example/1", link=True), ENGLISH)
    qtbot.addWidget(block)
    assert block.copy is not None
    block.copy.click()

    assert QGuiApplication.clipboard().text() == "https://a.example/1"
    assert block.copy.text() == "Copied"


@pytest.mark.parametrize(("width", "below"), [(584, True), (968, True), (1400, False)])
def test_the_pills_stand_on_one_line_also_in_a_narrow_window(
    page: TimelinePage, desk: Desk, qtbot: QtBot, width: int, below: bool
) -> None:
    notes(desk, 3)
    page.resize(width, 700)
    bar = page.bar
    qtbot.waitUntil(lambda: bar.width() < width)
    QApplication.processEvents()
    pills = [bar.pills.button(str(group)) for group in Group]
    (line,) = {pill.mapTo(bar, QPoint()).y() for pill in pills}
    assert all(pill.width() >= pill.sizeHint().width() for pill in pills)
    menu = bar.view_button.mapTo(bar, QPoint())
    assert (menu.y() > line + pills[0].height() - 4) is below
    assert menu.x() + bar.view_button.width() <= bar.width()


def test_the_pills_stand_in_the_middle_of_the_buttons_beside_them(
    page: TimelinePage, desk: Desk
) -> None:
    notes(desk, 3)
    QApplication.processEvents()
    middles = {
        part.mapTo(page, part.rect().center()).y()
        for part in (
            page.bar.pills.button("everything"),
            page.bar.filter_button,
            page.bar.view_button,
        )
    }
    assert len(middles) == 1
