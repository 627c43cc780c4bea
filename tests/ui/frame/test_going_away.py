"""Closing the window: it ends the program, or leaves it beside the clock where that is chosen and can be."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.messages import Message
from app.ui.acts import Toast, ToastState
from app.ui.application import BuiltWindow
from app.ui.frame.sheets import ErrorSheet, QuestionSheet
from tests.ui.frame.windows import House


class FakeTray:
    """A place beside the clock."""

    def __init__(self) -> None:
        self.there = True
        self.told: list[str] = []
        self.covered = False

    def is_there(self) -> bool:
        return self.there

    def tell(self, words: str) -> bool:
        self.told.append(words)
        return self.there

    def dress(self, *_: object) -> None:
        pass

    def show_covered(self, *, covered: bool) -> None:
        self.covered = covered

    def close(self) -> None:
        pass


@pytest.fixture
def tray(opened: BuiltWindow) -> FakeTray:
    tray = FakeTray()
    opened.on_desktop._tray = cast("Any", tray)
    opened.on_desktop._owner = opened
    return tray


def close_all(kind: type[QWidget]) -> int:
    """Close every sheet of that kind; how many there were."""
    sheets = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    for each in sheets:
        each.close()
    return len(sheets)


def closed(built: BuiltWindow) -> list[bool]:
    ends: list[bool] = []
    built.frame.closed.connect(lambda: ends.append(True))
    return ends


def test_it_goes_on_beside_the_clock_and_says_so_once(opened: BuiltWindow, tray: FakeTray) -> None:
    opened.context.settings.choose_stays_in_tray(stays=True)
    ends = closed(opened)
    for _ in range(2):
        opened.window.close()
        assert not opened.window.isVisible()
        opened.come_forward()
        assert opened.window.isVisible()
    assert (ends, len(tray.told)) == ([], 1)
    assert opened.session.case is not None


@pytest.mark.parametrize(("chosen", "there"), [(False, True), (True, False)])
def test_it_ends_where_that_is_not_chosen_or_there_is_no_place(
    opened: BuiltWindow, tray: FakeTray, qtbot: QtBot, chosen: bool, there: bool
) -> None:
    opened.context.settings.choose_stays_in_tray(stays=chosen)
    tray.there = there
    ends = closed(opened)
    opened.window.close()
    qtbot.waitUntil(lambda: ends == [True])
    assert opened.session.case is None


def test_quitting_and_the_end_of_a_session_end_it_for_good(
    opened: BuiltWindow, tray: FakeTray, qtbot: QtBot
) -> None:
    opened.context.settings.choose_stays_in_tray(stays=True)
    ends = closed(opened)
    opened.window.close()
    opened.end()
    qtbot.waitUntil(lambda: ends == [True])
    assert tray.told


def test_what_is_held_is_asked_about_in_sight_before_it_is_lost(
    opened: BuiltWindow, tray: FakeTray, house: House, qtbot: QtBot
) -> None:
    opened.context.settings.choose_stays_in_tray(stays=True)
    opened.tasks.store(opened.session.close, lambda _none: None)
    qtbot.waitUntil(lambda: opened.session.case is None)
    opened.context.held.keep(lambda _case: None)
    opened.window.close()
    assert not opened.window.isVisible()
    opened.end()
    assert opened.window.isVisible()
    opened.context.held._waiting.clear()
    close_all(QuestionSheet)


def test_an_error_brings_the_window_back(opened: BuiltWindow, tray: FakeTray) -> None:
    opened.context.settings.choose_stays_in_tray(stays=True)
    opened.window.close()
    opened.context.acts.show_error(Message("Det gik ikke.", "kind", 1))
    assert opened.window.isVisible()
    assert close_all(ErrorSheet) == 1


def test_a_picture_under_the_cover_is_told_beside_the_clock_without_its_number(
    opened: BuiltWindow, tray: FakeTray, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.frame.acts.show_covered(covered=True)
    now_covered = tray.covered
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))
    opened.context.acts.toast(Toast("Gemt og låst · Bilag 7", state=ToastState.SAVED))
    opened.context.acts.toast(Toast("Vent", state=ToastState.WAITING))
    opened.context.acts.toast(Toast("Nummer 7"))
    assert len(tray.told) == 2
    assert not any("7" in each for each in tray.told)
    opened.frame.acts.show_covered(covered=False)
    assert (now_covered, tray.covered) == (True, False)
    opened.window.toasts.clear()
