"""How the page shares the window: the picture has most of it, and the list opens where the chosen mark stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.casework import layer_of
from app.markup import Arrow, Layer, Number
from app.picture import Pixels
from app.ui import routes
from app.ui.exhibit.canvas import EditorCanvas
from app.ui.exhibit.editor_bar import EditorBar
from app.ui.exhibit.geometry import EditorGround
from app.ui.exhibit.model import drawing_of
from app.ui.exhibit.tools import Tool
from app.ui.exhibit.view import ExhibitPage
from app.ui.exhibit.view_protocol import ExhibitLook
from app.ui.kit import LIGHT, apply_style, load_fonts, style_window
from app.ui.session import Session
from tests.fakes.navigator import FakeNavigator
from tests.ui.exhibit.editor import exhibit_of
from tests.ui.exhibit.hands import LEFT, on_screen
from tests.worlds import DANISH, RESOURCES


def test_where_there_is_little_room_what_is_said_now_goes_first(page: ExhibitPage) -> None:
    page.show_notice("Nu skete der noget")
    page.resize(1200, 800)
    wide = page.status_words()
    page.resize(800, 800)
    narrow = page.status_words()
    page.show_notice("")

    assert wide[0] == "Original saved and locked"
    assert wide[-1] == "Nu skete der noget"
    assert tuple(narrow) == ("Nu skete der noget",)
    assert page.status_words()[0] == "Original saved and locked"


RAIL_PX, MENU_AND_STATUS_PX = 56, 62
"""What the window keeps for itself beside and above a page."""


@pytest.mark.parametrize("size", [(1366, 728), (1024, 700), (1600, 1000)])
def test_the_picture_has_the_window(page: ExhibitPage, size: tuple[int, int]) -> None:
    page.resize(size[0] - RAIL_PX, size[1] - MENU_AND_STATUS_PX)
    QApplication.processEvents()
    assert page.panel.isVisible()
    assert page.picture.width() >= 0.58 * size[0]


def test_all_tools_are_seen_at_1024_by_700_and_hiding_comes_first(page: ExhibitPage) -> None:
    """What is left of such a window below its menus and above its status line."""
    page.resize(1024, 640)
    QApplication.processEvents()
    places = [page.tools.button(tool) for tool in Tool]
    assert all(not each.visibleRegion().isEmpty() for each in places)
    assert all(each.visibleRegion().boundingRect() == each.rect() for each in places)
    tops = [each.mapTo(page.tools, each.rect().topLeft()).y() for each in places]
    assert tops == sorted(tops)
    assert list(Tool)[:2] == [Tool.SELECT, Tool.REDACT]


def dress(application: QApplication, window: QWidget) -> None:
    """Measure it as the program shows it: fonts, look and style sheet."""
    load_fonts(RESOURCES)
    apply_style(application, LIGHT, RESOURCES)
    style_window(window, LIGHT)


@pytest.mark.parametrize("number", [1, 10, 100])
def test_the_bar_of_a_covered_picture_is_one_line_at_1024(
    qtbot: QtBot, qapp: QApplication, number: int
) -> None:
    bar = EditorBar(DANISH, lambda: LIGHT)
    qtbot.addWidget(bar)
    dress(qapp, bar)
    bar.title.setText(f"Bilag {number}")
    bar.show_zoom(100)
    bar.show_marks_button(shown=True, checked=True)
    bar.resize(1024 - RAIL_PX, 52)
    bar.show()
    QApplication.processEvents()
    assert bar.heightForWidth(bar.width()) < 2 * bar.looks.height()


def test_in_a_narrow_window_the_list_is_put_away_and_comes_when_words_are_asked(
    page: ExhibitPage,
) -> None:
    page.resize(700, 700)
    assert not page.panel.isVisible()
    assert page.bar.marks.isVisible()
    QTest.keyClick(page.canvas, Qt.Key.Key_N)
    QTest.mouseClick(page.canvas.viewport(), LEFT, pos=on_screen(page.canvas, 60, 40))
    assert page.panel.isVisible()
    assert page.panel.fields.words.hasFocus()
    page.bar.marks.click()
    assert not page.panel.isVisible()


def test_what_the_recipient_sees_has_no_tools_and_says_so(page: ExhibitPage) -> None:
    assert page.tools.isVisible()
    page.bar.looks.button(str(ExhibitLook.RECIPIENT)).click()
    assert not page.tools.isVisible()
    assert page.picture.strip.isVisible()
    page.picture.to_marks.click()
    assert page.tools.isVisible()
    assert not page.picture.strip.isVisible()
    assert page.presenter.look is ExhibitLook.MARKED


def test_the_chosen_mark_opens_in_its_place(page: ExhibitPage) -> None:
    assert page.presenter.editing is not None
    for tool in (Tool.FRAME, Tool.REDACT, Tool.NUMBER):
        page.presenter.editing.add_at(tool, (60, 40))
    fields, listed = page.panel.fields, page.panel.list
    for row in range(3):
        listed.setCurrentIndex(page.panel.model.index(row))
        place = listed.place_of(row).translated(listed.pos())
        assert fields.geometry() == place
        assert fields.height() >= fields.wanted_px()
    page.presenter.editing.select(0)
    assert not fields.isVisible()


def test_the_fields_of_a_mark_begin_below_all_that_is_said_of_it(page: ExhibitPage) -> None:
    """Where the list is narrow, what is said of a mark takes more lines than one."""
    assert page.presenter.editing is not None
    page.presenter.editing.add_at(Tool.REDACT, (60, 40))
    fields, listed = page.panel.fields, page.panel.list
    heights = set()
    for wide in (600, 240):
        page.panel.setFixedWidth(wide)
        QApplication.processEvents()
        title = listed.title_px(0, fields.beside_title_px())
        heights.add(title)
        assert fields.reason_label.y() >= title
        assert fields.height() >= fields.wanted_px()
    assert len(heights) > 1


def test_escape_in_a_field_leaves_the_page_and_keeps_what_was_typed(
    qtbot: QtBot, page: ExhibitPage, session: Session
) -> None:
    assert page.presenter.editing is not None
    page.presenter.editing.add_at(Tool.NUMBER, (60, 40))
    QTest.keyClicks(page.panel.fields.words, "Trussel")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page.panel.fields.words, Qt.Key.Key_Escape)
    (number,) = layer_of(exhibit_of(session)).marks
    assert isinstance(number, Number)
    assert number.caption == "Trussel"


@pytest.mark.parametrize("zoom", [0.2, 0.4, 1.0])
def test_an_arrow_can_be_seen_however_small_the_picture_is_shown(qtbot: QtBot, zoom: float) -> None:
    """Across its shaft at least three pixels of the screen are its own."""
    wide, high = 1920, 1080
    ground = EditorGround(wide, high, lambda text, size_px: (len(text) * size_px, size_px))
    canvas = EditorCanvas(QApplication.font(), lambda: LIGHT)
    qtbot.addWidget(canvas)
    canvas.set_picture(Pixels(wide, high, bytes((255, 255, 255)) * (wide * high)))
    canvas.zoom_to(zoom)
    canvas.show_drawing(drawing_of(Layer((Arrow(100, 500, 1800, 500),))), 0, ground)
    shown = QImage(QSize(round(wide * zoom), round(high * zoom)), QImage.Format.Format_RGB32)
    shown.fill(QColor(255, 255, 255))
    painter = QPainter(shown)
    canvas.marks.render(painter, QRectF(shown.rect()), QRectF(0, 0, wide, high))
    painter.end()
    x = round(900 * zoom)
    dark = [y for y in range(shown.height()) if shown.pixelColor(x, y).red() < 128]
    assert len(dark) >= 3


def test_a_mark_that_is_chosen_below_the_edge_is_brought_into_sight_with_its_fields(
    qtbot: QtBot, page: ExhibitPage
) -> None:
    assert page.presenter.editing is not None
    page.resize(1366, 500)
    for _ in range(8):
        page.presenter.editing.add_at(Tool.FRAME, (60, 40))
    fields = page.panel.fields
    qtbot.waitUntil(lambda: fields.visibleRegion().boundingRect().height() >= fields.height() - 2)


def test_escape_out_of_a_tool_gives_the_keys_back_to_the_picture(
    qtbot: QtBot, page: ExhibitPage
) -> None:
    QTest.keyClick(page.canvas, Qt.Key.Key_N)
    QTest.mouseClick(page.canvas.viewport(), LEFT, pos=on_screen(page.canvas, 60, 40))
    assert page.panel.fields.words.hasFocus()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page.panel.fields.words, Qt.Key.Key_Escape)
    assert page.canvas.hasFocus()
    assert page.presenter.editing is not None
    assert page.presenter.editing.tool is Tool.SELECT


@pytest.mark.parametrize("wide", [1366, 1280, 1024])
def test_the_report_is_one_press_away_from_the_editor(
    page: ExhibitPage, qapp: QApplication, wide: int
) -> None:
    dress(qapp, page)
    page.resize(wide - RAIL_PX, 640)
    QApplication.processEvents()

    (button,) = [each for each in (page.bar.report, page.bar.report_sign) if each.isVisible()]
    assert page.bar.height() < 2 * page.bar.looks.height()
    button.click()
    navigator = page.presenter._context.navigator
    assert isinstance(navigator, FakeNavigator)
    assert navigator.routes[-1] == routes.Report()


def test_a_tall_picture_begins_at_a_size_that_can_be_read_and_fit_shows_the_whole(
    qtbot: QtBot,
) -> None:
    canvas = EditorCanvas(QApplication.font(), lambda: LIGHT)
    qtbot.addWidget(canvas)
    canvas.show()
    canvas.resize(800, 600)
    canvas.set_picture(Pixels(1240, 3532, bytes(3 * 1240 * 3532)))
    across = (canvas.viewport().width() - 40) / 1240
    assert canvas.zoom == pytest.approx(across)
    assert canvas.verticalScrollBar().value() == canvas.verticalScrollBar().minimum()
    canvas.resize(900, 600)
    assert canvas.zoom == pytest.approx((canvas.viewport().width() - 40) / 1240)
    canvas.fit()
    assert canvas.zoom == pytest.approx((canvas.viewport().height() - 40) / 3532, rel=0.1)
    canvas.set_picture(Pixels(1240, 800, bytes(3 * 1240 * 800)))
    assert canvas.zoom == pytest.approx(min(860 / 1240, 560 / 800), rel=0.05)
