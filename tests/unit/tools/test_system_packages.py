"""Making a bare machine ready: what is there is left alone, what is missing is installed or told."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.house.tree import ROOT

AS_SOMEBODY = """
import os, sys
os.geteuid = lambda: {uid}
sys.path.insert(0, "tools")
import system_packages
system_packages.main(sys.argv[1:])
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A project whose list wants two programs and two libraries, and a machine with one of each."""
    (tmp_path / "tools/debian").mkdir(parents=True)
    shutil.copy(ROOT / "tools/system_packages.py", tmp_path / "tools")
    wanted = "# comment\nhere-package here\nmissing-package missing # why\n\nlib libmissing.so.9\nc libc.so.6\n"
    (tmp_path / "tools/debian/run.txt").write_text(wanted, encoding="utf-8")
    _program(tmp_path, "here", "")
    return tmp_path


def _program(machine: Path, name: str, does: str) -> None:
    path = machine / "bin" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    path.chmod(0o755)


def _see_to(machine: Path, *, uid: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", AS_SOMEBODY.format(uid=uid), "run"],
        cwd=machine,
        env={"PATH": str(machine / "bin"), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )


def test_root_installs_exactly_what_is_missing(machine: Path) -> None:
    _program(machine, "apt-get", f'echo "$@ $DEBIAN_FRONTEND" >> {machine}/apt.log')
    _see_to(machine, uid=0)
    update, install = (machine / "apt.log").read_text("utf-8").splitlines()
    assert update.endswith("update noninteractive")
    assert install.endswith("--no-install-recommends missing-package lib noninteractive")


def test_somebody_else_is_told_in_one_line_and_the_work_goes_on(machine: Path) -> None:
    _program(machine, "apt-get", f"touch {machine}/called")
    done = _see_to(machine, uid=1000)
    assert done.stdout == (
        "Missing system packages: sudo apt-get install --no-install-recommends missing-package lib\n"
    )
    assert not (machine / "called").exists()


def test_an_install_that_fails_is_shown_and_does_not_stop_the_work(machine: Path) -> None:
    _program(machine, "apt-get", 'echo "no such package"; exit 100')
    done = _see_to(machine, uid=0)
    assert "no such package" in done.stderr
    assert "Not all could be installed: apt-get install" in done.stdout


def test_a_system_without_apt_is_told_the_names(machine: Path) -> None:
    assert "by Debian's names: missing-package lib" in _see_to(machine, uid=0).stdout


def test_nothing_is_said_when_nothing_is_missing(machine: Path) -> None:
    (machine / "tools/debian/run.txt").write_text("here-package here\n", encoding="utf-8")
    assert not _see_to(machine, uid=0).stdout


@pytest.mark.parametrize("name", ["run", "test"])
def test_the_lists_name_each_package_once_with_what_shows_it(name: str) -> None:
    text = (ROOT / f"tools/debian/{name}.txt").read_text("utf-8")
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    assert all(len(line) == 2 for line in lines)
    assert len({line[0] for line in lines}) == len(lines)
