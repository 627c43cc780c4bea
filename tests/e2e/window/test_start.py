"""What stands between a start and the first page: in a process of its own, since others have loaded all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.unit.house.tree import ROOT

_BESIDE = (
    # What the case is, and what is said of it: loaded behind the first page, or with the first vault.
    "app.casework",
    "app.packs",
    "app.markup",
    "app.picture",
    "app.capture",
    "app.vocabulary",
    "app.messages.asked",
    "app.messages.letters",
    "app.messages.noticing",
    "app.ui.frame.writing",
    "app.ui.frame.help_page",
    "app.ui.timeline.view",
    # What leaves the house, and the libraries of one room.
    "app.dossier",
    "app.handover",
    "Xlib",
    "PIL",
    "mss",
    "reportlab",
    "pikepdf",
    "babel",
    # What the standard library takes long to load.
    "tomllib",
    "html",
    "asyncio",
)
_START = f"""
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.bootstrap import run
from app.settings import Settings, settings_file
from app.ui import application as program

Settings(settings_file()).remember_vault(Path(sys.argv[1]))
build_window = program.build_window

def build(*given):
    built = build_window(*given)
    show = built.window.show
    def shown():
        show()
        QApplication.processEvents()
        print(json.dumps(sorted(name for name in {_BESIDE!r} if name in sys.modules)), flush=True)
        QApplication.instance().quit()
        built.end()
    built.window.show = shown
    return built

program.build_window = build
sys.exit(run([]))
"""


def test_the_first_page_waits_for_no_dossier_no_package_and_no_picture(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _START, str(tmp_path / "sag.bevismappe")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
