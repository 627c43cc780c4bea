"""Qt's file dialogs remember nowhere which folders were visited."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
VISIT = """
import sys
import shiboken6
from PySide6.QtWidgets import QApplication, QFileDialog
from app.ui.application import make_application
arguments = ["x", "-platform", "offscreen"]
application = make_application(arguments) if sys.argv[2] == "ours" else QApplication(arguments)
dialog = QFileDialog(None, "", sys.argv[1])
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.setFileMode(QFileDialog.FileMode.Directory)
dialog.show()
dialog.accept()
shiboken6.delete(dialog)
"""


def _left_after_a_visit(tmp_path: Path, whose: str) -> list[str]:
    home = tmp_path / whose
    visited = home / "hemmelig-mappe"
    visited.mkdir(parents=True)
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    command = [sys.executable, "-c", VISIT, str(visited), whose]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=60)
    return [
        path.name
        for path in home.rglob("*")
        if path.is_file() and b"hemmelig-mappe" in path.read_bytes()
    ]


def test_a_folder_visited_in_a_file_dialog_is_written_down_nowhere(tmp_path: Path) -> None:
    assert _left_after_a_visit(tmp_path, "qt") == ["QtProject.conf"]
    assert _left_after_a_visit(tmp_path, "ours") == []
