"""What nobody caught is told in the window and noted; Help names the file."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.log import ErrorLog
from app.ui.application import build_window
from app.ui.routes import Help
from app.ui.running import tell_every_error
from tests.ui.frame.windows import House, window_tools

CANARY = "kanariefugl"


@pytest.mark.parametrize(("language", "word"), [("en", "Error log: "), ("da", "Fejllog: ")])
def test_help_names_the_file(
    qapp: QApplication, tmp_path: Path, house: House, language: str, word: str
) -> None:
    log = ErrorLog(tmp_path / "errors.log")
    tools = structs.replace(window_tools(tmp_path, language), log=log)
    made = build_window(qapp, tools, house.screens())
    made.frame.navigation.go(Help())
    page = made.window.pages.currentWidget()
    assert page is not None
    shown = [label.text() for label in page.findChildren(QLabel)]
    made.close()

    (line,) = [text for text in shown if text.replace("\N{ZERO WIDTH SPACE}", "").startswith(word)]
    assert line.replace("\N{ZERO WIDTH SPACE}", "") == f"{word}{log.file}"


def test_what_nobody_caught_is_noted_without_its_words(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    log = ErrorLog(tmp_path / "errors.log", "program 1")
    made = build_window(qapp, structs.replace(window_tools(tmp_path), log=log), house.screens())
    told: list[BaseException] = []
    monkeypatch.setattr(made, "tell", told.append)
    tell_every_error(made, log)

    def fail() -> None:
        raise LookupError(CANARY)

    thread = threading.Thread(target=fail, name=CANARY)
    thread.start()
    thread.join()
    error = ValueError(CANARY)
    sys.excepthook(ValueError, error, None)
    qtbot.waitUntil(lambda: len(told) == 2)
    made.close()

    assert log.file is not None
    kept = log.file.read_text("ascii")
    assert [line.rpartition(" ")[2] for line in kept.splitlines()] == ["LookupError", "ValueError"]
    assert CANARY not in kept
