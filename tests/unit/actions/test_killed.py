"""A process that is killed while it makes something leaves one hidden file of ours, and the next one takes it away."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.actions.hand_over import hand_over
from app.actions.make_dossier import make_dossier
from app.actions.open_case import OpenCase
from tests.unit.actions.acting import captured
from tests.unit.house.tree import ROOT
from tests.worlds import order

CHILD = Path(__file__).with_name("killed_child.py")


@pytest.mark.parametrize("what", ["dossier", "package"])
def test_what_a_killed_one_left_goes_with_the_next(
    case: OpenCase, tmp_path: Path, what: str
) -> None:
    house, target = tmp_path / "child", tmp_path / "child" / "ud"
    target.mkdir(parents=True)
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(house), what],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"half"
        child.kill()
        assert child.wait() != 0
    finally:
        child.kill()
        child.communicate()
    for left in target.iterdir():
        assert left.name.startswith(".bevismappe-")
        assert left.stat().st_size > 0
        if sys.platform != "win32":
            assert stat.S_IMODE(left.stat().st_mode) == 0o600
    # The report of a package has no name on Linux. On Windows it has one, and the system took it away.
    assert sys.platform == "win32" or len(list(target.iterdir())) == 1

    captured(case)
    act = hand_over if what == "package" else make_dossier
    act(case, order(), target / "næste")
    assert [path.name for path in target.iterdir()] == ["næste"]
