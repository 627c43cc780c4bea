from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.capture import (
    EmptyFileError,
    FileChangedError,
    FileUnreadableError,
    FileVanishedError,
    ImportFileError,
    NotAFileError,
    SourceFile,
    read_file,
)
from tests.posix import F_GETFL, O_ACCMODE, fcntl, mkfifo

CONTENT = bytes(range(256)) * 9000


def take_in(
    path: Path,
    meanwhile: Callable[[Path], object],
    read_first: int,
    seen: list[SourceFile] | None = None,
) -> None:
    """Read a file while something happens to it."""
    with read_file(path) as source:
        if seen is not None:
            seen.append(source)
        source.read(read_first)
        meanwhile(path)
        source.read()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "opslag æøå.mp4"
    path.write_bytes(CONTENT)
    return path


def test_a_file_comes_in_byte_for_byte_and_stays_as_it_was(file: Path) -> None:
    os.utime(file, ns=(10**18, 1_700_000_000_123_456_789))
    before = (hashlib.sha256(file.read_bytes()).hexdigest(), file.stat())

    with read_file(file) as source:
        inside = source.read()

    assert inside == CONTENT
    assert source.size == len(CONTENT)
    assert source.sha256() == before[0]
    assert source.modified_at == datetime(2023, 11, 14, 22, 13, 20, 123_000, tzinfo=UTC)
    after = file.stat()
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before[0]
    assert (after.st_mtime_ns, after.st_ctime_ns, after.st_mode, after.st_size) == (
        before[1].st_mtime_ns,
        before[1].st_ctime_ns,
        before[1].st_mode,
        before[1].st_size,
    )


@pytest.mark.posix("flags of an open file")
def test_the_source_is_opened_for_reading_only(file: Path) -> None:
    file.chmod(0o400)
    with read_file(file) as source:
        assert not source.writable()
        flags = fcntl(source._descriptor, F_GETFL)
        assert flags & O_ACCMODE == os.O_RDONLY
        source.read()


@given(sizes=st.lists(st.integers(1, 5000), min_size=1, max_size=20), content=st.binary(min_size=1))
def test_reading_in_any_pieces_gives_the_same(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], content: bytes
) -> None:
    path = tmp_path_factory.mktemp("files") / "a"
    path.write_bytes(content)
    pieces = b""
    with read_file(path) as source:
        for size in sizes:
            pieces += source.read(size) or b""
        pieces += source.read()
        assert source.tell() == len(content)
    assert pieces == content


@pytest.mark.posix("links want an administrator there")
def test_a_link_is_followed_to_the_file_it_names(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)

    with read_file(link) as source:
        assert source.read() == CONTENT
        assert source.path == file.resolve()


def _append(path: Path) -> None:
    with path.open("ab") as stream:
        stream.write(b"more")


def _rewrite_in_place(path: Path) -> None:
    """The same length and, as a careful liar would, the same time of change."""
    before = path.stat()
    with path.open("r+b") as stream:
        stream.write(b"\xee")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _replace(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(CONTENT)
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)


def _cut(path: Path) -> None:
    os.truncate(path, 1000)


def _touch(path: Path) -> None:
    os.utime(path, ns=(1, 1))


# A file that is read cannot be replaced on Windows.
_REPLACED = pytest.param(_replace, marks=pytest.mark.posix("an open file cannot be replaced there"))


@pytest.mark.parametrize("change", [_append, _rewrite_in_place, _REPLACED, _cut, _touch])
@pytest.mark.parametrize("read_first", [1, 300_000, len(CONTENT)])
def test_a_file_that_changes_while_it_is_read_is_noticed(
    file: Path, change: Callable[[Path], None], read_first: int
) -> None:
    with pytest.raises(FileChangedError) as caught:
        take_in(file, change, read_first)

    assert caught.value.path == file


def test_a_writer_beside_us_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "video.mp4"
    file.write_bytes(CONTENT * 20)
    before = file.stat()
    # It puts the time back after every byte: only reading twice finds it out.
    words = (
        "import os, sys\n"
        "f = open(sys.argv[1], 'r+b', buffering=0)\n"
        "n = 0\n"
        "while True:\n"
        "    n += 7919\n"
        "    f.seek(n % (1 << 25)); f.write(bytes((n // 7919 % 256,)))\n"
        "    os.utime(sys.argv[1], ns=(int(sys.argv[2]), int(sys.argv[2])))\n"
        "    print(flush=True) if n == 7919 else None\n"
    )
    command = [sys.executable, "-c", words, str(file), str(before.st_mtime_ns)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        try:
            assert writer.stdout is not None
            assert writer.stdout.readline()
            with pytest.raises(FileChangedError), read_file(file) as source:
                source.read()
        finally:
            writer.kill()


@pytest.mark.posix("an open file cannot be taken away there")
def test_a_file_that_goes_away_while_it_is_read_is_noticed(file: Path) -> None:
    with pytest.raises(FileVanishedError) as caught:
        take_in(file, Path.unlink, 10)

    assert caught.value.path == file


def test_a_file_that_was_not_read_to_its_end_has_not_come_in(file: Path) -> None:
    with pytest.raises(FileChangedError, match="end"), read_file(file) as source:
        source.read(len(CONTENT) - 1)


def test_an_error_of_the_reader_is_not_covered_up_by_ours(file: Path) -> None:
    def stumble(path: Path) -> None:
        _append(path)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        take_in(file, stumble, 10)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tom"
    path.touch()

    with pytest.raises(EmptyFileError) as caught, read_file(path):
        pass
    assert caught.value.path == path


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _link_to_folder(path: Path) -> None:
    path.symlink_to(path.parent)


@pytest.mark.parametrize("make", [_folder, _pipe, _device, _link_to_folder])
@pytest.mark.posix("pipes and devices in folders")
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "x"
    make(path)

    with pytest.raises(NotAFileError) as caught, read_file(path):
        pass
    assert caught.value.path == path


@pytest.mark.posix("pipes in folders")
def test_a_pipe_that_takes_the_files_place_is_not_waited_for(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = os.open

    def swap_and_open(path: str | Path, flags: int) -> int:
        file.unlink()
        mkfifo(file)
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", swap_and_open)
    with pytest.raises(NotAFileError), read_file(file):
        pass


def _missing(path: Path) -> Path:
    return path / "findes ikke"


def _broken_link(path: Path) -> Path:
    (path / "link").symlink_to(path / "nowhere")
    return path / "link"


def _below_a_file(path: Path) -> Path:
    (path / "file").write_bytes(b"x")
    return path / "file" / "below"


@pytest.mark.parametrize("make", [_missing, _broken_link, _below_a_file])
def test_what_is_not_there_is_said_to_be_gone(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path)

    with pytest.raises(FileVanishedError) as caught, read_file(path):
        pass
    assert caught.value.path == path


def _long(path: Path) -> Path:
    return path / ("n" * 300)


def _circle(path: Path) -> Path:
    (path / "a").symlink_to(path / "b")
    (path / "b").symlink_to(path / "a")
    return path / "a"


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(_circle, marks=pytest.mark.posix("links want an administrator there")),
        pytest.param(
            _long, marks=pytest.mark.posix("no file can have that name there, so it is gone")
        ),
        lambda path: path / "nul\0",
    ],
)
def test_names_that_the_system_refuses_are_unreadable(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)

    with pytest.raises(FileUnreadableError) as caught, read_file(path):
        pass
    assert caught.value.path == path


@pytest.mark.parametrize("call", ["open", "read"])
def test_a_disk_that_fails_is_told(file: Path, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(FileUnreadableError, match="Input/output") as caught, read_file(file) as s:
        s.read()
    monkeypatch.undo()
    assert caught.value.path == file


def test_no_file_name_gets_into_an_errors_text(tmp_path: Path) -> None:
    path = tmp_path / "hemmeligt navn"
    with pytest.raises(ImportFileError) as caught, read_file(path):
        pass
    assert "hemmeligt" not in str(caught.value)


def test_a_broken_picture_is_no_business_of_the_door(tmp_path: Path) -> None:
    path = tmp_path / "halv.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")

    with read_file(path) as source:
        assert source.read() == path.read_bytes()


def test_a_time_that_no_calendar_has_is_unknown(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.fstat

    seen: list[SourceFile] = []

    def odd(descriptor: int) -> os.stat_result:
        return os.stat_result(really(descriptor), {"st_mtime_ns": 10**30})

    monkeypatch.setattr(os, "fstat", odd)
    with pytest.raises(FileChangedError):
        take_in(file, lambda _: None, 10, seen)
    assert seen[0].modified_at is None
