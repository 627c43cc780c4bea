"""The first run by keyboard, and whole at every text size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.ui import routes
from app.ui.first_run.cards import OWN
from app.ui.first_run.presenter import FirstRunStep
from app.ui.first_run.view import FirstRunPage
from app.ui.kit import style_window
from tests.worlds import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> FirstRunPage:
    page = FirstRunPage(desk.context, desk.path)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_made_words_by_keyboard_alone(page: FirstRunPage, desk: Desk) -> None:
    QTest.keyClick(page.next, Qt.Key.Key_Space)
    QTest.keyClick(page.next, Qt.Key.Key_Space)
    assert page.presenter.step is FirstRunStep.LOCK
    QTest.keyClick(page.next, Qt.Key.Key_Space)
    assert page.passphrase.complaint.isVisible()
    QTest.keyClick(page.passphrase.written, Qt.Key.Key_Space)
    assert not page.passphrase.complaint.isVisible()
    QTest.keyClick(page.next, Qt.Key.Key_Space)
    assert desk.session.vault is not None
    QTest.keyClick(page.next, Qt.Key.Key_Space)
    assert desk.navigator.routes == [routes.Timeline()]
    assert page.passphrase.phrase.text() == ""


def test_own_words_are_hidden_until_they_are_asked_for(page: FirstRunPage, desk: Desk) -> None:
    page.next.click()
    page.next.click()
    page.passphrase.way.choose(OWN)
    card = page.passphrase
    assert not card.phrase.isVisible()
    assert card.first.line.echoMode() == card.first.line.EchoMode.Password
    card.first.toggle.click()
    assert card.first.line.echoMode() == card.first.line.EchoMode.Normal
    card.first.line.setText("fire ord ingen gætter")
    card.second.line.setText("fire ord ingen gætte")
    page.next.click()
    assert card.complaint.isVisible()
    card.second.line.setText("fire ord ingen gætter")
    page.next.click()
    assert desk.session.vault is not None
    page.presenter.finish()
    assert card.first.value() == card.second.value() == ""


def test_tab_goes_from_the_first_line_to_the_second_and_caps_lock_is_told(
    page: FirstRunPage, qapp: QApplication
) -> None:
    page.next.click()
    page.next.click()
    card = page.passphrase
    card.way.choose(OWN)
    card.first.line.setFocus()
    QTest.keyClick(card.first.line, Qt.Key.Key_Tab)
    assert card.second.line.hasFocus()
    for key, modifier, told in (
        ("A", Qt.KeyboardModifier.NoModifier, True),
        ("a", Qt.KeyboardModifier.NoModifier, False),
        ("å", Qt.KeyboardModifier.ShiftModifier, True),
        ("Å", Qt.KeyboardModifier.ShiftModifier, False),
    ):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, key)
        qapp.sendEvent(card.second.line, press)
        assert card.second.caps.isVisible() is told, key
    assert not card.first.caps.isVisible()


def test_the_sheet_is_saved_where_the_person_points(
    page: FirstRunPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = desk.folder / "ark.pdf"
    page.presenter.use_made_words(written_down=True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.ready.button.click()
    assert target.exists()
    assert page.ready.state.isVisible()


def test_a_vault_that_is_there_already_is_handed_on(
    page: FirstRunPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/a/b.bevismappe", ""))
    page.what.existing.emit()
    assert desk.navigator.routes == [routes.Unlock(Path("/a/b.bevismappe"))]


@pytest.mark.parametrize("way", ["made", "own"])
def test_nothing_is_cut_off_at_twice_the_text(
    page: FirstRunPage, qapp: QApplication, desk: Desk, way: str
) -> None:
    style_window(page, desk.apply_look(qapp, percent=200))
    try:
        page.resize(640, 600)
        page.passphrase.way.choose(way)
        for step in FirstRunStep:
            page.show_step(step)
            qapp.processEvents()
            assert page.page.area.horizontalScrollBar().maximum() == 0
            assert page.next.width() >= page.next.sizeHint().width()
    finally:
        desk.apply_look(qapp)
