"""No core dump, and files for their owner only, from the first moment on. Masks and cores are POSIX's."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.process import keep_out_of_reports
from tests.posix import WCOREDUMP

ROOT = Path(__file__).parents[2]

TOLD = """
import ctypes, json, os, resource, sys
{start}
folder = sys.argv[1]
os.makedirs(folder + "/a/b")
open(folder + "/file", "w").close()
print(json.dumps({{
    "core": resource.getrlimit(resource.RLIMIT_CORE),
    "dumpable": ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == "linux" else 0,
    "folder": os.stat(folder + "/a/b").st_mode & 0o777,
    "file": os.stat(folder + "/file").st_mode & 0o777,
}}))
"""
BY_MAIN = "import app.bootstrap, main; app.bootstrap.run = lambda argv: 0; main.main()"


def _told(folder: Path, start: str, umask: int) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", TOLD.format(start=start), str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        umask=umask,
    )
    told: dict[str, object] = json.loads(done.stdout)
    return told


class Kernel:
    """Stands in for kernel32: an older Windows knows fewer flags."""

    def __init__(self, known: int) -> None:
        self.known = known
        self.mode = 0x0004
        self.reports: list[int] = []

    def GetErrorMode(self) -> int:  # noqa: N802  # Windows' name
        return self.mode

    def SetErrorMode(self, mode: int) -> int:  # noqa: N802
        before, self.mode = self.mode, mode
        return before

    def WerSetFlags(self, flags: int) -> int:  # noqa: N802
        if flags & ~self.known:
            return -2147024809  # E_INVALIDARG
        self.reports.append(flags)
        return 0


@pytest.mark.parametrize(("known", "kept"), [(0x1FF, [0x1C1]), (0x3F, [0x1]), (0, [])])
def test_windows_reports_no_crash_and_keeps_no_heap(known: int, kept: list[int]) -> None:
    kernel = Kernel(known)
    assert keep_out_of_reports(kernel) == bool(kept)
    assert kernel.mode == 0x8007
    assert kernel.reports == kept


@pytest.mark.posix("masks and cores are POSIX's")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o027])
def test_the_program_leaves_no_core_and_makes_nothing_for_others(
    tmp_path: Path, umask: int
) -> None:
    expected = {
        "core": [0, 0],
        "dumpable": 0,
        "folder": 0o700 & ~umask,
        "file": 0o600 & ~umask,
    }
    assert _told(tmp_path, BY_MAIN, umask) == expected


@pytest.mark.posix("masks and cores are POSIX's")
def test_without_protection_the_same_look_shows_what_others_could_read(tmp_path: Path) -> None:
    found = _told(tmp_path, "", 0o000)
    assert (found["folder"], found["file"]) == (0o777, 0o666)
    assert found["dumpable"] == (1 if sys.platform == "linux" else 0)


CRASH = """
import resource, signal, os, sys
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
sys.path.insert(0, sys.argv[1])
import app.bootstrap, main; app.bootstrap.run = lambda argv: 0; main.main()
os.kill(os.getpid(), signal.SIGABRT)
"""


@pytest.mark.posix("masks and cores are POSIX's")
def test_a_crash_of_the_program_dumps_nothing(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", CRASH, str(ROOT)], cwd=tmp_path)
    _, status = os.waitpid(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == -signal.SIGABRT
    assert not WCOREDUMP(status)
    assert not list(tmp_path.iterdir())


@pytest.mark.posix("prctl")
def test_the_desktop_may_look_for_as_long_as_one_call_and_no_longer() -> None:
    said = "import ctypes, app.process as p; d = lambda: ctypes.CDLL(None).prctl(3, 0, 0, 0, 0); p.protect_process()\n"
    said += "before = d()\nwith p.seen_by_desktop():\n    within = d()\nprint(before, within, d())"
    done = subprocess.run(
        [sys.executable, "-c", said], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0", "1", "0"]
