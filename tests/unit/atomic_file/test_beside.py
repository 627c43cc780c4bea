"""A file that another writer fills lies beside its target and is gone at the end, unless it got its name."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from atomic_file import part_beside, sweep_beside


class StoppedError(Exception):
    pass


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_part_lies_beside_its_target_empty_and_the_owners_alone(tmp_path: Path) -> None:
    with part_beside(tmp_path / "copy", "new") as part:
        assert part.read_bytes() == b""
        if sys.platform != "win32":
            assert stat.S_IMODE(part.stat().st_mode) == 0o600
        assert part.parent == tmp_path
        assert (part.name[:6], part.suffix, len(part.name)) == (".copy.", ".new", 26)
        with part_beside(tmp_path / "copy", "new") as other:
            assert other != part
    assert names(tmp_path) == set()


def test_a_part_that_got_its_name_stays(tmp_path: Path) -> None:
    with part_beside(tmp_path / "copy", "new") as part:
        part.write_bytes(b"whole")
        part.rename(tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == b"whole"
    assert names(tmp_path) == {"copy"}


def test_a_part_that_is_given_up_is_taken_away(tmp_path: Path) -> None:
    def fail() -> None:
        with part_beside(tmp_path / "copy", "new") as part:
            part.write_bytes(b"half")
            raise StoppedError

    with pytest.raises(StoppedError):
        fail()
    assert names(tmp_path) == set()


def test_what_a_killed_writer_left_is_known_by_its_whole_name(tmp_path: Path) -> None:
    left, digits = f".a[b].{'0f' * 8}.new", "0f" * 8
    others = {
        f".ab.{digits}.new", f".a[b].{digits}.newer", f".a[b].{digits[1:]}.new", f"a[b].{digits}.new",
        f".a[b].{digits}.raw", ".a[b].new",
    }  # fmt: skip
    for name in (left, *others):
        (tmp_path / name).write_bytes(b"mine")
    sweep_beside(tmp_path / "a[b]", "new")
    assert names(tmp_path) == others
