"""Covering in a film: while the clip cannot be made, the dialog says what lacks, and the keys are enough."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.exhibit.film_dialogs import CoverDialog
from app.ui.exhibit.film_seeing import FilmOnPage
from tests.fakes.screen import striped_pixels
from tests.worlds import ENGLISH


def test_what_lacks_before_a_clip_can_be_made_is_said(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    film = FilmOnPage(number=1, runs_us=2_000_000, step_us=40_000, sound=True)
    dialog = CoverDialog(film, ENGLISH, window)
    dialog.show_frame("0:00.000", striped_pixels(8, 8), "")
    assert dialog.said.text() == "Draw a box on the frame first."
    assert dialog.between.text() == "Black 0:00.000 to 0:02.000"
    QTest.keyClick(dialog.player.frame, Qt.Key.Key_Return)
    assert dialog.said.text() == "Write why the place is covered."
    dialog.reason.setText("Child's face")
    assert dialog.said.text() == "Press “Cover this place”."
    assert not dialog.make.isEnabled()
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.make
    assert (dialog.said.text(), dialog.make.isEnabled()) == ("", True)
