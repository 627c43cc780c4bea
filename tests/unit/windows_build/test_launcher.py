"""What the launcher has Python run, read out of its C source and run here."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.picture import BUNDLED_CHILD_ARGUMENT
from tools.windows.launcher import windows_version
from tools.windows.parts import PACKAGING
from tools.windows.wxs import APP_ID

SOURCE = (PACKAGING / "launch.c").read_text("utf-8")
TELL = """
import atexit, json, os, sys
atexit.register(lambda: print(json.dumps({
    "frozen": sys.frozen,
    "failed": os.environ.get("BEVISMAPPE_FAILED"),
    "file": os.environ.get("BEVISMAPPE_FAILED_FILE"),
})))
"""


def start_code() -> str:
    """The Python that stands in the C source."""
    defined = re.search(r"#define START \\\n((?:    L\".*\" ?\\?\n)+)", SOURCE)
    assert defined
    lines = re.findall(r'L"(.*)"', defined[1])
    return "".join(lines).replace("\\n", "\n")


def started(tmp_path: Path, main: str) -> tuple[int, dict[str, object]]:
    """Run it with a program of ours in the place of main.py."""
    (tmp_path / "main.py").write_text(main, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", TELL + start_code()],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    told: dict[str, object] = json.loads(done.stdout)
    return done.returncode, told


def test_the_exit_code_is_the_programs(tmp_path: Path) -> None:
    code, told = started(tmp_path, "def main(): return 5")
    assert (code, told) == (5, {"frozen": True, "failed": None, "file": None})


@pytest.mark.parametrize(
    ("raised", "name", "file"),
    [
        ("ImportError('forbidden', name='QtCore', path='QtCore.pyd')", "QtCore", "QtCore.pyd"),
        ("ModuleNotFoundError('gone', name='gone')", "gone", "-"),
        ("OSError('disk')", "OSError", None),
    ],
)
def test_what_hinders_the_start_is_told_to_the_launcher(
    tmp_path: Path, raised: str, name: str, file: str | None
) -> None:
    code, told = started(tmp_path, f"def main(): raise {raised}")
    assert code == 1
    assert (told["failed"], told["file"]) == (name, file)


def test_a_command_that_ends_itself_is_no_failure(tmp_path: Path) -> None:
    code, told = started(tmp_path, "def main(): raise SystemExit(2)")
    assert (code, told["failed"]) == (2, None)


def test_launcher_and_program_use_the_same_words() -> None:
    assert f'L"{BUNDLED_CHILD_ARGUMENT}"' in SOURCE
    assert f'SetCurrentProcessExplicitAppUserModelID(L"{APP_ID}")' in SOURCE


def test_a_version_has_four_numbers_on_windows() -> None:
    assert windows_version("0.1.0") == (0, 1, 0, 0)
    assert windows_version("2.10") == (2, 10, 0, 0)
