"""What holds for every test: nothing is left behind, nothing leaves the machine, nobody's own files are touched."""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.places import folder_in_memory, places_of

# The same examples each time, on a machine of any speed, with nothing remembered between runs.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")

# A zone that is neither UTC nor Danish, so that a time taken or shown by the computer's own zone is seen.
os.environ["TZ"] = "America/St_Johns"
if sys.platform != "win32":
    time.tzset()

# For this process, for those that share the tests out, and for what they start. A folder of the caller's goes before.
if "TMPDIR" not in os.environ and (memory := folder_in_memory()) is not None:
    os.environ["TMPDIR"] = str(memory)
    tempfile.tempdir = None  # it may have been asked for already

_ENDING_S = 2.0
_LOOPBACK = ("127.", "::1", "localhost")


def _stay_on_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        if isinstance(address, tuple) and not str(address[0]).startswith(_LOOPBACK):
            raise AssertionError(f"a test went to the network: {address[0]}")


sys.addaudithook(_stay_on_this_machine)


@pytest.fixture(scope="session", autouse=True)
def own_profile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Settings, head memory and caches go to a folder of the tests, never to the user's."""
    folder = tmp_path_factory.mktemp("profile")
    before = dict(os.environ)
    os.environ |= places_of(folder)
    yield folder
    os.environ.clear()
    os.environ.update(before)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "posix(reason): asks for what Windows has not; it is left out there"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On Windows leave out what must stay POSIX; that each says why is asked everywhere."""
    theirs: list[pytest.Item] = []
    for item in items:
        marks = list(item.iter_markers("posix"))
        if any(len(mark.args) != 1 for mark in marks):
            raise pytest.UsageError(f"{item.nodeid}: the mark posix wants its one reason")
        if marks and sys.platform == "win32":
            theirs.append(item)
    if theirs:
        config.hook.pytest_deselected(items=theirs)
        items[:] = [item for item in items if item not in set(theirs)]


@pytest.fixture(autouse=True)
def no_leaks() -> Iterator[None]:
    """A test that leaves a thread, a process or an open file behind fails."""
    threads = set(threading.enumerate())
    processes = _processes()
    files = _open_files()
    yield
    _wait_until_ended(threads, processes)
    assert not _names(set(threading.enumerate()) - threads), "a thread is still running"
    assert not _processes() - processes, "a process is still running"
    assert not _open_files() - files, "a file is still open"


def _wait_until_ended(threads: set[threading.Thread], processes: set[str]) -> None:
    """What was told to end is given a moment to do so."""
    give_up = time.monotonic() + _ENDING_S
    while time.monotonic() < give_up:
        if not (set(threading.enumerate()) - threads or _processes() - processes):
            return
        time.sleep(0.01)


def _names(threads: set[threading.Thread]) -> list[str]:
    return [thread.name for thread in threads]


def _processes() -> set[str]:
    """Children of this process that have not been waited for, as ``pid command``."""
    multiprocessing.active_children()  # waits for those that have ended
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    if not children.exists():
        return set()
    return {f"{pid} {_command(pid)}" for pid in children.read_text(encoding="ascii").split()}


def _command(pid: str) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _open_files() -> set[str]:
    """Regular files that are held open for writing or reading, by path."""
    folder = Path("/proc/self/fd")
    if not folder.exists():
        return set()
    paths = set()
    for link in folder.iterdir():
        try:
            path = link.readlink()
        except OSError:  # the one that listed the folder
            continue
        # A dialog of Qt's reads folders on a thread of its own.
        if path.is_absolute() and path.is_relative_to(_SCRATCH) and not path.is_dir():
            paths.add(str(path))
    return paths


_SCRATCH = Path(tempfile.gettempdir()).resolve()
