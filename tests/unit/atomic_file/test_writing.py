"""A file in the making gets its name whole or not at all, and what a killed process left is taken away."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from atomic_file import flush, sweep, write_atomically, write_passing
from tests.posix import flock, geteuid, mkfifo
from tests.unit.house.tree import ROOT

LEFT = ".bevismappe-0123456789abcdef.part"
CHILD = """
import sys, time
from pathlib import Path
from atomic_file import write_atomically, write_passing
target = Path(sys.argv[1])
with write_atomically(target) as file, write_passing(target.parent) as passing:
    for each in (file, passing):
        each.write(b"half")
        each.flush()
    print("half", flush=True)
    time.sleep(60)
"""


class StoppedError(Exception):
    pass


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@contextmanager
def child(target: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is in the midst of making a file."""
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(target)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"half"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_what_is_whole_replaces_its_target_and_is_the_owners_alone(tmp_path: Path) -> None:
    target = tmp_path / "x"
    target.write_bytes(b"before")
    with write_atomically(target) as file:
        file.write(b"after")
        (part,) = names(tmp_path) - {"x"}
        assert target.read_bytes() == b"before"
        if sys.platform != "win32":
            assert stat.S_IMODE((tmp_path / part).stat().st_mode) == 0o600
    assert target.read_bytes() == b"after"
    assert names(tmp_path) == {"x"}


@pytest.mark.posix("what is synced is known by /proc")
@pytest.mark.parametrize("lasting", [True, False])
def test_only_what_shall_last_waits_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lasting: bool
) -> None:
    synced: list[str] = []

    def note_it(handle: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{handle}").readlink()))

    monkeypatch.setattr(os, "fsync", note_it)
    with write_atomically(tmp_path / "x", lasting=lasting) as file:
        file.write(b"words")
        (part,) = tmp_path.iterdir()
    assert (tmp_path / "x").read_bytes() == b"words"
    assert synced == ([str(part), str(tmp_path)] if lasting else [])


def test_what_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "x"
    target.write_bytes(b"before")

    def fail() -> None:
        with write_atomically(target) as file:
            file.write(b"after")
            raise StoppedError

    with pytest.raises(StoppedError):
        fail()
    assert target.read_bytes() == b"before"
    assert names(tmp_path) == {"x"}


def test_a_disk_that_takes_its_time_is_waited_for_beside_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = threading.Event()
    monkeypatch.setattr(os, "fsync", lambda _: slow.wait(10))
    turns: list[int] = []

    def between() -> None:
        turns.append(1)
        if len(turns) == 3:
            slow.set()

    with (tmp_path / "x").open("wb") as file:
        flush(file, between)
    assert len(turns) >= 3


def test_it_can_be_given_up_while_the_disk_takes_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = threading.Event()
    monkeypatch.setattr(os, "fsync", lambda _: slow.wait(10))

    def stop() -> None:
        slow.set()
        raise StoppedError

    with pytest.raises(StoppedError), write_atomically(tmp_path / "x", stop) as file:
        file.write(b"after")
    assert names(tmp_path) == set()


@pytest.mark.parametrize("between", [None, lambda: None])
def test_what_the_disk_says_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, between: Callable[[], None] | None
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"), write_atomically(tmp_path / "x", between) as file:
        file.write(b"after")
    assert names(tmp_path) == set()


def test_what_a_killed_process_left_goes_when_the_next_file_is_made(tmp_path: Path) -> None:
    with child(tmp_path / "a") as process:
        process.kill()
        process.wait()
    (left,) = names(tmp_path)
    assert left.startswith(".bevismappe-")
    assert (tmp_path / left).read_bytes() == b"half"

    with write_atomically(tmp_path / "b") as file:
        assert left not in names(tmp_path)
        file.write(b"whole")
    assert names(tmp_path) == {"b"}


def test_what_passes_needs_no_name_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / LEFT).write_bytes(b"left")
    with write_passing(tmp_path) as file:
        file.write(b"words")
        file.seek(0)
        assert file.read() == b"words"
        seen = names(tmp_path)
        # Where the system wants a name, it is one that a sweep knows: a power cut leaves no other.
        assert all(name != LEFT and name.startswith(".bevismappe-") for name in seen)
        sweep(tmp_path)
        assert names(tmp_path) == seen
    assert names(tmp_path) == set()


def test_what_passes_goes_where_its_writer_fails(tmp_path: Path) -> None:
    with pytest.raises(StoppedError), write_passing(tmp_path):
        raise StoppedError
    assert names(tmp_path) == set()


def test_a_drive_that_renames_no_open_file_is_given_a_closed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network drives of Windows. Elsewhere nothing refuses this, and what is refused is told."""
    real, tries = Path.replace, []

    def refuse_once(self: Path, target: Path) -> Path:
        tries.append(target)
        if len(tries) == 1:
            raise PermissionError(errno.EACCES, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse_once)
    monkeypatch.setattr("atomic_file.writing.CLOSED_FOR_A_NAME", True)
    with write_atomically(tmp_path / "x") as file:
        file.write(b"whole")
    assert (tmp_path / "x").read_bytes() == b"whole"
    assert names(tmp_path) == {"x"}


def test_what_a_living_process_makes_is_left_to_it(tmp_path: Path) -> None:
    with child(tmp_path / "a"), write_atomically(tmp_path / "b") as own:
        own.write(b"whole")
        before = names(tmp_path)
        sweep(tmp_path)
        assert names(tmp_path) == before
        assert len(before) >= 2
    assert (tmp_path / "b").read_bytes() == b"whole"
    sweep(tmp_path)
    assert names(tmp_path) == {"b"}


@pytest.mark.parametrize(
    "name",
    [
        ".bevismappe-0123456789abcdef.part.txt",
        ".bevismappe-0123456789abcde.part",
        ".bevismappe-0123456789ABCDEF.part",
        "bevismappe-0123456789abcdef.part",
        "x.bevismappe-0123456789abcdef.part",
        pytest.param(
            ".bevismappe-0123456789abcdef.part\n", marks=pytest.mark.posix("no such name there")
        ),
        ".0123456789abcdef.part",
    ],
)
def test_no_other_name_is_touched(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    sweep(tmp_path)
    assert names(tmp_path) == {name}


@pytest.mark.posix("pipes in folders, and links without an administrator")
@pytest.mark.parametrize("kind", ["link", "folder", "pipe", "second name"])
def test_nothing_but_a_plain_file_is_touched(tmp_path: Path, kind: str) -> None:
    other, left = tmp_path / "other", tmp_path / LEFT
    other.write_bytes(b"mine")
    match kind:
        case "link":
            left.symlink_to(other)
        case "folder":
            left.mkdir()
        case "pipe":
            mkfifo(left)
        case "second name":
            left.hardlink_to(other)
    sweep(tmp_path)
    assert names(tmp_path) == {"other", LEFT}
    assert other.read_bytes() == b"mine"


@pytest.mark.posix("files do not tell their owner's number there")
def test_what_belongs_to_another_user_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / LEFT).write_bytes(b"theirs")
    own = geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    sweep(tmp_path)
    assert names(tmp_path) == {LEFT}
    monkeypatch.undo()
    sweep(tmp_path)
    assert names(tmp_path) == set()


@pytest.mark.posix("the lock of flock")
def test_a_file_that_is_swept_before_it_is_locked_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process looks between the making of the name and the taking of the lock."""
    real = flock
    swept: list[str] = []

    def late(handle: int, how: int) -> None:
        if not swept:
            (part,) = tmp_path.iterdir()
            part.unlink()
            swept.append(part.name)
        real(handle, how)

    monkeypatch.setattr("fcntl.flock", late)
    with write_atomically(tmp_path / "x") as file:
        file.write(b"whole")
    assert len(swept) == 1
    assert (tmp_path / "x").read_bytes() == b"whole"
    assert names(tmp_path) == {"x"}


@pytest.mark.posix("the lock of flock")
def test_a_file_that_is_being_looked_at_by_a_sweep_is_begun_under_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = flock
    held: list[int] = []

    def taken(handle: int, how: int) -> None:
        if not held:
            held.append(handle)
            raise BlockingIOError(errno.EWOULDBLOCK, "held")
        real(handle, how)

    monkeypatch.setattr("fcntl.flock", taken)
    with write_atomically(tmp_path / "x") as file:
        file.write(b"whole")
    assert (tmp_path / "x").read_bytes() == b"whole"
    # The sweep that held it takes it away; here there was none.
    assert len(names(tmp_path)) == 2


@pytest.mark.posix("the lock of flock")
def test_where_there_are_no_locks_files_are_made_and_none_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def unknown(_handle: int, _how: int) -> None:
        raise OSError(errno.ENOTSUP, "no locks here")

    (tmp_path / LEFT).write_bytes(b"left")
    monkeypatch.setattr("fcntl.flock", unknown)
    with write_atomically(tmp_path / "x") as file:
        file.write(b"whole")
    assert names(tmp_path) == {"x", LEFT}
