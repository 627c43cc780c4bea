"""The walk by Tab through a window: it comes to everything, to nothing that cannot be seen, and back to its start."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_MOST_STEPS = 150
_LEAST_PX = 20
_AROUND_PX = 4
_EVERY_PX = 8
_FAR = 40
_SEVERAL = 2
"""Where there is but one thing, such as the cover, nobody asks where the focus is."""


def tab_faults(looked_at: set[str]) -> list[str]:
    """What is wrong with the walk through the active window.

    Args:
        looked_at: the kinds of controls whose ring was seen; each is looked at once.
    """
    window = QApplication.activeWindow()
    start = QApplication.focusWidget()
    if window is None or start is None:
        return [f"nothing has the focus in {_called(window)}"]
    stops = _stops(window)
    if stops and start not in stops:
        # A page that came to the front has the focus itself: the first Tab goes into it.
        QTest.keyClick(start, Qt.Key.Key_Tab)
        start = QApplication.focusWidget() or start
    forwards, wrong = _walk(start, Qt.Key.Key_Tab, stops, looked_at)
    backwards, also_wrong = _walk(start, Qt.Key.Key_Backtab, stops, looked_at)
    missed = [each for each in stops if not _reached(each, forwards)]
    wrong += also_wrong
    wrong += [f"Tab never comes to {_called(each)}" for each in missed]
    if set(backwards) != set(forwards):
        odd = set(backwards) ^ set(forwards)
        wrong.append(f"one way only: {', '.join(map(_called, odd))}")
    return wrong


def _walk(
    start: QWidget, key: Qt.Key, stops: list[QWidget], looked_at: set[str]
) -> tuple[list[QWidget], list[str]]:
    """Where the focus comes to until it is back, and what is wrong there."""
    came, wrong = [start], list[str]()
    for _ in range(_MOST_STEPS):
        before = came[-1]
        kind = _kind(before)
        focused = None if kind in looked_at or len(stops) < _SEVERAL else _picture(before)
        QTest.keyClick(before, key)
        now = QApplication.focusWidget()
        # One that was scrolled under an edge meanwhile is looked at the next time.
        if focused is not None and (left := _picture(before)).size() == focused.size():
            looked_at.add(kind)
            wrong += _ringless(before, focused, left)
        if now is start:
            return came, wrong + _unseen(now)
        if now is None or now in came:
            return came, [
                *wrong,
                f"{key.name} does not come back: {_called(now)} after {_called(came[-1])}",
            ]
        wrong += _unseen(now)
        came.append(now)
    return came, [*wrong, f"{key.name} goes on for ever"]


def _stops(window: QWidget) -> list[QWidget]:
    """Everything that wants to be come to by Tab."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.window() is window
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus.value
    ]


def _reached(stop: QWidget, came: list[QWidget]) -> bool:
    """Of a group in which one is chosen Tab comes to one; the arrows go to the others."""
    group = stop.group() if isinstance(stop, QAbstractButton) else None
    alike = group.buttons() if group is not None and group.exclusive() else [stop]
    return any(each in came for each in alike)


def _unseen(widget: QWidget) -> list[str]:
    """A focus that cannot be seen: hidden, or scrolled and cut away."""
    if not widget.isVisible():
        return [f"the focus is on {_called(widget)}, which is hidden"]
    seen, above = QRect(QPoint(), widget.size()), widget
    while not above.isWindow() and (parent := above.parentWidget()) is not None:
        seen = seen.translated(above.pos()).intersected(parent.rect())
        above = parent
    if seen.height() < min(_LEAST_PX, widget.height()) or seen.width() < _LEAST_PX:
        return [f"the focus is on {_called(widget)}, which is out of sight"]
    return []


def _kind(widget: QWidget) -> str:
    checked = widget.isChecked() if isinstance(widget, QAbstractButton) else False
    return f"{type(widget).__name__} {widget.property('kit')} {checked}"


def _picture(widget: QWidget) -> QImage:
    """What the window shows where it stands and right around it."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    return window.grab(place.adjusted(-_AROUND_PX, -_AROUND_PX, _AROUND_PX, _AROUND_PX)).toImage()


def _ringless(widget: QWidget, focused: QImage, left: QImage) -> list[str]:
    """A focus that shows nowhere: a ring two pixels wide is more than a cursor."""
    changed = sum(
        _far(left.pixelColor(x, y), focused.pixelColor(x, y))
        for y in range(left.height())
        for x in range(0, left.width(), _EVERY_PX)
    )
    if changed * _EVERY_PX < left.width():
        return [f"no focus is seen on {_called(widget)}"]
    return []


def _far(one: QColor, other: QColor) -> bool:
    red, green, blue = (
        one.red() - other.red(),
        one.green() - other.green(),
        one.blue() - other.blue(),
    )
    return max(map(abs, (red, green, blue))) > _FAR


def _called(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    return f"{type(widget).__name__} {widget.accessibleName()!r}"
