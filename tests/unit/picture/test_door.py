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


def test_the_child_needs_nothing_of_the_program() -> None:
    source = (ROOT / "app" / "picture" / "decode_child.py").read_text(encoding="utf-8")

    assert "from app" not in source
    assert "import app" not in source
    assert "evidence_store" not in source
