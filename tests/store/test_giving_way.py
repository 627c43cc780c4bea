"""A check gives way between its slices: what is sealed there waits for nothing, and is no finding."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from evidence_store import (
    CaseChains,
    CheckState,
    EntryId,
    EraseTarget,
    HeadMemory,
    NewObject,
    Report,
    Vault,
    Verdict,
    pages,
    scan,
)
from evidence_store.connection import FORMAT_1
from tests.fakes.keys import QUICK_KEYS
from tests.store.building import (
    PASSPHRASE,
    TIME,
    begin,
    facts,
    keep,
    note,
    plain_vault,
    quick_vault,
    text,
)

Act = Callable[[Vault, CaseChains], object]


class StoppedError(Exception):
    """What somebody who gives the check up raises."""


class Piece(bytes):
    """Bytes that are counted while somebody holds them."""

    alive = 0

    def __init__(self, _: bytes) -> None:
        Piece.alive += 1

    def __del__(self) -> None:
        Piece.alive -= 1


class Counted(io.BytesIO):
    """A stream that knows how many of its pieces were held at the same time."""

    most = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.most = max(self.most, Piece.alive + 1)
        return Piece(super().read(size))


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_STEP", 2)


@pytest.fixture
def filled(vault: Vault, case: CaseChains) -> Vault:
    for number in range(3):
        keep(vault, case.evidence, bytes([number]) * 1_100_000, thumbnail=b"t" * 50_000)
        note(vault, case.evidence, f"note {number}")
    note(vault, case.private, "kun for mig")
    return vault


def slices_of(vault: Vault) -> int:
    told: list[tuple[int, int]] = []
    vault.verify(progress=lambda done, total: told.append((done, total)))
    return len(told)


def checked_with(vault: Vault, at: int, act: Callable[[], object]) -> Report:
    """Check the vault, and do something before the slice of that number."""
    told = 0

    def progress(_done: int, _total: int) -> None:
        nonlocal told
        if told == at:
            act()
        told += 1

    return vault.verify(progress=progress)


def capture(vault: Vault, case: CaseChains) -> None:
    keep(vault, case.evidence, b"new" * 500_000, thumbnail=b"u" * 50_000)


def begin_another(vault: Vault, case: CaseChains) -> None:
    note(vault, begin(vault).evidence, "en anden sag")


def erase(vault: Vault, case: CaseChains) -> None:
    pictures = [EraseTarget(EntryId(case.evidence, seq), ("object",)) for seq in (1, 3)]
    with vault.act() as act:
        act.erase(case.evidence, pictures, [text("a")], time=TIME)
        words = EraseTarget(EntryId(case.evidence, 2), ("text",))
        act.erase(case.private, [words], [text("b")], time=TIME)


def test_progress_is_told_while_nothing_is_held(filled: Vault) -> None:
    db = filled._connection
    assert db is not None
    told: list[tuple[int, int]] = []

    def look(done: int, total: int) -> None:
        assert not filled._lock._is_owned()  # type: ignore[attr-defined]  # CPython's own word for it
        assert db.txn_state() == apsw.SQLITE_TXN_NONE  # nor is a row half read
        told.append((done, total))

    assert filled.verify(progress=look).findings == ()
    objects = [each for each in told if each[1]]
    assert told[0] == (0, 0)
    assert len(told) > 20
    assert objects[-1] == (3_300_000, 3_300_000)
    assert told == sorted(told)


def test_it_gives_way_after_each_erased_part_that_is_compared(
    vault: Vault, case: CaseChains
) -> None:
    notes = [note(vault, case.evidence, f"note {number}") for number in range(12)]

    def turns() -> int:
        seen: list[tuple[int, int]] = []
        assert vault.verify(progress=lambda done, total: seen.append((done, total))).findings == ()
        return len(seen)

    before = turns()
    with vault.act() as act:
        act.erase(
            case.evidence,
            [EraseTarget(each.id, ("text",)) for each in notes],
            [text("a")],
            time=TIME,
        )
    assert turns() >= before + len(notes)


@pytest.mark.parametrize("act", [capture, begin_another, erase])
def test_what_is_sealed_between_any_two_slices_is_no_finding(
    filled: Vault, case: CaseChains, tmp_path: Path, act: Act
) -> None:
    slices = slices_of(filled)
    filled.close()
    kept = filled.path.read_bytes()
    for at in range(slices):
        filled.path.write_bytes(kept)
        with plain_vault(tmp_path, HeadMemory(tmp_path / f"heads {at}")) as vault:
            report = checked_with(vault, at, lambda vault=vault: act(vault, case))  # type: ignore[misc]  # a bound default
            assert report.findings == (), at
            assert report.verdict is Verdict.CONSISTENT
            assert all(check.state is not CheckState.FAILED for check in report.checks)
            assert vault.verify().findings == ()


def test_what_is_sealed_while_the_log_is_read_is_checked_too(
    filled: Vault, case: CaseChains
) -> None:
    before = filled.verify().entries
    report = checked_with(filled, 0, lambda: begin_another(filled, case))
    assert report.entries == before + 3
    assert len(report.receipts) == 4


def test_damage_is_found_whatever_is_sealed_meanwhile(
    filled: Vault, case: CaseChains, tmp_path: Path
) -> None:
    db = filled._connection
    assert db is not None
    db.execute("DROP TRIGGER chunk_update")
    db.execute("UPDATE chunk SET data = zeroblob(length(data)) WHERE rowid = 3")
    for at in range(0, slices_of(filled), 5):
        report = checked_with(filled, at, lambda: note(filled, case.evidence, "imens"))
        assert [(found.kind, found.seq) for found in report.findings] == [("object_hash", 3)]
        assert report.verdict is Verdict.ALTERED


def test_what_progress_raises_ends_the_check_and_changes_nothing(
    filled: Vault, case: CaseChains
) -> None:
    def stop() -> None:
        raise StoppedError

    before = hashlib.sha256(filled.path.read_bytes()).digest()
    for at in range(0, slices_of(filled), 3):
        with pytest.raises(StoppedError):
            checked_with(filled, at, stop)
    assert hashlib.sha256(filled.path.read_bytes()).digest() == before
    note(filled, case.evidence, "bagefter")
    assert filled.verify().findings == ()


def asked_while_checking(vault: Vault) -> list[str]:
    asked: list[str] = []
    db = vault._connection
    assert db is not None

    def listen(_cursor: object, sql: str, _values: object) -> bool:
        asked.append(sql)
        return True

    db.set_exec_trace(listen)
    assert vault.verify().findings == ()
    db.set_exec_trace(None)
    return asked


def test_structure_is_asked_for_up_to_the_bytes_that_can_be_read_at_once(
    vault: Vault, case: CaseChains, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        keep(vault, case.evidence, b"%d" % number, thumbnail=b"t" * 10_000)
    with vault._using() as db:
        whole = int(
            db.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").get
        )
    for least, question in (
        (40_000, "PRAGMA integrity_check(thumbnail)"),
        (whole, "PRAGMA integrity_check"),
    ):
        for bytes_at_once, asked in ((least, True), (least - 1, False)):
            monkeypatch.setattr(pages, "_AT_ONCE_BYTES", bytes_at_once)
            assert (question in asked_while_checking(vault)) is asked


def test_many_small_pictures_are_read_in_slices_and_damage_among_them_is_found(
    tmp_path: Path, heads: HeadMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "_AT_ONCE_BYTES", 1_000_000)
    with plain_vault(tmp_path, heads) as vault:
        chain = begin(vault).evidence
        for number in range(40):
            keep(vault, chain, b"%d" % number, thumbnail=bytes([number]) * 40_000)
        asked: list[str] = []
        db = vault._connection
        assert db is not None

        def listen(_cursor: object, sql: str, _values: object) -> bool:
            asked.append(sql)
            return True

        db.set_exec_trace(listen)
        assert vault.verify().findings == ()
        db.set_exec_trace(None)
    assert len([sql for sql in asked if "FROM thumbnail WHERE rowid >" in sql]) == 2
    assert "PRAGMA integrity_check(thumbnail)" not in asked
    assert "PRAGMA integrity_check(entry)" in asked

    path = tmp_path / "encrypted.bevismappe"
    with quick_vault(path, heads) as vault:
        chain = begin(vault).evidence
        for number in range(40):
            keep(vault, chain, b"%d" % number, thumbnail=bytes([number]) * 40_000)
        last = path.stat().st_size // FORMAT_1.page_size
    with path.open("r+b") as file:
        file.seek((last - 1) * FORMAT_1.page_size + 5000)
        file.write(b"\xff\xfe\xfd")
    with quick_vault(path, heads) as vault:
        found = vault.verify().findings
    assert [(each.kind, each.path) for each in found] == [("cache_page", "thumbnail")]


def test_a_large_file_is_staged_while_others_seal(vault: Vault, case: CaseChains) -> None:
    told: list[int] = []

    def progress(written: int) -> None:
        assert not vault._lock._is_owned()  # type: ignore[attr-defined]  # CPython's own word for it
        note(vault, case.evidence, f"efter {written}")
        told.append(written)

    content = bytes(range(256)) * (20 << 12)
    counted = Counted(content)
    staged = vault.stage(counted, "video/mp4", progress=progress)
    assert (
        counted.most <= 10
    )  # of a megabyte: those of one transaction, and not those of the one before
    with vault.act() as act:
        entry = act.append(case.evidence, [facts("file")], time=TIME, object=staged)
    assert told == [8 << 20, 16 << 20, 20 << 20]
    with vault.open_object(entry.id) as source:
        assert source.read() == content
    assert vault.verify().findings == ()


def test_the_check_of_a_backup_gives_way_and_can_be_given_up(
    tmp_path: Path, heads: HeadMemory
) -> None:
    with Vault.create(
        tmp_path / "v.bevismappe", PASSPHRASE, heads=heads, parameters=QUICK_KEYS
    ) as vault:
        case = begin(vault)
        keep(vault, case.evidence, b"x" * 3_000_000)
        sealed: list[int] = []

        def seal(_done: int, _total: int) -> None:
            if not sealed:
                with vault.act() as act:
                    act.append(case.evidence, [facts()], time=TIME, object=NewObject(b"n", "a/b"))
            sealed.append(1)

        report = vault.backup(tmp_path / "copy.bevismappe", progress=seal)
        assert report.verdict is Verdict.CONSISTENT
        assert report.entries == 3  # the copy is of the vault as it was when it was written
        assert vault.verify().entries == 4
        assert len(sealed) > 3

        def stop(_done: int, _total: int) -> None:
            raise StoppedError

        with pytest.raises(StoppedError):
            vault.backup(tmp_path / "other.bevismappe", progress=stop)
    assert not list(tmp_path.glob("*other*"))
    assert not list(tmp_path.glob(".*"))
