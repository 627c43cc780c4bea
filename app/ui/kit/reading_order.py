"""Tab goes through a page of cards in the order in which it is read, also where parts of it were made later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget

from app.ui.kit.cards import CardPage


def follow_reading_order(page: QWidget) -> None:
    """Have Tab go through a page as its layouts have it; does nothing for one that is no page of cards.

    Qt's own order is that in which widgets were made: what is shown anew would come after all that stood there before.
    """
    if not isinstance(page, CardPage):
        return
    for before, after in pairwise(_stops(page, page)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget, page: QWidget) -> Iterator[QWidget]:
    """Yield what Tab can come to, from the first to the last."""
    if not widget.isVisibleTo(page) and widget is not page:
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QAbstractScrollArea):
        inside = widget.widget() if isinstance(widget, QScrollArea) else None
        if inside is not None:
            yield from _stops(inside, page)
        return
    laid: list[QWidget] = []
    layout = widget.layout()
    if layout is not None:
        laid = list(_laid_out(layout))
    others = (
        each
        for each in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if each not in laid and not each.isWindow()
    )
    for each in (*laid, *others):
        yield from _stops(each, page)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None:
            yield widget
