"""The locked packages are installed once for each state of the locks, and nothing is done a second time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.house.tree import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with locks and an environment whose programs only note that they were called."""
    (tmp_path / "requirements").mkdir()
    for lock in ("run", "dev", "setup"):
        (tmp_path / f"requirements/{lock}.txt").write_text(f"{lock}==1\n", encoding="utf-8")
    folder = tmp_path / ".venv/bin"
    folder.mkdir(parents=True)
    for name in ("python", "uv", "pip"):
        program = folder / name
        program.write_text(f'#!/bin/sh\necho "{name} $@" >> {tmp_path}/log\n', encoding="utf-8")
        program.chmod(0o755)
    shutil.copy(ROOT / "tools/python_packages.py", tmp_path)
    return tmp_path


def _install(project: Path, *locks: str) -> list[str]:
    """What was called to install the locks."""
    (project / "log").unlink(missing_ok=True)
    command = [sys.executable, "python_packages.py", *locks]
    subprocess.run(command, cwd=project, env=dict(os.environ), check=True, capture_output=True)
    log = project / "log"
    return log.read_text("utf-8").splitlines() if log.exists() else []


def test_the_first_call_installs_uv_and_then_the_locks_all_by_hash(project: Path) -> None:
    pip, uv = _install(project, "run", "dev")
    assert pip.startswith("python -m pip install")
    assert pip.endswith("--require-hashes --requirement requirements/setup.txt")
    assert uv.startswith("uv pip install")
    assert uv.endswith(
        "--require-hashes --requirement requirements/run.txt --requirement requirements/dev.txt"
    )


def test_the_second_call_does_nothing(project: Path) -> None:
    _install(project, "run", "dev")
    assert _install(project, "run", "dev") == []


def test_a_changed_lock_is_installed_again_but_uv_is_not(project: Path) -> None:
    _install(project, "run")
    (project / "requirements/run.txt").write_text("run==2\n", encoding="utf-8")
    (again,) = _install(project, "run")
    assert again.startswith("uv pip install")


def test_a_failed_install_is_not_remembered(project: Path) -> None:
    (project / ".venv/bin/uv").write_text("#!/bin/sh\nexit 2\n", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        _install(project, "run")
    with pytest.raises(subprocess.CalledProcessError):
        _install(project, "run")
