"""Words in a flowing row: on one line where there is room, broken only where there is none."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.kit import FlowRow, Subheading

WORDS = "Anmeld selv arbejdsskaden"


def test_words_stand_on_one_line_where_there_is_room(qtbot: QtBot) -> None:
    label, mark = Subheading(WORDS), QPushButton("23 timer")
    row = FlowRow(label, mark)
    qtbot.addWidget(row)
    row.resize(600, 60)
    row.show()
    one_line = label.fontMetrics().height()
    assert label.height() < 2 * one_line
    assert mark.y() < one_line
    row.resize(label.fontMetrics().horizontalAdvance(WORDS) * 2 // 3, 200)
    qtbot.waitUntil(lambda: label.height() >= 2 * one_line)
    assert label.width() <= row.width()
    assert mark.y() >= label.y() + label.height()
