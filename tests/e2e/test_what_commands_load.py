"""Each command is started in a process of its own, and which of the large libraries it loaded is compared.

The import contracts see what our rooms import, not what a library loads behind our back, nor when.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.e2e.displays import environment_of, virtual_display
from tests.unit.house.tree import ROOT

LARGE = {"PySide6", "PIL", "lxml", "mss", "numpy", "pikepdf", "reportlab", "Xlib"}
SCREEN = {"mss", "Xlib"}
PICTURES = {"PIL"}
# reportlab loads Pillow, used or not.
PDF = {"reportlab", "pikepdf", "PIL"}
    assert loaded == dict(STORY)


def _loaded(words: str, folder: Path, display: str) -> set[str]:
    answer = folder / "answer.json"
    opening = ["--vault", str(folder / "v.bevismappe"), "--passphrase-file", str(folder / "phrase")]
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            RUN.format(root=str(ROOT), large=sorted(LARGE), answer=str(answer)),
            *opening,
            *words.format(folder=folder).split(),
        ],
        env={**environment_of(display), **_profile()},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    code, names = json.loads(answer.read_text("utf-8"))
    assert code == 0, f"{words}: {done.stdout}{done.stderr}"
    return set(names)


def _profile() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith("XDG_")}
