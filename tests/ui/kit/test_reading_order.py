"""Tab follows the layouts of a page, not the order in which its parts were made."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit import Button, Card, CardPage, Columns
from app.ui.kit.reading_order import follow_reading_order


def walked(first: QWidget, count: int) -> list[QWidget]:
    """Return what Tab comes to, as far as it can stand there."""
    found: list[QWidget] = [first]
    each: QWidget | None = first
    while len(found) < count and each is not None:
        each = each.nextInFocusChain()
        if isinstance(each, Button) and each.isVisible():
            found.append(each)
    return found


def test_what_is_put_in_later_is_come_to_where_it_stands(qtbot: QtBot) -> None:
    page, card, first, last = CardPage("Titel"), Card(), Button("Først"), Button("Sidst")
    page.add(first)
    page.add(card)
    page.add(last)
    qtbot.addWidget(page)
    left, right, beside = Button("Til venstre"), Button("Til højre"), Columns(least_px=20)
    row = QHBoxLayout()
    row.addWidget(beside)
    beside.columns.addWidget(left)
    beside.columns.addWidget(right)
    card.column.addLayout(row)
    hidden = Button("Skjult")
    card.add(hidden)
    page.show()
    hidden.hide()
    follow_reading_order(page)
    assert walked(first, 4) == [first, left, right, last]
