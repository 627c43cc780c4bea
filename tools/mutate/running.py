"""Running tests in a process of their own, forked off one that has loaded the large libraries already.

The copy of the tree is where it works; nothing of the real tree but this tool is imported.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import settrace
from types import FrameType
from typing import TYPE_CHECKING

import apsw
import hypothesis
import msgspec
import pikepdf
import pytest
import reportlab.platypus
from PIL import Image

assert sys.platform != "win32", "processes are forked off"  # noqa: S101

if TYPE_CHECKING:
    from _typeshed import TraceFunction

# Loaded once here; every process that is forked off has them.
LOADED = (apsw, hypothesis, msgspec, pikepdf, pytest, reportlab.platypus, Image)
_LOOK_EVERY_S = 0.02
_LARGEST_BYTES = 6 << 30  # a change may make a loop that eats memory
TIMED_OUT = -99


def in_a_child(work: Callable[[], int], folder: Path, log: Path, limit_s: float) -> int:
    """Run ``work`` in a forked process in that folder; returns its exit code, or TIMED_OUT."""
    pid = os.fork()
    if pid == 0:
        code = 70
        try:
            os.setsid()
            _settle(folder, log)
            code = work()
        except BaseException:  # noqa: BLE001 - the process ends here, whatever it was
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    limit = time.monotonic() + limit_s
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            _end_group(pid)
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > limit:
            _end_group(pid)
            os.waitpid(pid, 0)
            return TIMED_OUT
        time.sleep(_LOOK_EVERY_S)


def _end_group(pid: int) -> None:
    """The process and whatever it started."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def _settle(folder: Path, log: Path) -> None:
    output = os.open(log, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.close(output)
    resource.setrlimit(resource.RLIMIT_AS, (_LARGEST_BYTES, _LARGEST_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.chdir(folder)
    sys.path[:] = [str(folder), *(each for each in sys.path[1:] if each)]
    gc.freeze()


def run_tests(tests: Sequence[str], scratch: Path) -> int:
    """Run tests until one fails; returns pytest's exit code. Nothing is compiled to disk."""
    sys.dont_write_bytecode = True
    return int(pytest.main([*_options(scratch), "-x", *tests]))


def _options(scratch: Path) -> list[str]:
    # Hypothesis has been loaded before pytest could look at its asserts.
    quiet = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
    return ["-q", "--no-header", "-p", "no:xdist", "--tb=line", *quiet, f"--basetemp={scratch}"]


class Watch:
    """A plugin of pytest that notes which lines of the room each test comes by, and how long it takes.

    Attributes:
        lines: for each test the lines, as ``file:line``.
        seconds: how long each took, itself and what it was given.
        failed: tests that do not pass as it is.
    """

    def __init__(self, root: Path, files: Sequence[str]) -> None:
        self.lines: dict[str, set[str]] = {}
        self.seconds: dict[str, float] = {}
        self.failed: list[str] = []
        self._names = {str(root / file): file for file in files}
        self._here: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Watch one test from its fixtures to what it leaves."""
        self._here = set()
        before = time.monotonic()
        settrace(self._call)
        sys.settrace(self._call)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            settrace(None)
            self.lines[item.nodeid] = self._here
            self.seconds[item.nodeid] = time.monotonic() - before

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what fails."""
        if report.failed and report.nodeid not in self.failed:
            self.failed.append(report.nodeid)

    def _call(self, frame: FrameType, _event: str, _argument: object) -> TraceFunction | None:
        name = self._names.get(frame.f_code.co_filename)
        if name is None:
            return None
        here = self._here

        def line(frame: FrameType, event: str, _argument: object) -> TraceFunction | None:
            if event == "line":
                here.add(f"{name}:{frame.f_lineno}")
            return line

        here.add(f"{name}:{frame.f_lineno}")
        return line


def watch_tests(tests: Sequence[str], root: Path, files: Sequence[str], into: Path) -> int:
    """Run all tests once and write down what ``Watch`` saw; returns pytest's exit code."""
    watch = Watch(root, files)
    code = pytest.main([*_options(into.with_suffix(".tests")), *tests], plugins=[watch])
    seen = {
        "seconds": watch.seconds,
        "failed": watch.failed,
        "lines": {test: sorted(lines) for test, lines in watch.lines.items()},
    }
    into.write_bytes(msgspec.json.encode(seen))
    return int(code)
