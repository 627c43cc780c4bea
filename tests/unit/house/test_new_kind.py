"""A new kind of entry is its file and its line in KINDS: nothing else of the program has to know it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.unit.house.tree import ROOT

KINDS = "app/casework/kinds"


def test_a_new_kind_needs_its_file_and_its_line_and_nothing_more(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "tests/fakes/plain_kind.py", tmp_path / KINDS / "absence.py")
    door = tmp_path / KINDS / "__init__.py"
    text = door.read_text("utf-8")
    text = text.replace(
        "from app.casework.kinds.by_vault",
        "from app.casework.kinds.absence import ABSENCE\nfrom app.casework.kinds.by_vault",
        1,
    ).replace("    HANDED_OVER,\n", "    HANDED_OVER,\n    ABSENCE,\n")
    door.write_text(text, "utf-8")
    folder = tmp_path / "house"
    folder.mkdir()

    walked = subprocess.run(
        [sys.executable, "-m", "tests.unit.house.new_kind_walk", str(folder)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert walked.returncode == 0, walked.stderr
    shown = json.loads(walked.stdout)
    assert shown["listed"] == [["absence", "Slept badly again"]]
    assert shown["found"] == ["Slept badly again"]
    assert shown["row"] == ["Slept badly again", "Absence"]
    assert [label for label, *_ in shown["pane"]] == ["Why", "From", "Until", "Told to"]
    assert shown["pane"][0][2][0].endswith("before: Slept badly")
    assert shown["pane"][2][1:] == ["27 November 2026", []]
    assert shown["actions"] == ["correct", "hide"]
