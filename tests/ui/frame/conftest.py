"""A whole window with fake screens: as it begins, and with a vault open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import routes
from app.ui.application import BuiltWindow
from tests.ui.frame.windows import House, build
from tests.worlds import PHRASE


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def built(qapp: QApplication, qtbot: QtBot, tmp_path: Path, house: House) -> Iterator[BuiltWindow]:
    made = build(qapp, tmp_path, house.screens())
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.close()


@pytest.fixture
def opened(built: BuiltWindow, qtbot: QtBot, tmp_path: Path) -> BuiltWindow:
    done: list[None] = []
    session = built.context.session
    built.frame.navigation.go(routes.Unlock())
    built.tasks.store(
        lambda: session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag"), done.append
    )
    # A key is made slowly on purpose, and more slowly where other tests run beside this one.
    qtbot.waitUntil(lambda: bool(done), timeout=30_000)
    return built
