"""The list and the pane as a person meets them, by mouse, by keyboard and by screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.mark_and_redact import set_layer
from app.casework import Icon
from app.casework.kinds.note import NoteFacts
from app.markup import Box, Layer, Redaction
from app.timeline import Ways, all_rows
from app.ui import routes
from app.ui.kit import CoveredPicture, style_window
from app.ui.timeline import build
from app.ui.timeline.details import RowAction
from app.ui.timeline.icons import paint_icon
from app.ui.timeline.measures import Measures, Placing
from app.ui.timeline.pictures import blurred
from app.ui.timeline.view import TimelinePage
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.ui.timeline.case import full_case
from tests.worlds import RESOURCES, Desk
from tests.written import write_note


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


def fill(desk: Desk, captures: int = 2, notes: int = 1) -> None:
    screen = FakeScreen(desk.clock, striped_pixels(120, 80, 0))
    for _ in range(captures):
        capture_and_seal(desk.case, screen, CaptureWish())
    for number in range(notes):
        write_note(desk.case, f"note {number}", NoteFacts())
    desk.session.publish()


def test_the_empty_page_has_two_buttons_and_no_list(page: TimelinePage, desk: Desk) -> None:
    assert page.empty.isVisible()
    page.resize(1216, 800)
    QApplication.processEvents()
    middle = page.empty.mapTo(page, page.empty.rect().center()).x()
    assert abs(middle - page.width() // 2) < 20
    assert not page.list.isVisible()
    assert not page.pane.isVisible()
    page.empty.primary.click()
    page.empty.secondary.click()
    assert desk.acts.names == ["take_screenshot", "add_files"]


def test_the_model_keeps_the_rules_of_models(page: TimelinePage, desk: Desk) -> None:
    tester = QAbstractItemModelTester(
        page.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    fill(desk)
    assert page.model.rowCount() == 3
    assert page.model.rowCount(page.model.index(0)) == 0
    assert page.model.data(QModelIndex()) is None
    tester.deleteLater()


def test_arrows_go_from_row_to_row_and_the_pane_follows(page: TimelinePage, desk: Desk) -> None:
    fill(desk)
    page.list.setFocus()
    assert page.pane.detail is not None
    assert page.pane.detail.title == "Note"

    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.pane.detail.title == "Exhibit 2"
    QTest.keyClick(page.list, Qt.Key.Key_End)
    assert page.pane.detail.title == "Exhibit 1"
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    assert page.pane.detail.title == "Note"


def test_enter_and_a_double_click_open(page: TimelinePage, desk: Desk) -> None:
    fill(desk)
    page.list.choose(1)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    place = page.list.visualRect(page.model.index(2)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert desk.navigator.routes == [routes.Exhibit(2), routes.Exhibit(1)]


def test_delete_hides_the_row_and_a_toast_takes_it_back(page: TimelinePage, desk: Desk) -> None:
    fill(desk)
    page.activateWindow()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert page.model.rowCount() == 2

    desk.acts.toasts[0].actions[0].act()
    assert page.model.rowCount() == 3


def test_what_was_made_last_is_chosen_whatever_was_chosen_before(
    page: TimelinePage, desk: Desk
) -> None:
    fill(desk, captures=1, notes=0)
    fill(desk, captures=1, notes=0)
    assert page.pane.detail is not None
    assert page.pane.detail.title == "Exhibit 2"
    page.list.choose(1)
    fill(desk, captures=1, notes=0)
    assert page.pane.detail.title == "Exhibit 3"


def test_each_row_is_a_sentence_for_a_screen_reader(page: TimelinePage, desk: Desk) -> None:
    fill(desk)
    heard = QAccessible.queryAccessibleInterface(page.list)

    assert heard.text(QAccessible.Text.Name) == "Timeline"
    assert heard.childCount() == 3
    assert heard.child(1).text(QAccessible.Text.Name).startswith("Exhibit 2, Screenshot, 23 Nov")


def test_every_control_has_a_name_of_its_own(page: TimelinePage, desk: Desk) -> None:
    fill(desk)
    page.list.choose(1)
    names = [
        button.accessibleName() or button.text()
        for button in page.findChildren(QAbstractButton)
        if button.isVisible()
    ]
    assert all(names)
    # The next step's button and the pane's lead to the same form.
    assert sorted(set(names)) == sorted(names) or names.count("Add link and note") == 2


def test_the_small_pictures_of_the_rows_in_sight_are_fetched(
    qtbot: QtBot, page: TimelinePage, desk: Desk
) -> None:
    fill(desk, captures=40, notes=0)
    exhibits = desk.case.state.exhibits
    qtbot.waitUntil(lambda: not page.delegate.pictures.lacks(exhibits[-1]))

    assert page.delegate.pictures.lacks(exhibits[0])
    page.list.verticalScrollBar().setValue(page.list.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: not page.delegate.pictures.lacks(exhibits[0]))


def test_a_blurred_picture_has_no_edges_left() -> None:
    sharp = QImage(320, 200, QImage.Format.Format_RGB32)
    for x in range(320):
        for y in range(200):
            sharp.setPixelColor(x, y, QColor("black" if x // 4 % 2 else "white"))
    soft = blurred(sharp)

    shades = {soft.pixelColor(x, 30).lightness() for x in range(soft.width())}
    assert max(shades) - min(shades) < 40


def test_what_is_seen_at_a_place_is_the_row_of_that_place(page: TimelinePage, desk: Desk) -> None:
    fill(desk, captures=12, notes=6)
    page.list.verticalScrollBar().setValue(130)
    for place in range(page.model.rowCount()):
        box = page.list.visualRect(page.model.index(place))
        assert page.list.indexAt(box.center()).row() == place
    assert not page.list.indexAt(QPoint(5, -1000)).isValid()


def test_the_day_stands_above_its_first_row_and_belongs_to_none() -> None:
    timeline = all_rows(full_case(), Ways())
    measures = Measures(body_px=20, small_px=17, narrow=False)
    placing = Placing(timeline, measures)

    for place in range(len(timeline.rows)):
        top, height = placing.card_px(place)
        begins = place in timeline.starts
        assert top - placing.top_px(place) == (measures.header_px if begins else 0)
        assert placing.at(top) == placing.at(top + height - 1) == place
    assert placing.at(placing.total_px) == -1


def test_a_search_is_ended_with_escape(page: TimelinePage, desk: Desk) -> None:
    fill(desk, captures=0, notes=3)
    page.open(routes.Timeline(search="note 2"))
    assert page.model.rowCount() == 1
    page.activateWindow()
    page.list.setFocus()

    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    (ended,) = desk.navigator.routes
    assert ended == routes.Timeline(search="")
    page.open(ended)
    assert page.model.rowCount() == 3


def test_the_picture_in_the_pane_is_covered_until_it_is_asked_for(
    page: TimelinePage, desk: Desk
) -> None:
    fill(desk, notes=0)
    (picture,) = page.pane.findChildren(CoveredPicture)
    assert picture.button.isVisible()

    picture.button.click()
    assert not picture.covered
    assert not picture.button.isVisible()


def test_the_menus_offer_what_can_be_done_with_the_row(page: TimelinePage, desk: Desk) -> None:
    fill(desk)
    assert not page.row_actions[RowAction.OPEN].isEnabled()
    page.list.choose(1)
    assert page.row_actions[RowAction.OPEN].isEnabled()
    assert page.row_actions[RowAction.HIDE] in page.actions()
    assert not page.row_actions[RowAction.SHOW_AGAIN].isEnabled()


def test_large_text_in_a_narrow_window_is_not_wider_than_the_page(
    qapp: QApplication, page: TimelinePage, desk: Desk
) -> None:
    fill(desk)
    desk.apply_look(qapp, dark=True, percent=200)
    page.resize(760, 700)
    for place in range(3):
        box = page.list.visualRect(page.model.index(place))
        assert box.right() <= page.list.width()
    assert page.list._measures.narrow
    desk.apply_look(qapp)


def test_each_icon_is_a_drawing_of_its_own() -> None:
    drawn = set()
    for icon in Icon:
        image = QImage(32, 32, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_icon(painter, QRectF(0, 0, 32, 32), icon, QColor("black"))
        painter.end()
        drawn.add(bytes(image.constBits()))

    assert len(drawn) == len(Icon)


def test_a_small_picture_follows_what_was_covered(
    qtbot: QtBot, page: TimelinePage, desk: Desk
) -> None:
    """The exhibits in sight are the same as before; what is shown of one is another picture."""
    fill(desk, captures=1, notes=0)
    pictures = page.delegate.pictures
    (exhibit,) = desk.case.state.exhibits
    qtbot.waitUntil(lambda: not pictures.lacks(exhibit))

    covered = Layer(redactions=(Redaction(Box(0, 0, 60, 40), "Barns navn"),))
    set_layer(desk.case, exhibit, covered, RESOURCES / "fonts" / "NotoSans-Bold.ttf")
    desk.session.publish()

    (exhibit,) = desk.case.state.exhibits
    qtbot.waitUntil(lambda: not pictures.lacks(exhibit))
