from __future__ import annotations

import ast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.kit import (
    Button,
    DangerButton,
    IconButton,
    NextButton,
    PrimaryButton,
    QuietButton,
    Sign,
)
from app.ui.kit.look import LIGHT
from tests.unit.house.tree import ROOT, files

_QTS = {"QPushButton", "QToolButton", "QAbstractButton"}
_TEXT_BUTTONS = (Button, DangerButton, NextButton, PrimaryButton, QuietButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", _TEXT_BUTTONS)
def test_a_button_is_pressed_once_by_enter_as_by_space(
    qtbot: QtBot, kind: type[Button], key: Qt.Key
) -> None:
    button = kind("Fortsæt")
    qtbot.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    QTest.keyClick(button, key)
    assert pressed == [1]


def test_a_sign_alone_is_pressed_too(qtbot: QtBot) -> None:
    button = IconButton(Sign.SETTINGS, "Indstillinger", lambda: LIGHT)
    qtbot.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [1]


def test_enter_with_another_key_is_left_to_the_page(qtbot: QtBot) -> None:
    button = PrimaryButton("Fortsæt")
    qtbot.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_every_button_of_the_window_is_one_that_enter_presses() -> None:
    """Qt's own are taken by ours alone, and ours have Enter before what Qt does."""
    bare = []
    for path in files("*.py", under="app/ui"):
        for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases = [each.id for each in node.bases if isinstance(each, ast.Name)]
                if _QTS & set(bases) and bases[0] != "PressedByEnter":
                    bare.append(f"{path}: {node.name}")
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in _QTS:
                bare.append(f"{path}:{node.lineno}")
    assert not bare
