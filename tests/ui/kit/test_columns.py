"""Columns stand beside each other while each has its least width, and below each other where there is none."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.kit import Columns, Text


def test_beside_and_below(qtbot: QtBot) -> None:
    first, second = Text("a"), Text("b")
    columns = Columns(first, second, least_px=200, gap_px=20)
    qtbot.addWidget(columns)
    columns.resize(420, 100)
    with qtbot.waitExposed(columns):
        columns.show()
    assert (first.width(), second.x(), second.y()) == (200, 220, 0)
    columns.resize(419, 100)
    QApplication.processEvents()
    assert (first.width(), second.x()) == (419, 0)
    assert second.y() == first.height() + 20


def test_shares_and_what_is_hidden(qtbot: QtBot) -> None:
    first, second = Text("a"), Text("b")
    columns = Columns(first, second, least_px=50, gap_px=0, shares=(3, 1))
    qtbot.addWidget(columns)
    columns.resize(400, 100)
    with qtbot.waitExposed(columns):
        columns.show()
    assert (first.width(), second.width()) == (300, 100)
    second.hide()
    QApplication.processEvents()
    assert first.width() == 400


def test_a_text_that_breaks_gets_its_height(qtbot: QtBot) -> None:
    long = Text("ord " * 80)
    columns = Columns(long, Text("b"), least_px=100)
    qtbot.addWidget(columns)
    layout = columns.columns
    assert layout.heightForWidth(220) > layout.heightForWidth(800) >= long.heightForWidth(392)
