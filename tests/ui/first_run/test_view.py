"""The first run by keyboard, and whole at every text size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ui import routes
from app.ui.first_run.cards import OWN
from app.ui.first_run.presenter import FirstRunStep
from app.ui.first_run.view import FirstRunPage
from app.ui.first_run.words import NumberedWords
from app.ui.kit import style_window
from tests.worlds import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> FirstRunPage:
    page = FirstRunPage(desk.context, desk.path, desk.folder)
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
    assert desk.navigator.routes == [routes.NextStep()]
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
    page.ready.save_button.click()
    assert target.exists()
    assert page.ready.state.isVisible()


def test_a_vault_that_is_there_already_is_handed_on(
    page: FirstRunPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/a/b.bevismappe", ""))
    page.what.existing.emit()
    assert desk.navigator.routes == [routes.Unlock(Path("/a/b.bevismappe"))]


def test_the_six_words_stand_numbered_in_three_columns_and_in_fewer_where_it_is_narrow(
    qtbot: QtBot,
) -> None:
    window, words = QWidget(), NumberedWords()
    qtbot.addWidget(window)
    words.setParent(window)
    words.set_text("hest lampe vindue trappe kiwi blank")
    words.resize(600, 100)
    window.resize(600, 400)
    window.show()
    wide = _places(words)
    words.resize(words.minimumSizeHint().width(), 300)
    qtbot.waitUntil(lambda: len({x for x, _ in _places(words).values()}) == 1)

    assert list(wide) == ["1 hest", "2 lampe", "3 vindue", "4 trappe", "5 kiwi", "6 blank"]
    assert len({x for x, _ in wide.values()}) == 3
    assert len({y for _, y in wide.values()}) == 2
    assert sorted(wide, key=lambda each: wide[each][::-1]) == list(wide)
    assert words.text() == "hest lampe vindue trappe kiwi blank"


def _places(words: NumberedWords) -> dict[str, tuple[int, int]]:
    return {
        each.accessibleName(): (each.x(), each.y())
        for each in words.findChildren(QWidget)
        if each.isVisible() and each.accessibleName()
    }


def test_the_buttons_stand_right_under_the_card_where_all_of_it_fits(
    page: FirstRunPage, qtbot: QtBot
) -> None:
    card, foot = page.what, page.foot

    def room_between() -> int:
        return foot.y() - card.mapTo(page, card.rect().bottomLeft()).y()

    qtbot.waitUntil(lambda: 0 < room_between() < 60)
    page.resize(900, 300)
    qtbot.waitUntil(lambda: foot.geometry().bottom() == page.rect().bottom())

    assert page.page.area.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("way", ["made", "own"])
def test_nothing_is_cut_off_at_twice_the_text(
    page: FirstRunPage, qapp: QApplication, desk: Desk, way: str
) -> None:
    style_window(page, desk.apply_look(qapp, percent=200))
    page.resize(640, 600)
    page.passphrase.way.choose(way)
    for step in FirstRunStep:
        page.show_step(step)
        qapp.processEvents()
        assert page.page.area.horizontalScrollBar().maximum() == 0
        assert page.next.width() >= page.next.sizeHint().width()
