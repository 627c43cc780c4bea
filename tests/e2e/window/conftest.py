"""The window in this process, drawn where no screen is needed, over a vault, a clock and a screen handed in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from app.picture import Pixels
from app.ui.application import BuiltWindow, build_window
from app.ui.running import make_application
from tests.e2e.cards import card
from tests.e2e.walk.house import MACHINE
from tests.worlds import World


@pytest.fixture(scope="session")
def application() -> QApplication:
    """The one of this process; the platform is chosen by argument, so that child processes still get a real one."""
    there = cast("QApplication | None", QApplication.instance())
    return there or make_application(["bevismappe", "-platform", "offscreen"])


@pytest.fixture
def shown(application: QApplication) -> Pixels:
    """What the screen shows: a card on which every pixel is known."""
    size = application.primaryScreen().size()
    return card(size.width(), size.height())


@pytest.fixture
def built(
    application: QApplication, tmp_path: Path, shown: Pixels, monkeypatch: pytest.MonkeyPatch
) -> Iterator[BuiltWindow]:
    """A window at its first run. An error that reaches Qt's loop fails the test."""
    missed: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: missed.append(error))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Dokumenter"))
    world = World(tmp_path, clock=SystemClock(), machine=MACHINE, picture=shown)
    window = build_window(application, world.window_tools())
    window.window.show()
    window.warm_up()
    yield window
    window.close()
    application.processEvents()
    assert missed == []
