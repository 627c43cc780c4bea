"""What holds for tests of the window: Qt offscreen, nothing left open, and no complaint of Qt's own.

pytest-qt is switched off for the other tests, since it loads Qt into every process (``-p no:pytest-qt``). Here its
fixtures and hooks are taken in by name; being those of a folder's conftest they reach this folder alone. The platform
is chosen by argument and not by environment, so that tests that start a real window in a child process still can.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.plugin import (
    pytest_addoption,
    pytest_runtest_call,
    pytest_runtest_setup,
    pytest_runtest_teardown,
    qapp,
    qapp_cls,
    qtbot,
    qtmodeltester,
)
from pytestqt.qt_compat import qt_api

__all__ = [
    "pytest_addoption",
    "pytest_runtest_call",
    "pytest_runtest_setup",
    "pytest_runtest_teardown",
    "qapp",
    "qapp_cls",
    "qtbot",
    "qtmodeltester",
]

_HERE = Path(__file__).parent
_DARK = 128

# Said by the platform that draws nowhere, of things that only a real one can do.
_HARMLESS = (
    "This plugin does not support",
    "QStandardPaths: XDG_RUNTIME_DIR",
    "GetApplicationBusAddress not implemented",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A wait for Qt that ran out of time is tried once more, and named (ADR 0054); whatever else fails is not."""
    for item in items:
        if item.path.is_relative_to(_HERE) and "qtbot" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=[r"^\w*TimeoutError"]))


def pytest_configure() -> None:
    qt_api.set_qt_api("pyside6")  # type: ignore[no-untyped-call]  # pytest-qt's own


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["bevismappe", "-platform", "offscreen", "-style", "fusion"]


@pytest.fixture(autouse=True)
def the_usual_look() -> None:
    """Light, at 100 %, whatever a test before put on in this process: one of a whole window too."""
    if "PySide6.QtWidgets" not in sys.modules or "app.ui.kit" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication

    from app.ui.kit import LIGHT, apply_style
    from app.ui.kit.look import BODY_PX
    from tests.unit.house.tree import ROOT

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    usual_size = application.font().pixelSize() in (-1, LIGHT.px(BODY_PX))
    if not usual_size or application.palette().window().color().lightness() < _DARK:
        apply_style(application, LIGHT, ROOT / "resources")


@pytest.fixture(autouse=True)
def nothing_left_on_screen() -> Iterator[None]:
    """A test that leaves a window open, or makes Qt complain, fails."""
    if "PySide6.QtWidgets" not in sys.modules:
        yield
        return
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    said: list[str] = []

    def listen(kind: QtMsgType, _where: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not any(words in text for words in _HARMLESS):
            said.append(text)

    before = qInstallMessageHandler(listen)
    yield
    qInstallMessageHandler(before)
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in windows:
        window.close()
    assert not windows, "a window is still open"
    assert not said, "Qt complained"
