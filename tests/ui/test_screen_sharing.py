"""Which windows Windows is asked to leave out of a shared screen, and when; Windows itself is a stand-in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.screen_sharing import NOT_TO_OTHERS, TO_ALL, OutOfSharing, windows_affinity


class Asked:
    def __init__(self, qapp: QApplication) -> None:
        self.windows: dict[int, int] = {}
        self.sharing = OutOfSharing(qapp, self._ask)

    def _ask(self, window: int, to_whom: int) -> bool:
        self.windows[window] = to_whom
        return True


@pytest.fixture
def asked(qapp: QApplication) -> Iterator[Asked]:
    asked = Asked(qapp)
    yield asked
    asked.sharing.apply(wanted=False)


def shown(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_windows_that_are_there_and_those_that_come_are_left_out(
    asked: Asked, qtbot: QtBot
) -> None:
    first = shown(qtbot)
    assert asked.windows == {}
    asked.sharing.apply(wanted=True)
    second = shown(qtbot)
    numbers = {int(first.winId()), int(second.winId())}
    assert asked.windows == dict.fromkeys(numbers, NOT_TO_OTHERS)


def test_when_it_is_no_longer_wanted_all_are_shown_again(asked: Asked, qtbot: QtBot) -> None:
    window = shown(qtbot)
    asked.sharing.apply(wanted=True)
    asked.sharing.apply(wanted=False)
    assert asked.windows[int(window.winId())] == TO_ALL
    later = shown(qtbot)
    assert int(later.winId()) not in asked.windows


def test_a_system_that_cannot_is_never_asked(qapp: QApplication) -> None:
    assert windows_affinity() is None
    sharing = OutOfSharing(qapp, None)
    sharing.apply(wanted=True)
    assert not sharing.possible
