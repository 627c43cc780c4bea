"""Messages: where they stand, what they show, how they are used by keys, and when they are windows of their own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.acts import Toast, ToastAction, ToastState
from app.ui.application import BuiltWindow
from app.ui.frame.toast_view import STAYS_MS, ToastView
from app.ui.kit import Button, NextButton, PrimaryButton, QuietButton
from app.ui.overlay.own_windows import OwnWindows
from tests.ui.frame.windows import House, front


@pytest.fixture(autouse=True)
def wide(opened: BuiltWindow) -> None:
    """A window in which a message has its room: the platform without a screen gives it less."""
    opened.window.resize(1366, 728)


def told(built: BuiltWindow, acted: list[str] | None = None) -> ToastView:
    """Show what is shown after a capture; answers the message."""
    heard: list[str] = [] if acted is None else acted
    built.context.acts.toast(
        Toast(
            "Gemt og låst kl. 14.03 · Bilag 8",
            "Du kan lukke siden nu.",
            (
                ToastAction(
                    "Tilføj link og note",
                    lambda: heard.append("describe"),
                    primary=True,
                    opens_page=True,
                ),
                ToastAction("Tag et til", lambda: heard.append("another")),
                ToastAction("Fortryd", lambda: heard.append("undo")),
            ),
            ToastState.SAVED,
        )
    )
    return built.window.toasts.shown[-1]


def button(toast: ToastView, words: str) -> QPushButton:
    return next(each for each in toast.findChildren(QPushButton) if each.text() == words)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def away(built: BuiltWindow, qtbot: QtBot) -> QWidget:
    """Another window that has the focus, as a browser would."""
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    return other


def test_the_capture_toast_looks_like_its_drawing(opened: BuiltWindow) -> None:
    toast = told(opened)
    buttons = [each for each in toast.findChildren(QPushButton) if each.isVisible()]
    picture = toast.grab().toImage()
    green = sum(
        picture.pixelColor(x, y).name().upper() == opened.context.look().green
        for x in range(16, 40)
        for y in range(picture.height())
    )

    assert [each.text() for each in buttons] == ["Tilføj link og note", "Tag et til", "Fortryd"]
    assert [type(each) for each in buttons] == [NextButton, Button, QuietButton]
    assert len({each.mapTo(toast, each.rect().center()).y() for each in buttons}) == 1
    assert green > 40
    assert toast.accessibleName() == "Gemt og låst kl. 14.03 · Bilag 8 Du kan lukke siden nu."
    assert STAYS_MS == 8_000


def test_a_toast_stays_while_the_pointer_is_in_it(opened: BuiltWindow) -> None:
    toast = told(opened)
    middle = QPointF(toast.rect().center())
    # As Qt tells it; where the pointer of a computer without a screen is, is nobody's.
    QApplication.sendEvent(toast, QEnterEvent(middle, middle, middle))
    assert not toast.waits
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.waits


def test_it_goes_when_its_time_is_over(opened: BuiltWindow, qtbot: QtBot) -> None:
    toast = told(opened)
    toast._timer.start(1)
    qtbot.waitUntil(lambda: opened.window.toasts.shown == ())


def test_a_key_leads_to_the_toast_and_esc_leads_back(opened: BuiltWindow, qtbot: QtBot) -> None:
    acted: list[str] = []
    opened.window.search.setFocus()
    toast = told(opened, acted)
    opened.window.named_actions["to_toast"].trigger()
    first = focused()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    second = focused()
    QTest.keyClick(second, Qt.Key.Key_Escape)

    assert first is button(toast, "Tilføj link og note")
    assert second is button(toast, "Tag et til")
    assert opened.window.toasts.shown == ()
    assert QApplication.focusWidget() is opened.window.search
    assert not acted


def test_without_a_toast_the_key_does_nothing(opened: BuiltWindow) -> None:
    opened.window.search.setFocus()
    opened.window.named_actions["to_toast"].trigger()

    assert QApplication.focusWidget() is opened.window.search


def test_a_toast_gives_way_when_a_page_puts_its_button_there(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    toast = told(opened)
    page = opened.window.pages.currentWidget()
    assert page is not None
    primary = PrimaryButton("Næste", page)
    below = toast.geometry().bottomRight() - QPoint(100, 30)
    primary.setGeometry(QRect(page.mapFrom(opened.window, below), primary.sizeHint()))
    primary.show()

    def clear() -> bool:
        place = QRect(primary.mapTo(opened.window, QPoint(0, 0)), primary.size())
        return not place.intersects(toast.geometry())

    assert not clear()
    qtbot.waitUntil(clear)
    assert toast.isVisible()


def test_where_there_is_no_room_it_folds_to_one_line_with_its_buttons_in_a_menu(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    acted: list[str] = []
    toast = told(opened, acted)
    page = opened.window.pages.currentWidget()
    assert page is not None
    for y in range(0, page.height(), 130):
        filler = PrimaryButton("Næste", page)
        filler.setGeometry(0, y, page.width(), 40)
        filler.show()
    qtbot.waitUntil(lambda: toast.folded)
    opened.window.toasts.place()
    line = toast.height()
    more = next(each for each in toast.findChildren(QToolButton) if each.menu() is not None)
    labels = [action.text() for action in more.menu().actions()]
    more.menu().actions()[1].trigger()

    assert line < 60
    assert more.isVisibleTo(toast)
    assert labels == ["Tilføj link og note", "Tag et til", "Fortryd"]
    assert acted == ["another"]


def test_while_somebody_is_elsewhere_the_toast_is_a_window_at_the_screens_corner(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    other = away(opened, qtbot)
    toast = told(opened)
    screen = toast.screen().availableGeometry()
    thing = QAccessible.queryAccessibleInterface(toast)

    assert toast.isWindow()
    assert toast.isVisible()
    assert toast.geometry().bottomRight() == screen.bottomRight() - QPoint(24, 24)
    assert toast.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert other.isActiveWindow()
    assert thing.text(QAccessible.Text.Name) == toast.accessibleName()
    assert "Bilag" not in toast.windowTitle()


def test_minimised_the_main_window_comes_forward_for_a_page_and_for_nothing_else(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    acted: list[str] = []
    opened.window.showMinimized()
    button(told(opened, acted), "Fortryd").click()
    still = opened.window.isMinimized()
    button(told(opened, acted), "Tilføj link og note").click()

    assert still
    assert acted == ["undo", "describe"]
    assert not opened.window.isMinimized()
    qtbot.waitUntil(opened.window.isActiveWindow)


def test_whoever_comes_to_the_main_window_finds_the_toasts_in_it(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    away(opened, qtbot)
    toast = told(opened)
    outside = toast.isWindow()
    opened.window.activateWindow()
    qtbot.waitUntil(lambda: not toast.isWindow())

    assert outside
    assert toast.isVisible()
    assert opened.window.toasts.shown == (toast,)
    assert opened.window.rect().contains(toast.geometry())


def test_a_toast_on_the_screen_keeps_clear_of_the_main_windows_buttons_too(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    away(opened, qtbot)
    toast = told(opened)
    corner = toast.geometry().center()
    primary = PrimaryButton("Næste", opened.window)
    primary.setGeometry(QRect(opened.window.mapFromGlobal(corner), primary.sizeHint()))
    primary.show()
    qtbot.waitUntil(lambda: not toast.geometry().contains(corner))


def test_one_that_is_hidden_for_a_picture_of_the_screen_stays_hidden(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    away(opened, qtbot)
    toast = told(opened)
    own = OwnWindows()
    own.take_away(own.seen())
    qtbot.wait(250)
    hidden = not toast.isVisible()
    own.bring_back()

    assert hidden
    assert toast.isVisible()
    assert toast.windowOpacity() == 1.0


def test_covering_takes_those_on_the_screen_away_too(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    away(opened, qtbot)
    told(opened)
    house.cover.covered_changed.emit(True)

    assert opened.window.toasts.shown == ()
    left = [each for each in QApplication.topLevelWidgets() if isinstance(each, ToastView)]
    assert not any(each.isVisible() for each in left)


def test_what_is_told_under_the_cover_waits_until_the_window_is_seen_again(
    opened: BuiltWindow, house: House
) -> None:
    house.cover.covered_changed.emit(True)
    opened.context.acts.toast(Toast("Saved and locked · Exhibit 3"))
    before = [each.accessibleName() for each in opened.window.toasts.shown]
    house.cover.covered_changed.emit(False)

    after = [each.accessibleName() for each in opened.window.toasts.shown]
    assert (before, after) == ([], ["Saved and locked · Exhibit 3"])


def test_a_dialog_of_ours_counts_as_being_in_the_window(opened: BuiltWindow, qtbot: QtBot) -> None:
    opened.window.named_actions["new_case"].trigger()
    qtbot.waitUntil(lambda: not opened.window.isActiveWindow())
    toast = told(opened)
    active = QApplication.activeWindow()
    assert active is not None
    active.close()

    assert not toast.isWindow()
    assert front(opened) == "NextStep"


def test_a_waiting_one_is_marked_otherwise_than_a_saved_one(opened: BuiltWindow) -> None:
    pictures = []
    for state in ToastState:
        opened.context.acts.toast(Toast("Besked", state=state))
        toast = opened.window.toasts.shown[-1]
        (title,) = toast.findChildren(QLabel)[:1]
        pictures.append((toast.grab().toImage(), title.mapTo(toast, QPoint(0, 0)).x()))
    plain, saved, waiting = pictures

    assert plain[1] < saved[1] == waiting[1]
    assert saved[0] != waiting[0]
