from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("room", ["app.picture", "app.capture"])
def test_opening_the_door_loads_no_heavy_library(room: str) -> None:
    words = (
        f"import sys, {room}\n"
        "heavy = {'PIL', 'mss', 'Xlib', 'PySide6'} & {name.split('.')[0] for name in sys.modules}\n"
        "print(sorted(heavy))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_the_child_loads_nothing_of_the_program_but_its_own_parts() -> None:
    child = ROOT / "app" / "picture" / "decode_child.py"
    words = ("image/png", *("1000", "1000", "1000", str(1 << 30), "20", "1000"))
    command = [sys.executable, "-I", "-B", "-X", "importtime", str(child), *words]
    done = subprocess.run(command, input=b"no picture", capture_output=True, check=False)
    loaded = {line.split("|")[-1].strip() for line in done.stderr.decode().splitlines()}
    ours = {name for name in loaded if name.split(".")[0] in {"app", "evidence_store", "main"}}
    assert done.returncode == 12
    assert not ours
    assert {name for name in loaded if name.startswith("picture_child")} == {
        *("picture_child", "picture_child.around", "picture_child.codes", "picture_child.limits"),
        "picture_child.painting",
        "picture_child.saying",
        "picture_child.answering",
        "picture_child.others",
    }
