"""Limits at their very edge, and answers where there is nothing: a line each in the store, easily moved by one."""

from __future__ import annotations

import errno
import json
import os
import secrets
import tempfile
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from atomic_file import UnfitNameError, names
from evidence_store import (
    CaseChains,
    DiskFaultError,
    DiskFullError,
    Finding,
    FindingKind,
    HeadMemory,
    LedgerFormError,
    LedgerReader,
    NewPart,
    ReadOnlyError,
    StoreFaultError,
    UnknownChainError,
    Vault,
    VaultExistsError,
    VaultFileError,
    VaultMissingError,
    Verdict,
    WeakPassphraseError,
    write_ledger,
)
from evidence_store import ledger_text as text_room
from evidence_store import searching as searching_room
from evidence_store import vault_reader as reading_room
from evidence_store.fault_translation import os_errors_as_ours, sqlite_errors_as_ours
from evidence_store.ledger_text import MAX_LINE, MAX_PARTS, MAX_WORDS
from evidence_store.passphrase import check_strength
from tests.fakes.keys import QUICK
from tests.store.building import (
    PASSPHRASE,
    TIME,
    begin,
    check_ledger,
    keep,
    note,
    plain_vault,
    read_ledger,
)
from tests.store.test_tampering import without_guards

# -- reading in slices ---------------------------------------------------------------------------


@pytest.mark.parametrize("slice", [1, 3, 7, 8, 9, 100])
def test_a_chain_is_read_whole_whatever_the_slices_are(
    vault: Vault, case: CaseChains, monkeypatch: pytest.MonkeyPatch, slice: int
) -> None:
    monkeypatch.setattr(reading_room, "_SLICE", slice)
    for number in range(7):
        note(vault, case.evidence, f"{number}")
        note(vault, case.private, f"{number}")
    for since in range(10):
        read = [entry.id.seq for entry in vault.entries(case.evidence, since)]
        assert read == list(range(since, 8))


def test_a_chain_of_which_nothing_is_left_has_no_last_entry(vault: Vault, case: CaseChains) -> None:
    with vault._using() as db:
        without_guards(db).execute("DELETE FROM entry WHERE chain = 1")
    assert vault.head(case.private).id.seq == 0
    for chain in (case.evidence, "f" * 32):
        with pytest.raises(UnknownChainError) as told:
            vault.head(chain)
        assert told.value.chain == chain


# -- ledger texts --------------------------------------------------------------------------------


@pytest.fixture
def lines(vault: Vault, case: CaseChains) -> list[bytes]:
    for word in ("a", "b"):
        note(vault, case.evidence, word)
    return list(write_ledger(vault.chains()[0], vault.entries(case.evidence)))


def test_limits_of_a_ledger_text_are_those_of_the_format() -> None:
    assert (MAX_LINE, MAX_WORDS, MAX_PARTS) == (64 << 20, 400, 64)


def test_a_line_may_be_as_long_as_the_limit_and_no_longer(
    lines: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    longest = max(map(len, lines))
    assert list(LedgerReader(lines, longest=longest))
    with pytest.raises(LedgerFormError) as told:
        list(LedgerReader(lines, longest=longest - 1))
    assert told.value.reason == "line too long"
    cut = [line[: longest - 1] for line in lines]
    with pytest.raises(LedgerFormError) as told:
        list(LedgerReader(cut, longest=longest - 1))
    assert told.value.reason == "line too long"

    words = max(len(line) - 1 for line in lines if line.startswith((b"entry", b"part")))
    monkeypatch.setattr(text_room, "MAX_WORDS", words)
    assert list(LedgerReader(lines))
    monkeypatch.setattr(text_room, "MAX_WORDS", words - 1)
    with pytest.raises(LedgerFormError) as told:
        list(LedgerReader(lines))
    assert told.value.reason == "line too long"


def counted(lines: list[bytes], count: int) -> tuple[Finding, ...]:
    return check_ledger(read_ledger([*lines[:-1], b"end %d\n" % count]))


def test_an_end_that_counts_more_is_a_cut_text_and_one_that_counts_less_an_altered_one(
    lines: list[bytes], case: CaseChains
) -> None:
    assert counted(lines, 3) == ()
    for count, verdict in ((4, Verdict.INCOMPLETE), (2, Verdict.ALTERED), (0, Verdict.ALTERED)):
        assert counted(lines, count) == (
            Finding(
                FindingKind.ENTRY_COUNT, verdict, case.evidence, expected=f"{count}", found="3"
            ),
        )
    nothing = [*lines[:2], b"end 0\n"]
    assert check_ledger(read_ledger(nothing)) == (
        Finding(
            FindingKind.ENTRY_COUNT, Verdict.INCOMPLETE, case.evidence, expected="0", found="0"
        ),
    )


@pytest.mark.parametrize(
    ("seq", "part", "expected"),
    [
        (1, "text", [("erased_but_kept", 1, "text", "open")]),
        (1, "nothing", [("tombstone", 2, "nothing", "")]),
        (2, "facts", [("tombstone", 2, "facts", "")]),
        (3, "text", [("tombstone", 2, "text", "")]),
        (9, "text", [("tombstone", 2, "text", "")]),
    ],
)
def test_a_tombstone_in_a_text_names_what_came_before_it_and_is_gone(
    vault: Vault,
    case: CaseChains,
    seq: int,
    part: str,
    expected: list[tuple[str, int, str, str]],
) -> None:
    note(vault, case.evidence, "a")
    target = {"chain": case.evidence, "seq": seq, "parts": [part]}
    body = json.dumps({"kind": "tombstone", "version": 1, "targets": [target]}).encode()
    with vault.act() as act:
        act.append(case.evidence, [NewPart("facts", body)], time=TIME)
    note(vault, case.evidence, "b")
    text = list(write_ledger(vault.chains()[0], vault.entries(case.evidence)))
    found = check_ledger(read_ledger(text))
    assert [(each.kind, each.seq, each.path, each.found) for each in found] == expected


def test_a_tombstone_for_another_chain_is_not_judged_by_this_ones_text(
    vault: Vault, case: CaseChains
) -> None:
    target = {"chain": case.private, "seq": 9, "parts": ["text"]}
    body = json.dumps({"kind": "tombstone", "version": 1, "targets": [target]}).encode()
    with vault.act() as act:
        act.append(case.evidence, [NewPart("facts", body)], time=TIME)
    text = list(write_ledger(vault.chains()[0], vault.entries(case.evidence)))
    assert check_ledger(read_ledger(text)) == ()


# -- searching -----------------------------------------------------------------------------------


def test_words_that_are_blank_are_no_row_of_the_index(vault: Vault, case: CaseChains) -> None:
    note(vault, case.evidence, "ord", found_by=" \n")
    entry = note(vault, case.evidence, "ord", found_by="hest")
    with vault._using() as db:
        assert db.execute("SELECT count(*) FROM words").get == 1
    vault.rebuild_index(lambda each: "hest" if each.id == entry.id else "  ", "2")
    with vault._using() as db:
        assert db.execute("SELECT count(*) FROM words").get == 1
    assert vault.search("hest") == (entry.id,)


def test_an_index_that_says_nothing_of_its_make_is_of_none(vault: Vault) -> None:
    assert vault.index_version == ""
    with vault._using() as db:
        searching_room.set_index_version(db, "7")
        assert vault.index_version == "7"
        db.execute("DELETE FROM cache WHERE name = 'words_text'")
        assert vault.index_version == ""
        searching_room.set_index_version(db, "7")
        db.execute("UPDATE cache SET version = '0' WHERE name = 'words'")
        assert vault.index_version == ""


def test_the_first_entry_of_a_case_is_found_by_no_words(vault: Vault) -> None:
    begin(vault)
    with vault._using() as db:
        assert db.execute("SELECT count(*) FROM words").get == 0
        assert db.execute("SELECT count(*) FROM thumbnail").get == 0


# -- objects and heads ---------------------------------------------------------------------------


def test_a_number_that_an_object_has_is_given_to_no_other(
    vault: Vault, case: CaseChains, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = iter([5, 5, 5, 6, 5, 6, 7])
    monkeypatch.setattr(secrets, "randbits", lambda _bits: next(numbers))
    entries = [keep(vault, case.evidence, content) for content in (b"one", b"two", b"three")]
    with vault._using() as db:
        kept = list(db.execute("SELECT object FROM entry WHERE object IS NOT NULL ORDER BY n"))
    assert kept == [(5,), (6,), (7,)]
    assert vault.verify().findings == ()
    assert len({entry.hash for entry in entries}) == 3


def test_heads_are_written_beside_where_they_belong(
    vault: Vault, case: CaseChains, heads: HeadMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of them passes through the folder that all programs write into."""
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    entry = note(vault, case.evidence, "ord")
    held = heads.held(vault.vault_id)
    assert held is not None
    assert entry.hash in {head.hash for head in held.heads}
    assert vault.heads_kept


def test_a_head_of_another_hash_is_told_with_both(
    vault: Vault, case: CaseChains, heads: HeadMemory
) -> None:
    entry = note(vault, case.evidence, "ord")
    with vault._using() as db:
        without_guards(db).execute("UPDATE entry SET hash = ? WHERE seq = 1", ("ab" * 32,))
    found = {each.kind.value: each for each in vault.verify().findings}["head_other"]
    assert (found.verdict, found.chain, found.seq) == (Verdict.ALTERED, case.evidence, 1)
    assert (found.expected, found.found) == (entry.hash, "ab" * 32)


def test_without_a_memory_nothing_is_lost(tmp_path: Path) -> None:
    with plain_vault(tmp_path) as vault:
        case = begin(vault)
        note(vault, case.evidence, "ord")
        vault._heads = HeadMemory(tmp_path / "another profile")
        assert vault.losses() == ()
        assert {check.name.value: check.reason for check in vault.verify().checks}["held_heads"]


def test_a_memory_can_be_kept_where_its_folder_is_or_could_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, file, dangling = tmp_path / "there", tmp_path / "file", tmp_path / "dangling"
    there.mkdir()
    file.write_bytes(b"")
    dangling.symlink_to(tmp_path / "gone")
    can = {path: HeadMemory(path).can_keep() for path in (there, there / "a" / "b", file, dangling)}
    assert can == {there: True, there / "a" / "b": True, file: False, dangling: False}
    assert not HeadMemory(file / "below").can_keep()
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert not HeadMemory(there).can_keep()
    assert not HeadMemory(there / "a").can_keep()


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EROFS, ReadOnlyError),
        (errno.EACCES, ReadOnlyError),
        (errno.EPERM, ReadOnlyError),
        (errno.ENOENT, VaultMissingError),
        (errno.ENOTDIR, VaultMissingError),
        (errno.EEXIST, VaultExistsError),
        (errno.EIO, DiskFaultError),
        (errno.ENAMETOOLONG, DiskFaultError),
    ],
)
def test_what_the_system_says_of_a_copy_is_told_as_the_stores_own(
    tmp_path: Path, number: int, error: type[VaultFileError]
) -> None:
    with pytest.raises(error) as caught, os_errors_as_ours(tmp_path):
        raise OSError(number, "said")
    assert type(caught.value) is error
    assert caught.value.path == tmp_path


def test_a_name_that_the_system_does_not_take_is_no_fault_of_the_drive(
    tmp_path: Path, heads: HeadMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "_SYSTEM", "win32")
    for name in ("min.bevismappe:sag", "CON.bevismappe", "a" * 250):
        with pytest.raises(UnfitNameError):
            Vault.create(tmp_path / name, PASSPHRASE, heads=heads, parameters=(QUICK,))
    with plain_vault(tmp_path, heads) as vault:
        with pytest.raises(UnfitNameError):
            vault.backup(tmp_path / "kopi.")
        with pytest.raises(UnfitNameError):
            vault.backup_plain(tmp_path / "kopi.", b"")
    assert {each.name for each in tmp_path.iterdir() if each.is_file()} == {"plain.bevismappe"}


def test_what_the_database_has_no_class_for_is_told_with_its_code(tmp_path: Path) -> None:
    with closing(apsw.Connection(":memory:")) as db:
        db.execute("CREATE TABLE one (n NOT NULL)")
        with pytest.raises(StoreFaultError) as caught, sqlite_errors_as_ours(tmp_path):
            db.execute("INSERT INTO one VALUES (NULL)")
    assert (caught.value.path, caught.value.code) == (tmp_path, apsw.SQLITE_CONSTRAINT_NOTNULL)


# -- passphrases ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "xK9#qLz2Vb8",  # nobody guesses it, but it is short
        "bevismappe2026",  # the program's own name is tried first
    ],
)
def test_what_is_short_or_names_the_program_is_no_passphrase(typed: str) -> None:
    with pytest.raises(WeakPassphraseError):
        check_strength(typed)
