"""F9 covers what is there: to the eye, to a screen reader and to the keyboard, dialogs included."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.cover.cover import Cover
from app.ui.cover.idle import Idle
from app.ui.cover.unlock import UnlockPage
from app.ui.cover.veil import Veil
from tests.unit.actions.acting import captured
from tests.worlds import PHRASE, Desk

SECRET = "Det her må ingen se"


@pytest.fixture
def cover(desk: Desk, qapp: QApplication) -> Iterator[Cover]:
    cover = Cover(desk.context, qapp)
    yield cover
    cover.stop()
    cover.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.setWindowTitle(f"Bevismappe – {SECRET}")
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(QLabel(SECRET))
    column.addWidget(QLineEdit(SECRET))
    window.setCentralWidget(inside)
    window.menuBar().addMenu("Sag")
    qtbot.addWidget(window)
    window.resize(500, 400)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def veil_of(window: QWidget) -> Veil:
    (veil,) = window.findChildren(Veil)
    return veil


def seen(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.window() is window
        and not isinstance(widget, Veil)
        and not isinstance(widget.parent(), Veil)
    ]


def lines(veil: Veil) -> list[str]:
    return [each.text() for each in veil.findChildren(QLabel) if each.isVisible()]


def press(window: QWidget, key: Qt.Key) -> None:
    """As the system does it: a key comes to the window, and Qt carries it on to what has the focus."""
    QTest.keyClick(window.windowHandle(), key)


def test_f9_covers_the_window_and_f9_brings_it_back_as_it_was(
    cover: Cover, window: QMainWindow, qtbot: QtBot
) -> None:
    line = window.findChildren(QLineEdit)[0]
    line.setFocus()
    press(window, Qt.Key.Key_F9)
    assert seen(window) == []
    assert veil_of(window).geometry() == window.rect()
    assert SECRET not in window.windowTitle()
    assert window.windowTitle() == "Notes"
    QTest.keyClick(veil_of(window), Qt.Key.Key_F9)
    assert line.isVisible()
    assert window.menuBar().isVisible()
    assert SECRET in window.windowTitle()
    qtbot.waitUntil(line.hasFocus)
    qtbot.waitUntil(lambda: not window.findChildren(Veil))


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_no_other_key_brings_it_back(cover: Cover, window: QMainWindow, key: Qt.Key) -> None:
    cover.hide_now()
    QTest.keyClick(veil_of(window), key)
    assert SECRET not in window.windowTitle()


def test_the_cover_says_in_one_neutral_line_how_the_window_comes_back(
    cover: Cover, window: QMainWindow
) -> None:
    cover.hide_now()
    veil = veil_of(window)
    assert lines(veil) == ["F9 or a click shows the window again."]
    assert veil.accessibleDescription() == lines(veil)[0]
    cover.lock_now()
    assert lines(veil) == ["Press F9 or click, and type the passphrase to go on."]
    cover.reveal()
    assert "Press F9 or click, and type the passphrase to go on." not in lines(veil)
    QTest.keyClick(veil.findChildren(QLineEdit)[0], Qt.Key.Key_Escape)
    assert lines(veil) == ["Press F9 or click, and type the passphrase to go on."]


def test_a_locked_window_says_so_from_the_start(cover: Cover, window: QMainWindow) -> None:
    cover.lock_now()
    assert lines(veil_of(window)) == ["Press F9 or click, and type the passphrase to go on."]


def test_a_screenshot_can_be_taken_before_the_passphrase_is_known(
    cover: Cover, window: QMainWindow, desk: Desk
) -> None:
    cover.lock_now()
    cover.reveal()
    veil = veil_of(window)
    (take,) = (
        each for each in veil.findChildren(QPushButton) if each.text() == "Take a screenshot"
    )
    take.click()
    assert desk.acts.names.count("take_screenshot") == 1
    captured(desk.case)
    desk.session.publish()
    assert "The screenshot is saved and locked." in lines(veil)
    assert desk.session.locked


@pytest.mark.parametrize("clock", [0, 2])
def test_after_a_sleep_the_window_is_locked_at_once(
    desk: Desk, qapp: QApplication, window: QMainWindow, qtbot: QtBot, clock: int
) -> None:
    """The wall clock and the clock since boot go on while the computer sleeps; timers do not."""
    desk.session.create(desk.folder / "v.bevismappe", PHRASE, "Min sag")
    readings = [1000.0, 50.0, 80.0]
    cover = Cover(desk.context, qapp, lambda: tuple(readings))
    try:
        readings[clock] += 10 * 3600
        qtbot.waitUntil(lambda: desk.session.locked, timeout=5000)
        assert cover.presenter.covered
        assert seen(window) == []
    finally:
        cover.stop()
        cover.deleteLater()


def test_the_key_that_wakes_the_computer_does_not_count_as_use_before_it(
    desk: Desk, qapp: QApplication, window: QMainWindow
) -> None:
    desk.session.create(desk.folder / "v.bevismappe", PHRASE, "Min sag")
    readings = [1000.0, 50.0]
    cover = Cover(desk.context, qapp, lambda: tuple(readings))
    try:
        press(window, Qt.Key.Key_A)
        assert not desk.session.locked
        readings[0] += 3600
        press(window, Qt.Key.Key_A)
        assert desk.session.locked
    finally:
        cover.stop()
        cover.deleteLater()


def test_a_clock_set_back_keeps_no_window_open(desk: Desk) -> None:
    readings = [1000.0, 50.0]
    idle = Idle(lambda: tuple(readings))
    readings[:] = [-5000.0, 50.0 + 700]
    assert idle.seconds() == 700
    idle.used()
    assert idle.seconds() == 0


def test_a_click_brings_it_back(cover: Cover, window: QMainWindow, qtbot: QtBot) -> None:
    cover.hide_now()
    QTest.mouseClick(veil_of(window), Qt.MouseButton.LeftButton)
    assert seen(window)


def test_a_dialog_is_covered_and_not_answered(
    cover: Cover, window: QMainWindow, qtbot: QtBot
) -> None:
    dialog = QDialog(window)
    dialog.setModal(True)
    QVBoxLayout(dialog).addWidget(QLabel(SECRET))
    answered: list[int] = []
    dialog.finished.connect(answered.append)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is dialog.windowHandle())
    press(dialog, Qt.Key.Key_F9)
    assert seen(window) == seen(dialog) == []
    QTest.keyClick(veil_of(dialog), Qt.Key.Key_F9)
    assert seen(dialog)
    assert dialog.isVisible()
    assert answered == []
    dialog.close()


def test_a_window_that_opens_meanwhile_is_covered_as_well(
    cover: Cover, window: QMainWindow, qtbot: QtBot
) -> None:
    cover.hide_now()
    late = QWidget()
    QVBoxLayout(late).addWidget(QLabel(SECRET))
    qtbot.addWidget(late)
    late.show()
    assert seen(late) == []
    overlay = QWidget(
        None,
        Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
    )
    QVBoxLayout(overlay).addWidget(QLabel("Træk et felt"))
    qtbot.addWidget(overlay)
    overlay.show()
    assert seen(overlay)
    cover.reveal()
    assert seen(late)


def test_something_put_into_the_window_meanwhile_stays_out_of_sight(
    cover: Cover, window: QMainWindow, qapp: QApplication
) -> None:
    cover.hide_now()
    toast = QLabel(SECRET, window)
    toast.show()
    qapp.sendPostedEvents()
    QApplication.sendEvent(window, QEvent(QEvent.Type.LayoutRequest))
    assert not toast.isVisible()
    window.setWindowTitle(f"Ny titel {SECRET}")
    assert window.windowTitle() == "Notes"
    cover.reveal()
    assert toast.isVisible()
    assert window.windowTitle() == f"Ny titel {SECRET}"


def test_an_open_menu_is_closed(cover: Cover, window: QMainWindow, qtbot: QtBot) -> None:
    menu = QMenu(window)
    menu.addAction(SECRET)
    menu.popup(window.pos())
    qtbot.waitUntil(menu.isVisible)
    cover.hide_now()
    assert not menu.isVisible()
    cover.reveal()


def test_no_key_reaches_what_lies_below(cover: Cover, window: QMainWindow, qtbot: QtBot) -> None:
    done: list[str] = []
    action = QAction("Slet", window)
    action.setShortcut(QKeySequence("Ctrl+D"))
    action.triggered.connect(lambda: done.append("deleted"))
    window.addAction(action)
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert done == ["deleted"]
    cover.hide_now()
    veil = veil_of(window)
    qtbot.waitUntil(veil.hasFocus)
    QTest.keyClick(veil, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(veil, Qt.Key.Key_Tab)
    assert done == ["deleted"]
    assert veil.hasFocus()
    cover.reveal()


def test_a_locked_window_asks_and_comes_back_with_the_passphrase(
    cover: Cover, window: QMainWindow, qtbot: QtBot, desk: Desk
) -> None:
    cover.lock_now()
    veil = veil_of(window)
    QTest.keyClick(veil, Qt.Key.Key_Escape)
    line = veil.findChildren(QLineEdit)[0]
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "forkert")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert veil.isVisible()
    QTest.keyClicks(line, PHRASE)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not desk.session.locked
    assert seen(window)


def test_tab_stays_within_the_question(cover: Cover, window: QMainWindow, qtbot: QtBot) -> None:
    cover.lock_now()
    veil = veil_of(window)
    cover.reveal()
    met: set[QWidget] = set()
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert veil.isAncestorOf(focused)
        met.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert len(met) == 6
    QTest.keyClick(next(iter(met)), Qt.Key.Key_Escape)
    assert veil.isVisible()
    assert not veil.findChildren(QLineEdit)[0].isVisible()


def test_the_typed_passphrase_does_not_stay_in_the_field(
    cover: Cover, window: QMainWindow, qtbot: QtBot
) -> None:
    cover.lock_now()
    cover.reveal()
    line = veil_of(window).findChildren(QLineEdit)[0]
    QTest.keyClicks(line, "halv")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""


def test_nobody_at_the_keyboard_locks_it(
    cover: Cover, window: QMainWindow, qtbot: QtBot, desk: Desk
) -> None:
    cover._idle.start(1)
    qtbot.waitUntil(lambda: desk.session.locked)
    assert seen(window) == []


def test_use_puts_the_lock_off(cover: Cover, window: QMainWindow, qtbot: QtBot) -> None:
    cover._idle.start(60_000)
    before = cover._idle.remainingTime()
    qtbot.waitUntil(lambda: cover._idle.remainingTime() < before - 20)
    sunk = cover._idle.remainingTime()
    press(window, Qt.Key.Key_Shift)
    assert cover._idle.remainingTime() > sunk


def test_moving_the_pointer_puts_the_lock_off(
    cover: Cover, window: QMainWindow, qtbot: QtBot
) -> None:
    cover._idle.start(60_000)
    before = cover._idle.remainingTime()
    qtbot.waitUntil(lambda: cover._idle.remainingTime() < before - 20)
    sunk = cover._idle.remainingTime()
    QTest.mouseMove(window.windowHandle(), QPoint(30, 40))
    assert cover._idle.remainingTime() > sunk


def test_a_window_that_is_built_costs_the_cover_nothing(
    cover: Cover, window: QMainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QEvent.Type] = []

    def ask(_cover: Cover, _watched: object, event: QEvent) -> bool:
        asked.append(event.type())
        return False

    monkeypatch.setattr(Cover, "eventFilter", ask)
    page = QWidget(window)
    QVBoxLayout(page).addWidget(QLabel("Side"))
    page.show()
    assert asked == []
    cover.hide_now()
    QWidget(window)
    assert asked != []
    cover.reveal()


def test_the_page_for_a_closed_vault_opens_it_with_enter(desk: Desk, qtbot: QtBot) -> None:
    desk.session.close()
    page = UnlockPage(desk.context)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert str(desk.path) in page.path.words()
    QTest.keyClicks(page.field.line, "forkert kode")
    QTest.keyClick(page.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(page.field.line.hasSelectedText)
    QTest.keyClicks(page.field.line, PHRASE)
    with qtbot.waitSignal(page.vault_opened):
        QTest.keyClick(page.field.line, Qt.Key.Key_Return)
    assert page.field.value() == ""
