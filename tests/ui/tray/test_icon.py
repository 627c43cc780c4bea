"""The icon beside the clock: its lines, what they do, and what it never says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.language import Language
from app.ui.kit.look import LIGHT
from app.ui.tray.icon import LINES, TrayIcon
from tests.worlds import DANISH, ENGLISH


class Tray:
    """An icon, and what was asked of it, in order."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.icon = TrayIcon(QIcon(), {line.name: self._ask(line.name) for line in LINES})
        self.dress(ENGLISH)

    def dress(self, language: Language) -> None:
        self.icon.dress(language, lambda: LIGHT)

    def words(self) -> list[str]:
        menu = self.icon.menu
        assert menu is not None
        return [each.text() for each in menu.actions() if not each.isSeparator()]

    def _ask(self, name: str) -> Callable[[], None]:
        return lambda: self.asked.append(name)


@pytest.fixture
def tray(qapp: QApplication) -> Iterator[Tray]:
    tray = Tray()
    yield tray
    tray.icon.close()
    tray.icon.close()


def test_it_has_the_five_things_and_the_way_out_in_both_languages(tray: Tray) -> None:
    assert tray.words() == [
        "Take screenshot",
        "Same area again",
        "Take a series",
        "Hide now",
        "Open Bevismappe",
        "Quit",
    ]
    tray.dress(DANISH)
    assert tray.words() == [
        "Tag skærmbillede",
        "Samme område igen",
        "Tag en serie",
        "Skjul vinduet",
        "Åbn Bevismappe",
        "Afslut",
    ]


def test_each_line_does_its_own_and_a_picture_waits_until_the_menu_is_gone(
    tray: Tray, qtbot: QtBot
) -> None:
    for line in LINES:
        tray.icon.actions[line.name].trigger()
    assert tray.asked == ["hide", "open", "quit"]
    qtbot.waitUntil(lambda: tray.asked[3:] == ["capture", "capture_again", "series"])


def test_what_is_covered_cannot_be_covered_once_more_and_all_else_can_be_done(tray: Tray) -> None:
    tray.icon.show_covered(covered=True)
    off = [name for name, action in tray.icon.actions.items() if not action.isEnabled()]
    assert off == ["hide"]
    tray.icon.show_covered(covered=False)
    assert all(action.isEnabled() for action in tray.icon.actions.values())


def test_without_a_place_beside_the_clock_nothing_is_told_there(tray: Tray) -> None:
    assert not tray.icon.is_there()
    assert not tray.icon.tell("Gemt")
