"""A new file is its owner's alone and follows no link; a folder is synced where a name in it is new."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from atomic_file import new_file, sync_file, sync_folder


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What is flushed to the disk, by its path."""
    paths: list[Path] = []

    def note_it(handle: int) -> None:
        paths.append(Path(f"/proc/self/fd/{handle}").readlink())

    monkeypatch.setattr(os, "fsync", note_it)
    return paths


def test_a_new_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with new_file(tmp_path / "x") as file:
            file.write(b"words")
            file.seek(0)
            assert file.read() == b"words"
    finally:
        os.umask(before)
    if sys.platform != "win32":  # its rights there are the folder's
        assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o600


@pytest.mark.posix("links want an administrator there")
@pytest.mark.parametrize("leads_somewhere", [True, False])
def test_a_new_file_follows_no_link_and_replaces_nothing(
    tmp_path: Path, leads_somewhere: bool
) -> None:
    other, path = tmp_path / "other", tmp_path / "x"
    if leads_somewhere:
        other.write_bytes(b"mine")
    path.symlink_to(other)
    with pytest.raises(FileExistsError):
        new_file(path)
    assert path.is_symlink()
    assert other.exists() == leads_somewhere


@pytest.mark.posix("what is synced is known by /proc")
def test_what_another_writer_wrote_is_flushed_by_its_path(
    tmp_path: Path, synced: list[Path]
) -> None:
    (tmp_path / "x").write_bytes(b"words")
    sync_file(tmp_path / "x")
    assert synced == [tmp_path / "x"]


@pytest.mark.posix("a folder cannot be synced there")
def test_a_folder_is_synced_so_that_a_new_name_in_it_outlives_a_power_cut(
    tmp_path: Path, synced: list[Path]
) -> None:
    sync_folder(tmp_path)
    assert synced == [tmp_path]
