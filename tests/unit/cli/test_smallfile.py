"""A file named on the command line is read up to a limit, and nobody waits for ever."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from app.cli import smallfile
from app.cli.smallfile import read_small
from tests.posix import O_NONBLOCK, mkfifo

LIMIT = 10


def test_a_small_file_comes_whole(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"12345")
    assert read_small(tmp_path / "x", LIMIT) == b"12345"


def test_of_a_longer_file_one_byte_more_than_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x" * 5000)
    assert len(read_small(tmp_path / "x", LIMIT)) == LIMIT + 1


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/"])
@pytest.mark.posix("devices in folders")
def test_devices_and_folders_are_refused(path: str) -> None:
    with pytest.raises(OSError, match=r"Invalid|directory"):
        read_small(Path(path), LIMIT)


@pytest.mark.posix("pipes in folders")
def test_a_pipe_that_somebody_writes_to_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(b"words"))
    writer.start()  # waits until somebody reads
    assert read_small(pipe, LIMIT) == b"words"
    writer.join()


@pytest.mark.posix("pipes in folders")
def test_a_pipe_in_which_nothing_comes_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smallfile, "_WAIT_S", 0.05)
    pipe = tmp_path / "pipe"
    mkfifo(pipe)
    both = os.open(pipe, os.O_RDWR | O_NONBLOCK)
    try:
        with pytest.raises(TimeoutError):
            read_small(pipe, LIMIT)
    finally:
        os.close(both)
