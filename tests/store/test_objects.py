from __future__ import annotations

import hashlib
import io
import random
import tracemalloc

import pytest

from evidence_store import (
    CaseChains,
    EntryId,
    NewObject,
    NoObjectError,
    ObjectDamagedError,
    StagedObject,
    StagedObjectError,
    UnknownEntryError,
    Vault,
)
from evidence_store.objects import CHUNK_BYTES
from tests.store.building import TIME, facts, keep, note


class Dribble(io.RawIOBase):
    """A stream of a given length that deals out odd amounts, as a pipe does."""

    def __init__(self, size: int, step: int) -> None:
        super().__init__()
        self._left = size
        self._step = step

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # bytes in, bytes out
        count = min(self._left, self._step, len(buffer))
        buffer[:count] = b"\x5a" * count
        self._left -= count
        return count


@pytest.mark.parametrize(
    "size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES]
)
def test_bytes_come_back_as_they_were(vault: Vault, case: CaseChains, size: int) -> None:
    content = random.Random(size).randbytes(size)
    entry = keep(vault, case.evidence, content)
    with vault.open_object(entry.id) as stream:
        assert stream.read() == content
    assert vault.verify().findings == ()


def test_a_stream_that_dribbles_is_kept_in_whole_rows(vault: Vault, case: CaseChains) -> None:
    with vault.act() as act:
        source = Dribble(2 * CHUNK_BYTES + 5, 99_991)
        entry = act.append(case.evidence, [facts()], time=TIME, object=NewObject(source, "a/b"))  # type: ignore[arg-type]  # a raw stream reads short
    db = vault._connection
    assert db is not None
    sizes = [n for (n,) in db.execute("SELECT length(data) FROM chunk ORDER BY n")]
    assert sizes == [CHUNK_BYTES, CHUNK_BYTES, 5]
    with vault.open_object(entry.id) as stream:
        assert stream.read() == b"\x5a" * (2 * CHUNK_BYTES + 5)


def test_a_stream_can_be_sought_in(vault: Vault, case: CaseChains) -> None:
    content = random.Random(1).randbytes(2 * CHUNK_BYTES + 100)
    entry = keep(vault, case.evidence, content)
    with vault.open_object(entry.id) as stream:
        for start, length in [(CHUNK_BYTES - 3, 10), (0, 1), (2 * CHUNK_BYTES + 90, 99)]:
            stream.seek(start)
            assert stream.read(length) == content[start : start + length]
        assert stream.seek(0, io.SEEK_END) == len(content)


def test_an_entry_without_object_and_an_unknown_entry_are_told_apart(
    vault: Vault, case: CaseChains
) -> None:
    entry = note(vault, case.evidence, "a")
    with pytest.raises(NoObjectError):
        vault.open_object(entry.id)
    with pytest.raises(UnknownEntryError):
        vault.open_object(EntryId(case.evidence, 99))
    with pytest.raises(UnknownEntryError):
        vault.entry(EntryId("0" * 32, 0))


def test_a_missing_row_is_told_with_the_entry(vault: Vault, case: CaseChains) -> None:
    entry = keep(vault, case.evidence, b"x" * (CHUNK_BYTES + 1))
    db = vault._connection
    assert db is not None
    db.execute("DROP TRIGGER chunk_delete; DELETE FROM chunk WHERE n = 1")
    with vault.open_object(entry.id) as stream, pytest.raises(ObjectDamagedError) as told:
        stream.read()
    assert told.value.id == entry.id


def test_the_same_bytes_are_kept_once(vault: Vault, case: CaseChains) -> None:
    one = keep(vault, case.evidence, b"same" * 1000)
    two = keep(vault, case.private, b"same" * 1000)
    other = keep(vault, case.evidence, b"diff" * 1000)
    db = vault._connection
    assert db is not None
    assert db.execute("SELECT count(*) FROM chunk").get == 2
    assert vault.holders(one.id) == (two.id,)
    assert vault.holders(other.id) == ()
    for entry in (one, two):
        with vault.open_object(entry.id) as stream:
            assert stream.read() == b"same" * 1000


def test_a_damaged_twin_does_not_swallow_good_bytes(vault: Vault, case: CaseChains) -> None:
    keep(vault, case.evidence, b"same" * 1000)
    db = vault._connection
    assert db is not None
    db.execute("DROP TRIGGER chunk_update; UPDATE chunk SET data = zeroblob(4000)")
    again = keep(vault, case.evidence, b"same" * 1000)
    with vault.open_object(again.id) as stream:
        assert stream.read() == b"same" * 1000


def test_a_staged_object_is_seen_only_with_its_entry(vault: Vault, case: CaseChains) -> None:
    content = random.Random(2).randbytes(9 * CHUNK_BYTES + 7)
    seen: list[int] = []
    staged = vault.stage(io.BytesIO(content), "video/mp4", progress=seen.append)
    assert staged.sha256 == hashlib.sha256(content).hexdigest()
    assert seen == [8 * CHUNK_BYTES, len(content)]
    with vault.act() as act:
        entry = act.append(case.evidence, [facts("file")], time=TIME, object=staged)
    with vault.open_object(entry.id) as stream:
        assert stream.read() == content
    assert vault.verify().findings == ()


def test_a_staged_object_serves_one_entry(vault: Vault, case: CaseChains) -> None:
    staged = vault.stage(io.BytesIO(b"abc"), "a/b")
    with vault.act() as act:
        act.append(case.evidence, [facts()], time=TIME, object=staged)
    with pytest.raises(StagedObjectError), vault.act() as act:
        act.append(case.evidence, [facts()], time=TIME, object=staged)
    with pytest.raises(StagedObjectError), vault.act() as act:
        act.append(case.evidence, [facts()], time=TIME, object=StagedObject(5, "0" * 64, 3, "a/b"))


def test_a_stream_that_fails_leaves_nothing_staged(vault: Vault) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            if not data:
                raise OSError("the stick was pulled out")
            return data

    with pytest.raises(OSError, match="stick"):
        vault.stage(Failing(b"x" * 9 * CHUNK_BYTES), "a/b")
    _nothing_staged(vault)


def test_a_staged_object_can_be_discarded(vault: Vault) -> None:
    staged = vault.stage(io.BytesIO(b"x" * 9 * CHUNK_BYTES), "a/b")
    vault.discard(staged)
    vault.discard(staged)
    _nothing_staged(vault)


def test_a_staged_twin_is_dropped_after_the_commit(vault: Vault, case: CaseChains) -> None:
    one = keep(vault, case.evidence, b"same")
    staged = vault.stage(io.BytesIO(b"same"), "a/b")
    with vault.act() as act:
        two = act.append(case.evidence, [facts()], time=TIME, object=staged)
    assert vault.holders(one.id) == (two.id,)
    db = vault._connection
    assert db is not None
    assert db.execute("SELECT count(*) FROM chunk").get == 1
    assert db.execute("SELECT count(*) FROM staged").get == 0


def test_a_twin_that_was_not_staged_is_gone_before_the_commit_and_one_that_was_after_it(
    vault: Vault, case: CaseChains
) -> None:
    """What was staged may be a gigabyte: it is dropped in pieces once the act is over."""
    keep(vault, case.evidence, b"same")
    staged = vault.stage(io.BytesIO(b"same"), "a/b")
    db = vault._connection
    assert db is not None

    def rows() -> tuple[int, int]:
        counts = [db.execute(f"SELECT count(*) FROM {name}").get for name in ("chunk", "staged")]
        return counts[0], counts[1]

    with vault.act() as act:
        act.append(case.evidence, [facts()], time=TIME, object=NewObject(b"same", "a/b"))
        assert rows() == (2, 1)
        act.append(case.evidence, [facts()], time=TIME, object=staged)
        assert rows() == (2, 1)
    assert rows() == (1, 0)


def test_memory_is_bounded_for_a_large_object(vault: Vault, case: CaseChains) -> None:
    size = 64 * CHUNK_BYTES
    tracemalloc.start()
    staged = vault.stage(io.BufferedReader(Dribble(size, 1 << 20)), "video/mp4")
    with vault.act() as act:
        entry = act.append(case.evidence, [facts()], time=TIME, object=staged)
    with vault.open_object(entry.id) as stream:
        while stream.read(CHUNK_BYTES):
            pass
    assert vault.verify().findings == ()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 24 * CHUNK_BYTES


def _nothing_staged(vault: Vault) -> None:
    db = vault._connection
    assert db is not None
    assert db.execute("SELECT count(*) FROM chunk").get == 0
    assert db.execute("SELECT count(*) FROM staged").get == 0
