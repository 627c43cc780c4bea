"""Whether the wheel changes a field, and whether what is dragged in from outside is taken as a copy."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

_FIELDS = (QAbstractSpinBox, QComboBox, QAbstractSlider, QTabBar, QCalendarWidget)
_MANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction


class Fields:
    """What was found in all the states that were looked at."""

    def __init__(self) -> None:
        self.wheeled, self.dropped = Counter[str](), Counter[str]()

    def faults(self) -> list[str]:
        """Turn the wheel over every field, and drag a file over whatever takes one."""
        wrong: list[str] = []
        for field in fields():
            self.wheeled[type(field).__name__] += 1
            wrong += wheel_faults(field)
        for target in targets():
            action = dragged_over(target)
            if action is not None:
                self.dropped[type(target).__name__] += 1
                if action is not Qt.DropAction.CopyAction:
                    wrong.append(f"{type(target).__name__} takes a drag as {action.name}")
        return sorted(set(wrong))

    def tell(self) -> None:
        """Say what was met; fails where that is less than there is."""
        sys.stdout.write(f"\nwheeled: {dict(self.wheeled)}\ndragged over: {dict(self.dropped)}\n")
        assert {"NumberField", "Choice", "EditableChoice"} <= set(self.wheeled)
        met = {"MainWindow", "DropZone", "TextField", "TextArea", "SearchField"}
        assert met <= set(self.dropped)


def fields() -> Iterator[QWidget]:
    """Every field with a value, shown or not, of every window."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, _FIELDS) and not isinstance(widget, QScrollBar):
            yield widget


def wheel_faults(field: QWidget) -> Iterator[str]:
    """Turn the wheel over a field, without and with the focus, each way."""
    focused = QApplication.focusWidget()
    for has_focus in (False, True):
        if has_focus:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (field, *field.findChildren(QLineEdit)):
            for turn in (120, -120):
                before = value(field)
                wheel(part, turn)
                if value(field) != before:
                    yield f"{type(field).__name__} {field.accessibleName()}: {before} {value(field)}"
    if focused is not None and shiboken6.isValid(focused):
        focused.setFocus(Qt.FocusReason.OtherFocusReason)


def wheel(widget: QWidget, turn: int) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(widget, event)


def value(field: QWidget) -> str:
    """What stands in a field, as words."""
    if isinstance(field, QAbstractSpinBox):
        return field.text()
    if isinstance(field, QComboBox):
        return f"{field.currentIndex()} {field.currentText()}"
    if isinstance(field, QAbstractSlider):
        return str(field.value())
    if isinstance(field, QCalendarWidget):
        return field.selectedDate().toString()
    assert isinstance(field, QTabBar)
    return str(field.currentIndex())


def targets() -> Iterator[QWidget]:
    """Every widget in sight that says it takes drops."""
    for widget in QApplication.allWidgets():
        if widget.isVisible() and widget.acceptDrops() and not widget.visibleRegion().isEmpty():
            yield widget


def dragged_over(target: QWidget) -> Qt.DropAction | None:
    """What a file that is dragged over it with Shift is told; None where it is not taken."""
    window = target.window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/billede.png")])
    data.setText("/tmp/billede.png")
    at = target.mapTo(window, target.visibleRegion().boundingRect().center())
    event = QDragEnterEvent(
        at, _MANY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    )
    QCoreApplication.sendEvent(window.windowHandle(), event)
    QCoreApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
    return event.dropAction() if event.isAccepted() else None
