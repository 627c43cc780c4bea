"""The window's tests can show a window, and leave no choice of theirs in the environment of others."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot


def test_a_button_can_be_clicked_where_nothing_is_drawn(qtbot: QtBot) -> None:
    button = QPushButton("Tag")
    qtbot.addWidget(button)
    button.show()

    with qtbot.waitSignal(button.clicked, timeout=1000):
        button.click()

    assert QApplication.platformName() == "offscreen"


def test_a_real_window_can_still_be_started_in_a_child_process(qtbot: QtBot) -> None:
    assert os.environ.get("QT_QPA_PLATFORM", "") != "offscreen"
