"""A new kind of entry is its file and its line in KINDS: nothing else of the program has to know it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.unit.house.tree import ROOT

KINDS = "app/casework/kinds"


def _walk(tmp_path: Path, source: str, name: str, walk: str) -> dict[str, Any]:
    """Put a kind into a copy of the program, and return what a walk through it found."""
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / source, tmp_path / KINDS / f"{name}.py")
    door = tmp_path / KINDS / "__init__.py"
    text = door.read_text("utf-8")
    text = text.replace(
        "from app.casework.kinds.by_vault",
        f"from app.casework.kinds.{name} import {name.upper()}\nfrom app.casework.kinds.by_vault",
        1,
    ).replace("    HANDED_OVER,\n", f"    HANDED_OVER,\n    {name.upper()},\n")
    door.write_text(text, "utf-8")
    folder = tmp_path / "house"
    folder.mkdir()

    walked = subprocess.run(
        [sys.executable, "-m", f"tests.unit.house.{walk}", str(folder)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert walked.returncode == 0, walked.stderr
    found: dict[str, Any] = json.loads(walked.stdout)
    return found


def test_a_new_kind_needs_its_file_and_its_line_and_nothing_more(tmp_path: Path) -> None:
    shown = _walk(tmp_path, "tests/fakes/plain_kind.py", "leave", "new_kind_walk")
    assert shown["listed"] == [["leave", "Slept badly again"]]
    assert shown["found"] == ["Slept badly again"]
    assert shown["row"] == ["Slept badly again", "Leave"]
    assert [label for label, *_ in shown["pane"]] == ["Why", "From", "Until", "Told to"]
    assert shown["pane"][0][2][0].endswith("before: Slept badly")
    assert shown["pane"][2][1:] == ["27 November 2026", []]
    assert shown["actions"] == ["correct", "hide"]


def test_a_private_kind_with_money_choices_days_and_a_file_needs_no_more(tmp_path: Path) -> None:
    shown = _walk(tmp_path, "tests/fakes/private_kind.py", "spell", "private_kind_walk")

    assert all(code == 2 for code in shown["refused"]), shown["refused"]
    assert shown["no_file"] == 2
    assert shown["made"]["result"]["id"] == "p1"
    assert any("before it began" in line for line in shown["made"]["result"]["remarks"])
    assert [item["kind"] for item in shown["listed"]] == ["incident", "spell"]
    assert [item["id"] for item in shown["found"]] == ["p1"]
    assert shown["facts"] == [50, 125_050, "manager", "hr"]
    assert shown["held"] == [1, "250 kr."]
    always = ["facts", "state", "source", "person", "machine"]
    assert shown["parts"] == [[*always, "object"], always, always]
    assert shown["about"] == [True]
    assert shown["outside"] == 0
    assert shown["form"]["amount"] == "DKK 1,250.50"
    assert shown["form"]["percent"] == "50"
    assert shown["form"]["told"] == "manager hr"
    assert shown["form"]["posts"] == "2"
    assert shown["by_form"] == [3, 9_950, "hr", "doctor", 50]
    assert shown["kept_file"]
    assert shown["new"] == ["23 Nov 2026", "", ""]
    assert all(shown["complaints"])
    assert ["Amount", "DKK 99.50"] in shown["details"]
    assert ["Who knows", "HR, doctor"] in shown["details"]
