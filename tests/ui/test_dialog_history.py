"""Qt's file dialogs remember nowhere which folders were visited."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt

from app.ui.dialog_history import DialogHistory, leave_no_list

ROOT = Path(__file__).parents[2]
VISIT = """
import sys
import shiboken6
from PySide6.QtWidgets import QApplication, QFileDialog
from app.ui.running import make_application
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


@pytest.mark.parametrize(
    ("system", "sandboxed", "own"),
    [
        ("linux", False, True),
        ("linux", True, False),
        ("win32", False, False),
        ("darwin", False, False),
    ],
)
def test_the_desktops_dialogs_are_used_where_they_note_nothing_for_others_or_there_is_no_other_way(
    tmp_path: Path, system: str, sandboxed: bool, own: bool
) -> None:
    info = tmp_path / "flatpak-info"
    if sandboxed:
        info.touch()
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    before = QCoreApplication.testAttribute(attribute)
    try:
        leave_no_list(system, info)
        assert QCoreApplication.testAttribute(attribute) is own
    finally:
        QCoreApplication.setAttribute(attribute, before)


def test_what_the_registry_had_noted_before_is_put_back(tmp_path: Path) -> None:
    noted = QSettings(str(tmp_path / "noted.ini"), QSettings.Format.IniFormat)
    noted.setValue("FileDialog/lastVisited", "file:///andet/program")
    noted.setValue("FileDialog/sidebarWidth", 92)
    history = DialogHistory(noted)
    noted.setValue("FileDialog/lastVisited", "file:///hemmelig-mappe")
    noted.setValue("FileDialog/history", ["file:///hemmelig-mappe"])
    history.put_back()
    kept = QSettings(str(tmp_path / "noted.ini"), QSettings.Format.IniFormat)
    assert sorted(kept.allKeys()) == ["FileDialog/lastVisited", "FileDialog/sidebarWidth"]
    assert kept.value("FileDialog/lastVisited") == "file:///andet/program"
