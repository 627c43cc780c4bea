"""A copy for another program: whole, read-only, under a made name, and gone afterwards."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from app.actions.add_file import add_file
from app.actions.copy_outside import OutsideCopies, name_of_copy, sweep_copies
from app.actions.open_case import OpenCase
from app.casework import Exhibit
from evidence_store import ObjectDamagedError


def added(case: OpenCase, folder: Path, name: str, content: bytes) -> Exhibit:
    source = folder / name
    source.write_bytes(content)
    entry = add_file(case, source)
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    return exhibit


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "short-lived"
    folder.mkdir()
    return folder


def test_the_copy_is_whole_and_can_be_read_by_its_owner_alone(
    case: OpenCase, tmp_path: Path, place: Path
) -> None:
    exhibit = added(case, tmp_path, "brev.txt", b"det hele brev")
    copies = OutsideCopies(place)
    copy = copies.give(case, exhibit)
    assert copy.read_bytes() == b"det hele brev"
    assert not copy.stat().st_mode & stat.S_IWUSR
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o400
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert copy.parent.parent == place
    copies.release()
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [
        ("side.html", b"<!DOCTYPE html><script>alert(1)</script>", ".txt"),
        ("program.exe", b"MZ\x90\x00\x03", ".bin"),
        ("start.bat", b"\x00\x01@echo off", ".bin"),
    ],
)
def test_nothing_that_was_received_is_run_by_opening_it(
    case: OpenCase, tmp_path: Path, place: Path, name: str, content: bytes, ending: str
) -> None:
    copies = OutsideCopies(place)
    exhibit = added(case, tmp_path, name, content)
    copy = copies.give(case, exhibit)
    assert copy.name == name_of_copy(exhibit) == f"bilag-001{ending}"
    copies.release()


def test_a_copy_that_a_killed_program_left_is_taken_away_by_the_next_one(
    case: OpenCase, tmp_path: Path, place: Path
) -> None:
    exhibit = added(case, tmp_path, "brev.txt", b"hej")
    left = place / "bevismappe-copy-abcdefgh"
    left.mkdir()
    (left / "bilag-001.txt").write_bytes(b"hej")
    theirs = place / "noget-andet"
    theirs.mkdir()
    linked = place / "bevismappe-copy-link"
    if sys.platform != "win32":  # a link wants an administrator there
        linked.symlink_to(theirs)
    copies = OutsideCopies(place)
    first, second = copies.give(case, exhibit), copies.give(case, exhibit)
    assert not left.exists()
    assert theirs.exists()
    assert first.exists()
    assert second.exists()
    copies.release()
    there = {path.name for path in place.iterdir()}
    assert there == {theirs.name} | ({linked.name} if sys.platform != "win32" else set())


def test_what_a_killed_program_left_is_taken_away_when_the_window_starts(place: Path) -> None:
    left, kept = place / "bevismappe-copy-abcdefgh", place / "bevismappe-copy-kept"
    for folder in (left, kept):
        folder.mkdir()
        (folder / "bilag-001.txt").write_bytes(b"hej")
        (folder / "bilag-001.txt").chmod(stat.S_IRUSR)
    sweep_copies(place, kept=[kept])
    assert list(place.iterdir()) == [kept]


def test_a_copy_that_cannot_be_made_whole_leaves_nothing(
    case: OpenCase, tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exhibit = added(case, tmp_path, "brev.txt", b"hej")

    def damaged(*_: object, **__: object) -> None:
        raise ObjectDamagedError(exhibit.original)

    monkeypatch.setattr("app.actions.copy_outside.export_original", damaged)
    with pytest.raises(ObjectDamagedError):
        OutsideCopies(place).give(case, exhibit)
    assert list(place.iterdir()) == []
