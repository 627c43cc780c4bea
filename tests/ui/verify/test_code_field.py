"""A receipt code stands in groups of four while it is written, and what is no code is left as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.verify.code_field import CodeField, in_groups


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("7k2f91", "7K2F 91"),
        ("7K2F 91QD", "7K2F 91QD"),
        ("7K2F91QD/20 AB", "7K2F 91QD /20 AB"),
        ("ikke, en kode", "ikke, en kode"),
        ("A" * 33, "A" * 33),
        ("", ""),
    ],
)
def test_groups(typed: str, shown: str) -> None:
    assert in_groups(typed) == shown
    assert in_groups(shown) == shown


def test_the_cursor_stays_behind_what_was_typed(qtbot: QtBot) -> None:
    field = CodeField()
    qtbot.addWidget(field)
    QTest.keyClicks(field, "7k2f91qd03")
    assert (field.text(), field.cursorPosition()) == ("7K2F 91QD 03", 12)
    field.setCursorPosition(2)
    QTest.keyClick(field, Qt.Key.Key_X)
    assert (field.text(), field.cursorPosition()) == ("7KX2 F91Q D03", 3)
