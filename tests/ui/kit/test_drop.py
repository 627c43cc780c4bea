"""What is dropped is copied, whatever its source proposes and whichever widget takes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit import CardPage, CopyOnly, DropZone, TextArea, TextField

_ALL = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[CardPage]:
    page = CardPage("Side")
    page.add(DropZone("Slip her", "Vælg"))
    page.add(TextField())
    page.add(TextArea())
    qtbot.addWidget(page)
    page.resize(500, 700)
    copies = CopyOnly(qapp)
    copies.watch_shown(page)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    copies.stop()


def fallen(page: CardPage, target: QWidget, data: QMimeData, actions: Qt.DropAction) -> QDropEvent:
    """Shift is held: Qt takes that for the wish to move."""
    at = target.mapTo(page, QPoint(5, 5))
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    window = page.windowHandle()
    entered = QDragEnterEvent(at, actions, data, left, shift)
    QCoreApplication.sendEvent(window, entered)
    event = QDropEvent(at.toPointF(), actions, data, left, shift)
    assert event.proposedAction() == Qt.DropAction.MoveAction
    QCoreApplication.sendEvent(window, event)
    assert entered.isAccepted() == event.isAccepted()
    return event


@pytest.mark.parametrize("kind", [DropZone, TextField, TextArea])
def test_a_drop_is_answered_with_a_copy_though_a_move_is_proposed(
    page: CardPage, kind: type[QWidget], tmp_path: Path
) -> None:
    data = QMimeData()
    if kind is DropZone:
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    else:
        data.setText("løse ord")
    (target,) = page.findChildren(kind)

    event = fallen(page, target, data, _ALL)

    assert event.isAccepted()
    assert event.dropAction() == Qt.DropAction.CopyAction


@pytest.mark.parametrize("kind", [TextField, TextArea])
def test_a_field_for_words_leaves_files_and_pictures_to_the_window(
    page: CardPage, kind: type[QWidget]
) -> None:
    (target,) = page.findChildren(kind)
    for name in ("image/png", "text/uri-list"):
        data = QMimeData()
        data.setText("ord")
        data.setData(name, b"file:///tmp/a.png")

        assert not fallen(page, target, data, _ALL).isAccepted()


def test_what_only_another_program_can_give_is_told_by_the_zone(
    page: CardPage, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setData('application/x-qt-windows-mime;value="FileGroupDescriptorW"', b"1")
    (zone,) = page.findChildren(DropZone)

    with qtbot.waitSignal(zone.elsewhere):
        assert fallen(page, zone, data, _ALL).isAccepted()


@pytest.mark.parametrize("kind", [DropZone, TextField, TextArea])
def test_a_source_that_lets_nothing_be_copied_is_refused(
    page: CardPage, kind: type[QWidget]
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/a.png")])
    data.setText("løse ord")
    (target,) = page.findChildren(kind)

    assert not fallen(page, target, data, Qt.DropAction.MoveAction).isAccepted()


def test_what_no_target_wants_is_refused(page: CardPage) -> None:
    data = QMimeData()
    data.setData("application/x-other", b"1")
    (target,) = page.findChildren(DropZone)

    assert not fallen(page, target, data, _ALL).isAccepted()
