"""The program without a display: a sentence and exit code 69, by which ``make run`` knows, instead of Qt's abort."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app.bootstrap import NO_SCREEN
from tests.unit.house.tree import ROOT


@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":7319"}])
def test_the_window_is_not_tried_and_the_reason_is_told(display: dict[str, str]) -> None:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.startswith("XDG_") or name in {"PATH", "HOME"}
    }
    kept.pop("XDG_SESSION_TYPE", None)
    done = subprocess.run(
        [sys.executable, "main.py", "--lang", "en"],
        cwd=ROOT,
        env={**kept, **display, "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == NO_SCREEN == 69
    assert done.stderr.startswith("There is no screen to open the window on (")
    assert "X screen" in done.stderr
    assert done.stdout == ""
