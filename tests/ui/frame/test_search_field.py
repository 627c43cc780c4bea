"""The field that searches the case: one can empty it once something is written there."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from app.ui.application import BuiltWindow


def test_the_button_that_empties_it_comes_with_the_first_letter_and_has_a_name(
    opened: BuiltWindow,
) -> None:
    field = opened.window.search
    assert field.findChild(QToolButton) is None
    QTest.keyClicks(field, "tr")
    button = field.findChild(QToolButton)
    assert button is not None
    assert button.accessibleName()
    button.click()
    assert field.text() == ""
