"""Two screens, one of 150 per cent above and left of the other: each is covered, and points mean pixels."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.unit.house.tree import ROOT

CHILD = Path(__file__).with_name("mixed_scales_child.py")


def screen(name: str, x: int, y: int, size: tuple[int, int], scale: float) -> dict[str, object]:
    return {
        "name": name,
        "x": x,
        "y": y,
        "width": size[0],
        "height": size[1],
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": scale,
    }


def test_each_screen_is_covered_and_its_points_are_its_pixels(tmp_path: Path) -> None:
    screens = [screen("A", -600, -120, (400, 200), 1.5), screen("B", 0, 0, (320, 240), 1.0)]
    settings = tmp_path / "screens.json"
    settings.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(CHILD)],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={settings}",
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["covers"] == [True, True]
    assert answer["fields"] == [
        [-600, -120, 150, 75],
        [10, 20, 100, 50],
        # It began on the left screen, and goes on over its edge in that screen's own scale.
        [-15, -105, 91, 16],
    ]
