"""After a good while with exhibits a break is suggested: calmly, once, and not to those who do not want it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.clock import Moment
from app.ui import routes
from app.ui.application import BuiltWindow
from app.ui.frame.breaks import Breaks
from tests.fakes.clock import MORNING
from tests.ui.frame.windows import House


class Hands:
    """A clock whose hands are moved by the test."""

    def __init__(self) -> None:
        self.at = MORNING

    def now(self) -> Moment:
        return Moment(self.at, 0, "b" * 32)


class Day:
    """A person at the window, looked at every half minute."""

    def __init__(self) -> None:
        self.hands = Hands()
        self.breaks = Breaks(self.hands)
        self.breaks.tick(looking=False)

    def spend(self, minutes: float, *, looking: bool) -> int:
        """Answers how often a break was suggested."""
        said = 0
        for _ in range(round(minutes * 2)):
            self.hands.at += timedelta(seconds=30)
            said += self.breaks.tick(looking=looking)
        return said


def test_it_is_said_after_twenty_minutes_and_again_after_twenty_more() -> None:
    day = Day()
    assert day.spend(19.5, looking=True) == 0
    assert day.spend(0.5, looking=True) == 1
    assert day.spend(19.5, looking=True) == 0
    assert day.spend(0.5, looking=True) == 1


def test_a_short_way_elsewhere_is_no_pause_and_does_not_count() -> None:
    day = Day()
    day.spend(15, looking=True)
    assert day.spend(3, looking=False) == 0
    assert day.spend(4.5, looking=True) == 0
    assert day.spend(0.5, looking=True) == 1


def test_a_pause_starts_it_over() -> None:
    day = Day()
    day.spend(19, looking=True)
    day.spend(5, looking=False)
    assert day.spend(19.5, looking=True) == 0


def test_a_computer_that_slept_is_a_pause_and_a_clock_set_back_is_nothing() -> None:
    day = Day()
    day.spend(19, looking=True)
    day.hands.at += timedelta(hours=1)
    assert day.spend(19.5, looking=True) == 0
    day.hands.at -= timedelta(hours=2)
    assert day.breaks.tick(looking=True) is False
    assert day.spend(1, looking=True) == 1


def look_on(opened: BuiltWindow, minutes: int) -> None:
    """The window's clock goes on by a second each time it is asked."""
    for _ in range(60 * minutes + 2):
        opened.frame.look_for_break()


def test_the_window_suggests_it_without_taking_the_focus(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    look_on(opened, 25)
    assert not opened.window.toasts.shown, "the timeline is no exhibit"

    opened.context.navigator.go(routes.Exhibit(1))
    focused = QApplication.focusWidget()
    look_on(opened, 20)
    (toast,) = opened.window.toasts.shown
    assert QApplication.focusWidget() is focused
    hold, go_on = toast.findChildren(QPushButton)
    go_on.click()
    assert not opened.window.toasts.shown
    assert house.cover.calls == []

    look_on(opened, 20)
    (toast,) = opened.window.toasts.shown
    hold, go_on = toast.findChildren(QPushButton)
    hold.click()
    assert house.cover.calls == ["hide_now"]
    look_on(opened, 25)
    assert not opened.window.toasts.shown, "behind the cover nothing is looked at"


def test_who_wants_no_reminder_gets_none(opened: BuiltWindow, qtbot: QtBot) -> None:
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    opened.context.settings.choose_breaks(reminded=False)
    opened.context.navigator.go(routes.Exhibit(1))
    look_on(opened, 45)
    assert not opened.window.toasts.shown
