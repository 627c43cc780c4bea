"""The page itself: pointer, keys, fields and what a screen reader is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.casework import layer_of
from app.markup import (
    Arrow,
    Box,
    Ellipse,
    Frame,
    Freehand,
    Highlight,
    Layer,
    Line,
    Number,
    Redaction,
    Text,
    burn,
)
from app.picture import Pixels
from app.ui.exhibit.canvas import EditorCanvas
from app.ui.exhibit.figures import Figure
from app.ui.exhibit.geometry import EditorGround
from app.ui.exhibit.model import drawing_of
from app.ui.exhibit.tools import KEYS, Tool
from app.ui.exhibit.view import ExhibitPage
from app.ui.exhibit.view_protocol import ExhibitLook
from app.ui.kit import LIGHT
from app.ui.session import Session
from tests.ui.exhibit.editor import exhibit_of
from tests.ui.exhibit.hands import drag, layer, on_screen
from tests.worlds import FONT


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_a_drag_makes_a_frame_in_pixels_of_the_picture_at_every_zoom(
    qtbot: QtBot, page: ExhibitPage, zoom: float
) -> None:
    page.canvas.zoom_to(zoom)
    QTest.keyClick(page.canvas, Qt.Key.Key_R)
    drag(page.canvas, (20, 10), (80, 50))

    (frame,) = layer(page).marks
    assert isinstance(frame, Frame)
    # At half size a place on the screen is two pixels of the picture: nothing nearer can be pointed at.
    near = 0 if zoom >= 1 else 1
    box = frame.box
    assert abs(box.x - 20) <= near
    assert abs(box.y - 10) <= near
    assert abs(box.width - 60) <= 2 * near
    assert abs(box.height - 40) <= 2 * near


@pytest.mark.parametrize(("tool", "key"), list(KEYS.items()))
def test_one_key_takes_each_tool(qtbot: QtBot, page: ExhibitPage, tool: Tool, key: str) -> None:
    QTest.keyClick(page.canvas, getattr(Qt.Key, f"Key_{key}"))
    assert page.presenter.editing is not None
    assert page.presenter.editing.tool is tool
    assert page.tools.button(tool).isChecked()
    assert page.tools.button(tool).text().endswith(key)


def test_letters_typed_into_a_caption_are_no_tools_and_merge_into_one_step(
    qtbot: QtBot, page: ExhibitPage
) -> None:
    QTest.keyClick(page.canvas, Qt.Key.Key_N)
    QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    assert page.panel.fields.words.hasFocus()
    QTest.keyClicks(page.panel.fields.words, "sager")

    assert [mark.caption for mark in layer(page).marks if isinstance(mark, Number)] == ["sager"]
    assert page.presenter.editing is not None
    assert page.presenter.editing.tool is Tool.NUMBER
    assert page.steps.count() == 2


def test_undo_and_redo_by_key_and_by_button(qtbot: QtBot, page: ExhibitPage) -> None:
    assert not page.bar.undo.isEnabled()
    QTest.keyClick(page.canvas, Qt.Key.Key_S)
    drag(page.canvas, (20, 10), (80, 50))
    covered = layer(page)
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert layer(page) == Layer()
    QTest.keyClick(page.canvas, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert layer(page) == covered
    page.bar.undo.click()
    assert layer(page) == Layer()
    assert page.bar.redo.isEnabled()


def test_arrow_keys_move_and_with_shift_resize_and_delete_takes_away(
    qtbot: QtBot, page: ExhibitPage
) -> None:
    QTest.keyClick(page.canvas, Qt.Key.Key_R)
    drag(page.canvas, (20, 10), (80, 50))
    (before,) = layer(page).marks
    assert isinstance(before, Frame)
    QTest.keyClick(page.canvas, Qt.Key.Key_Right)
    QTest.keyClick(page.canvas, Qt.Key.Key_Down)
    QTest.keyClick(page.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    (after,) = layer(page).marks
    assert isinstance(after, Frame)
    box = before.box
    assert after.box == Box(box.x + 1, box.y + 1, box.width - 1, box.height)
    QTest.keyClick(page.canvas, Qt.Key.Key_Delete)
    assert layer(page) == Layer()


def test_figures_that_are_typed_place_the_mark(qtbot: QtBot, page: ExhibitPage) -> None:
    assert page.presenter.editing is not None
    page.presenter.editing.add_at(Tool.REDACT, (60, 40))
    for figure, value in (
        (Figure.WIDTH, "30"),
        (Figure.HEIGHT, "20"),
        (Figure.X, "7"),
        (Figure.Y, "9"),
    ):
        page.panel.fields.fold.setChecked(True)
        box = page.panel.fields.figures[figure]
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, value)
    (redaction,) = layer(page).redactions
    assert redaction.box == Box(7, 9, 30, 20)


def test_the_reason_is_picked_from_a_list_or_written(qtbot: QtBot, page: ExhibitPage) -> None:
    assert page.presenter.editing is not None
    page.presenter.editing.add_at(Tool.REDACT, (60, 40))
    offered = [
        page.panel.fields.reason.itemText(row) for row in range(page.panel.fields.reason.count())
    ]
    assert offered == [
        "Citizen's name",
        "Child's name",
        "Civil registration number",
        "Another employee",
        "Private information",
    ]
    page.panel.fields.reason.setFocus()
    QTest.keyClick(page.panel.fields.reason, Qt.Key.Key_Down)
    assert layer(page).redactions[0].reason == "Child's name"
    line = page.panel.fields.reason.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "Adresse")
    assert layer(page).redactions[0].reason == "Adresse"


def test_a_field_that_is_emptied_stays_empty_while_it_is_typed_in(
    qtbot: QtBot, page: ExhibitPage
) -> None:
    assert page.presenter.editing is not None
    page.presenter.editing.add_at(Tool.TEXT, (60, 40))
    page.panel.fields.words.selectAll()
    QTest.keyClick(page.panel.fields.words, Qt.Key.Key_Backspace)
    assert page.panel.fields.words.text() == ""
    QTest.keyClicks(page.panel.fields.words, "ny")
    (text,) = layer(page).marks
    assert isinstance(text, Text)
    assert text.text == "ny"


def test_the_list_does_all_that_the_pointer_does(qtbot: QtBot, page: ExhibitPage) -> None:
    for action in page.panel.add.menu().actions()[2:8]:
        action.trigger()
    kinds = [type(mark) for mark in layer(page).marks]
    assert kinds == [Frame, Ellipse, Highlight, Arrow, Line, Freehand]
    page.panel.list.setFocus()
    QTest.keyClick(page.panel.list, Qt.Key.Key_Home)
    QTest.keyClick(page.panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [type(mark) for mark in layer(page).marks] == [Ellipse, Frame, *kinds[2:]]
    page.panel.fields.up.click()
    assert [type(mark) for mark in layer(page).marks] == kinds
    page.panel.fields.delete.click()
    assert [type(mark) for mark in layer(page).marks] == kinds[1:]


def test_what_is_copied_is_what_is_shown(page: ExhibitPage, qtbot: QtBot) -> None:
    page.canvas.zoom_to(1.0)
    QTest.keyClick(page.canvas, Qt.Key.Key_S)
    drag(page.canvas, (20, 10), (60, 50))
    clipboard = QApplication.clipboard()
    clipboard.clear()
    page.page_actions.copy.trigger()
    qtbot.waitUntil(lambda: not clipboard.image().isNull())
    assert clipboard.image().pixelColor(40, 30).name() == "#000000"
    told = "The picture is copied with its marks. What is covered is not in it."
    assert told in page.status_words()
    page.bar.looks.button(str(ExhibitLook.ORIGINAL)).click()
    page.page_actions.copy.trigger()
    assert clipboard.image().pixelColor(40, 30).name() != "#000000"
    clipboard.clear()


def test_black_is_painted_over_every_mark_also_over_later_ones(
    qtbot: QtBot, page: ExhibitPage
) -> None:
    page.canvas.zoom_to(1.0)
    QTest.keyClick(page.canvas, Qt.Key.Key_S)
    drag(page.canvas, (20, 10), (60, 50))
    QTest.keyClick(page.canvas, Qt.Key.Key_R)
    drag(page.canvas, (10, 20), (100, 60))
    page.panel.list.setFocus()
    assert page.presenter.editing is not None
    page.presenter.editing.select(0)
    shot = page.canvas.viewport().grab().toImage()
    assert shot.pixelColor(on_screen(page.canvas, 40, 21)).name() == "#000000"
    assert shot.pixelColor(on_screen(page.canvas, 80, 21)).name() == "#0b5c6b"


def test_only_in_the_view_of_the_marks_can_marks_be_seen_and_changed(
    qtbot: QtBot, page: ExhibitPage
) -> None:
    QTest.keyClick(page.canvas, Qt.Key.Key_S)
    drag(page.canvas, (20, 10), (60, 50))
    page.bar.looks.button(str(ExhibitLook.ORIGINAL)).click()
    assert not any(item.isVisible() for item in page.canvas.marks.items_shown().values())
    assert not page.panel.add.isEnabled()
    assert not page.bar.undo.isEnabled()
    before = layer(page)
    drag(page.canvas, (70, 10), (90, 50))
    assert layer(page) == before
    page.bar.looks.button(str(ExhibitLook.MARKED)).click()
    assert all(item.isVisible() for item in page.canvas.marks.items_shown().values())
    assert page.bar.undo.isEnabled()


def test_the_screen_reader_hears_what_lies_on_the_picture(qtbot: QtBot, page: ExhibitPage) -> None:
    assert page.canvas.accessibleName() == "Picture of Exhibit 1"
    assert page.presenter.editing is not None
    page.presenter.editing.add_at(Tool.NUMBER, (60, 40))
    page.presenter.editing.set_words("Trussel")
    page.presenter.editing.add_at(Tool.REDACT, (60, 40))
    page.presenter.editing.add_at(Tool.NUMBER, (150, 110))
    assert page.canvas.accessibleDescription() == "2 marks, 1 place covered with black."
    spoken = [
        page.panel.model.data(page.panel.model.index(row), Qt.ItemDataRole.AccessibleTextRole)
        for row in range(page.panel.model.rowCount())
    ]
    assert spoken == [
        "Covered, No reason given yet",
        "Number 1, Goes into the report",
        "Number, Trussel, Is covered, and not listed in the report",
    ]


def test_everything_that_takes_the_focus_has_a_name_of_its_own(page: ExhibitPage) -> None:
    assert page.presenter.editing is not None
    page.presenter.editing.add_at(Tool.FRAME, (60, 40))
    names = []
    for widget in page.findChildren(QWidget):
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(page)
        if takes and not widget.objectName().startswith("qt_") and widget.focusProxy() is None:
            assert widget.accessibleName(), widget
            names.append(widget.accessibleName())
    assert len(names) > 15
    assert len(set(names)) == len(names)


def test_tab_goes_through_the_page_and_comes_back(page: ExhibitPage) -> None:
    assert page.presenter.editing is not None
    page.presenter.editing.add_at(Tool.FRAME, (60, 40))
    page.bar.back.setFocus()
    visited: list[QWidget] = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        assert widget is not None
        assert widget.isVisible()
        if widget in visited:
            break
        visited.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.bar.back
    for wanted in (
        page.canvas,
        page.tools.button(Tool.REDACT),
        page.panel.add,
        page.panel.list,
        page.panel.fields.delete,
        page.panel.fields.words,
        page.panel.fields.fold,
        page.bar.fit,
    ):
        assert wanted in visited, wanted


def test_wheel_and_keys_zoom_and_fit_shows_the_whole_picture(
    qtbot: QtBot, page: ExhibitPage
) -> None:
    canvas = page.canvas
    before = canvas.zoom
    centre = QPointF(canvas.viewport().rect().center())
    wheel = QWheelEvent(
        centre,
        canvas.viewport().mapToGlobal(centre),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), wheel)
    assert canvas.zoom == pytest.approx(before * 1.25)
    QTest.keyClick(canvas, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert canvas.zoom == pytest.approx(before)
    QTest.keyClick(canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert canvas.zoom == pytest.approx(1.0)
    assert page.bar.fit.text() == "Fit · 100 %"


def test_leaving_seals_what_was_drawn_by_hand(
    qtbot: QtBot, page: ExhibitPage, session: Session
) -> None:
    QTest.keyClick(page.canvas, Qt.Key.Key_S)
    drag(page.canvas, (20, 10), (60, 50))
    drawn = layer(page)
    page.leave()
    assert layer_of(exhibit_of(session)) == drawn
    assert page.steps.count() == 0


def test_the_picture_on_the_screen_looks_like_the_one_that_is_burned(qtbot: QtBot) -> None:
    """Ground, frame, disc, tint, plate and black where they are: compared away from smoothed edges."""
    grey = Pixels(300, 200, bytes((200, 200, 200)) * (300 * 200))
    marked = Layer(
        (
            Frame(Box(20, 20, 60, 40)),
            Highlight(Box(100, 20, 60, 40)),
            Number(200, 40),
            Text(20, 90, "Ord", 30),
            Arrow(120, 150, 200, 100),
        ),
        (Redaction(Box(220, 100, 50, 50), "x"),),
    )
    from app.picture import Canvas as Pen

    ground = EditorGround(300, 200, Pen(Pixels(1, 1, bytes(3)), FONT).text_size)
    canvas = EditorCanvas(QApplication.font(), lambda: LIGHT)
    qtbot.addWidget(canvas)
    canvas.set_picture(grey)
    canvas.show_drawing(drawing_of(marked), 0, ground)
    shown = QImage(QSize(300, 200), QImage.Format.Format_RGB32)
    shown.fill(QColor(200, 200, 200))
    painter = QPainter(shown)
    canvas.marks.render(painter, QRectF(0, 0, 300, 200), QRectF(0, 0, 300, 200))
    painter.end()
    burned = burn(grey, marked, FONT)
    far = 0
    for y in range(200):
        for x in range(300):
            colour = shown.pixelColor(x, y)
            seen = (colour.red(), colour.green(), colour.blue())
            far += any(abs(a - b) > 90 for a, b in zip(seen, burned.colour_at(x, y), strict=True))
    assert far < 900, "1.5 % of the pixels may differ: the edges of letters, disc and arrow"


def test_the_way_back_leads_to_the_exhibit_as_it_was(page: ExhibitPage) -> None:
    page.leave()
    page.come_back()
    assert page.presenter.editing is not None
    assert page.canvas.isVisible()
