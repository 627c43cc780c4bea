"""Where messages stand, so that none lies on what the person needs next. Plain rectangles; decides, shows nothing.

Rules:
- The newest stands lowest at the right of the page's middle column, the others above it; at the left only where the
  right has no room, and over other columns only where the middle one has none.
- Never over a page's primary button or what it keeps clear, nor, where there is room elsewhere, over any other button,
  a card to choose or what has the focus.
- One that has no room is folded to one line; what has no room even then waits out of sight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from app.ui.kit import OptionCard, PrimaryButton
from app.ui.kit.standing import CLEAR, MIDDLE
from app.ui.screens import ScreenPage

_GAP_PX = 8


class Occupied:
    """What messages keep clear of, in one set of coordinates.

    Attributes:
        never: what may not be covered.
        rather_not: what is only covered where there is no room elsewhere.
    """

    def __init__(self, never: Sequence[QRect] = (), rather_not: Sequence[QRect] = ()) -> None:
        self.never = list(never)
        self.rather_not = list(rather_not)

    def moved(self, by: QPoint) -> Occupied:
        """Return the same, shifted."""
        return Occupied(
            [each.translated(by) for each in self.never],
            [each.translated(by) for each in self.rather_not],
        )


def taken_on(window: QWidget, apart_from: Sequence[QWidget]) -> Occupied:
    """Return what is to be kept clear on a window, in its coordinates.

    A button that cannot be pressed just now counts too, or a message would jump each time that something is saved.

    Args:
        window: whose buttons.
        apart_from: the messages themselves, which have buttons of their own.
    """
    taken = Occupied()
    ours = [inside for each in apart_from for inside in each.findChildren(QAbstractButton)]
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible() or button in ours:
            continue
        part = seen_part(button, window)
        (taken.never if isinstance(button, PrimaryButton) else taken.rather_not).append(part)
    taken.never += [seen_part(each, window) for each in window.findChildren(QWidget, CLEAR)]
    # A card that is chosen as a whole is pressed like a button.
    taken.rather_not += [seen_part(each, window) for each in window.findChildren(OptionCard)]
    focused = QApplication.focusWidget()
    if (
        focused is not None
        and window.isAncestorOf(focused)
        and not isinstance(focused, QAbstractScrollArea | ScreenPage)
        and not any(each.isAncestorOf(focused) for each in apart_from)
    ):
        taken.rather_not.append(seen_part(focused, window))
    taken.never = [each for each in taken.never if not each.isEmpty()]
    taken.rather_not = [each for each in taken.rather_not if not each.isEmpty()]
    return taken


def seen_part(widget: QWidget, window: QWidget) -> QRect:
    """The part of a widget that is not scrolled out of sight, in the window's coordinates; empty where none is."""
    if not widget.isVisibleTo(window):
        return QRect()
    seen = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        seen = seen.intersected(QRect(above.mapTo(window, QPoint(0, 0)), above.size()))
        above = above.parentWidget()
    return seen


def middle_of(page: QWidget, window: QWidget) -> QRect:
    """Return the page's middle column, or else all of the page, in the window's coordinates."""
    columns = (seen_part(each, window) for each in page.findChildren(QWidget, MIDDLE))
    return next((each for each in columns if not each.isEmpty()), seen_part(page, window))


def find_place(
    wishes: Sequence[tuple[Sequence[QSize], QRect]], taken: Occupied
) -> tuple[int, int, QRect] | None:
    """Return where one message stands: the number of the area, that of its size, its place; None without room.

    Args:
        wishes: the areas where it may stand with the sizes that it may have there, the preferred first.
        taken: what it keeps clear of.
    """
    for avoided in ([*taken.never, *taken.rather_not], taken.never):
        for where, (sizes, area) in enumerate(wishes):
            for number, size in enumerate(sizes):
                for place in _places(size, area, avoided):
                    return where, number, place
    return None


def _places(size: QSize, area: QRect, avoided: Sequence[QRect]) -> Iterator[QRect]:
    """Return every free place along the right side from below, then along the left."""
    lowest = area.y() + area.height() - size.height()
    tops = sorted(
        {lowest, *(each.y() - _GAP_PX - size.height() for each in avoided)},
        reverse=True,
    )
    for left in (area.x() + area.width() - size.width(), area.x()):
        for top in tops:
            place = QRect(QPoint(left, top), size)
            if (
                top <= lowest
                and area.contains(place)
                and not any(place.intersects(each) for each in avoided)
            ):
                yield place
