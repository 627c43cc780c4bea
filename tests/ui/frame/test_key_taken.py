"""A key that another program has: told when the case is open, and not beside the question for the passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.application import BuiltWindow
from app.ui.frame.toast_view import ToastView
from app.ui.hotkey.keeper import HotkeyKeeper, HotkeyState
from app.ui.on_desktop import OnDesktop
from tests.fakes.grabber import FakeGrabber
from tests.worlds import PHRASE

TITLE = "The shortcut does not work in other programs"


class NoTray:
    """An icon that nobody sees."""

    def __init__(self, *_: object) -> None:
        pass

    def dress(self, *_: object) -> None:
        pass

    def show(self) -> None:
        pass

    def close(self) -> None:
        pass


@pytest.fixture
def keeper(opened: BuiltWindow) -> HotkeyKeeper:
    return HotkeyKeeper(opened.context.settings, possible=True)


@pytest.fixture
def on_desktop(
    qapp: QApplication,
    opened: BuiltWindow,
    keeper: HotkeyKeeper,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[OnDesktop]:
    # There is no place beside the clock here, and Qt complains of its own way of looking for one.
    monkeypatch.setattr("app.ui.tray.icon.TrayIcon", NoTray)
    made = OnDesktop(qapp, keeper, FakeGrabber("Ctrl+Shift+F8").open, None)
    yield made
    made.stop()
    opened.window.toasts.clear()


def titles(built: BuiltWindow) -> list[str]:
    return [each.toast.title for each in built.window.findChildren(ToastView)]


def test_it_is_told_where_a_case_is_open(
    opened: BuiltWindow, on_desktop: OnDesktop, keeper: HotkeyKeeper, qtbot: QtBot
) -> None:
    on_desktop.start(opened, opened.window.windowIcon())
    qtbot.waitUntil(lambda: titles(opened) == [TITLE])
    assert keeper.state is HotkeyState.TAKEN


def test_at_a_locked_start_it_is_told_once_the_case_is_open(
    opened: BuiltWindow,
    on_desktop: OnDesktop,
    keeper: HotkeyKeeper,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    close(opened, qtbot)
    on_desktop.start(opened, opened.window.windowIcon())
    qtbot.waitUntil(lambda: keeper.state is HotkeyState.TAKEN)
    assert titles(opened) == []
    unlock(opened, qtbot, tmp_path)
    qtbot.waitUntil(lambda: titles(opened) == [TITLE])
    close(opened, qtbot)
    unlock(opened, qtbot, tmp_path)
    assert titles(opened) == [], "once a start"


def close(built: BuiltWindow, qtbot: QtBot) -> None:
    built.tasks.store(built.session.close, lambda _none: None)
    qtbot.waitUntil(lambda: built.session.case is None)
    built.window.toasts.clear()
    qtbot.waitUntil(lambda: titles(built) == [])


def unlock(built: BuiltWindow, qtbot: QtBot, folder: Path) -> None:
    vault, done = folder / "a.bevismappe", list[None]()
    built.tasks.store(lambda: built.session.unlock(vault, PHRASE), done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert built.session.case is not None
