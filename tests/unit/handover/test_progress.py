"""The check of a package tells how far it is, in slices, and ends where its listener wants it to."""

from __future__ import annotations

import tracemalloc
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from app.handover import verify_path
from app.handover.progress import ProgressCounter
from tests.unit.house.tree import ROOT

SAMPLE = ROOT / "tests" / "data" / "package-v1" / "bevismappe-sample.zip"
_MIB = 1 << 20


class Enough(Exception):  # noqa: N818 - a wish, as a cancelled job has it
    """Ends a check."""


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    with zipfile.ZipFile(SAMPLE) as archive:
        archive.extractall(tmp_path)
    (top,) = (each for each in tmp_path.iterdir() if each.is_dir())
    return top


def test_being_watched_changes_no_answer(unpacked: Path) -> None:
    for package in (SAMPLE, unpacked):
        done: list[int] = []
        totals: set[int] = set()

        def tell(read: int, total: int, done: list[int] = done, totals: set[int] = totals) -> None:
            done.append(read)
            totals.add(total)

        assert verify_path(package, progress=tell) == verify_path(package)
        assert done == sorted(done)
        assert totals == {done[-1]}


def test_bytes_are_counted_from_none_to_all_and_entries_by_the_two_hundred() -> None:
    told: list[tuple[int, int]] = []
    steps = ProgressCounter(lambda done, total: told.append((done, total)))
    assert steps.total == 0
    steps.total = 10
    for size in (3, 4, 0, 99):
        steps.add_bytes(size)
    assert told == [(3, 10), (7, 10), (7, 10), (10, 10)]
    told.clear()
    for _ in range(199):
        steps.add_entry()
    assert told == []
    for _ in range(201):
        steps.add_entry()
    assert told == [(10, 10)] * 2


@pytest.mark.posix("what is open is known by /proc")
@pytest.mark.parametrize("at", [1, 2, 5, 20])
def test_it_ends_where_the_listener_wants_it_to_and_holds_nothing_open(
    unpacked: Path, at: int
) -> None:
    for package in (SAMPLE, unpacked):
        told: list[int] = []

        def tell(done: int, _total: int, told: list[int] = told) -> None:
            told.append(done)
            if len(told) == at:
                raise Enough

        before = set(Path("/proc/self/fd").iterdir())
        with pytest.raises(Enough):
            verify_path(package, progress=tell)
        assert len(told) == at
        assert set(Path("/proc/self/fd").iterdir()) == before


def test_a_large_file_is_told_in_slices_and_never_held_whole(unpacked: Path) -> None:
    (picture,) = list(unpacked.rglob("*.pdf"))[:1]
    with picture.open("ab") as large:
        large.truncate(40 * _MIB)
    told: list[int] = []
    tracemalloc.start()
    try:
        verify_path(unpacked, progress=lambda done, _total: told.append(done))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    steps = [after - before for before, after in pairwise(told)]
    assert max(steps) <= _MIB
    assert len(told) > 40
    assert peak < 16 * _MIB


def test_entries_are_told_by_the_hundred() -> None:
    told: list[tuple[int, int]] = []
    steps = ProgressCounter(lambda *each: told.append(each))
    for _ in range(1000):
        steps.add_entry()
    assert len(told) == 5
