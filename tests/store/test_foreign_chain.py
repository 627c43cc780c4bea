"""Somebody else's chain is kept as it came: never appended to, checked each time, and no older program opens it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import apsw
import pytest
from msgspec.structs import replace

import evidence_store.connection
from evidence_store import (
    CaseChains,
    ChainKind,
    EntryId,
    EraseTarget,
    FindingKind,
    ForeignChainError,
    HeadMemory,
    LedgerChain,
    NewerVaultError,
    NotSealableError,
    PartState,
    SealedPart,
    StoredEntry,
    Vault,
    Verdict,
    write_ledger,
)
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

Kept = tuple[StoredEntry, ...]


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[tuple[Vault, str]]:
    """A colleague's vault and its chain: a picture, two notes, one of them with words that they erased."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    with plain_vault(folder, HeadMemory(folder / "heads")) as vault:
        chain = begin(vault).evidence
        keep(vault, chain, b"picture")
        note(vault, chain, "set fra vinduet")
        gone = note(vault, chain, "slettet igen")
        with vault.act() as act:
            act.erase(chain, [EraseTarget(gone.id, ("text",))], [], time=TIME)
        yield vault, chain


def handed_out(vault: Vault, chain: str) -> Kept:
    """The chain as a package has it: of the first note nothing is shown."""
    return tuple(
        replace(entry, parts=()) if entry.id.seq == 2 else entry for entry in vault.entries(chain)
    )


@pytest.fixture
def their_chain(theirs: tuple[Vault, str]) -> Kept:
    return handed_out(*theirs)


def keep_chain(vault: Vault, case: CaseChains, entries: Sequence[StoredEntry]) -> int:
    with vault.act() as act:
        return act.keep_chain(case.case_id, entries)


def text_of(chain: str, entries: Sequence[StoredEntry]) -> bytes:
    return b"".join(write_ledger(LedgerChain(chain, "evidence"), entries))


def test_it_is_read_back_byte_for_byte_and_found_in_order(
    vault: Vault, case: CaseChains, their_chain: Kept
) -> None:
    chain = their_chain[0].id.chain
    assert keep_chain(vault, case, their_chain) == 5
    assert text_of(chain, tuple(vault.entries(chain))) == text_of(chain, their_chain)
    kept = next(each for each in vault.chains() if each.id == chain)
    assert (kept.kind, kept.case_id) == (ChainKind.FOREIGN, case.case_id)
    report = vault.verify()
    assert report.verdict is Verdict.CONSISTENT
    assert not report.findings


def test_what_came_later_is_added_and_what_is_known_stays(
    vault: Vault, case: CaseChains, theirs: tuple[Vault, str], their_chain: Kept
) -> None:
    keep_chain(vault, case, their_chain)
    note(*theirs, "dagen efter")
    longer = handed_out(*theirs)
    assert keep_chain(vault, case, longer) == 1
    assert keep_chain(vault, case, their_chain) == 0
    assert keep_chain(vault, case, longer[:2]) == 0
    assert tuple(vault.entries(longer[0].id.chain)) == longer
    assert not vault.verify().findings


def test_another_course_of_it_is_refused(vault: Vault, case: CaseChains, their_chain: Kept) -> None:
    chain = their_chain[0].id.chain
    keep_chain(vault, case, their_chain)
    with vault._using() as db:
        before = db.execute("SELECT count(*) FROM entry").get
    other = (*their_chain[:-1], replace(their_chain[-1], hash="f" * 64))
    more = (*other, replace(other[-1], id=EntryId(chain, len(other)), previous="f" * 64))
    for fork in (other, more, (replace(their_chain[0], hash="e" * 64),)):
        with pytest.raises(ForeignChainError) as caught:
            keep_chain(vault, case, fork)
        assert caught.value.reason == "fork"
    with vault._using() as db:
        assert db.execute("SELECT count(*) FROM entry").get == before


def test_our_own_chain_and_that_of_another_case_are_refused(
    vault: Vault, case: CaseChains, their_chain: Kept
) -> None:
    with pytest.raises(ForeignChainError) as caught:
        keep_chain(vault, case, tuple(vault.entries(case.evidence)))
    assert caught.value.reason == "own"
    keep_chain(vault, case, their_chain)
    with pytest.raises(ForeignChainError) as caught:
        keep_chain(vault, begin(vault), their_chain)
    assert caught.value.reason == "other case"


def test_nothing_is_appended_to_it(vault: Vault, case: CaseChains, their_chain: Kept) -> None:
    keep_chain(vault, case, their_chain)
    with pytest.raises(NotSealableError), vault.act() as act:
        act.append(their_chain[0].id.chain, [facts(), text("vores")], time=TIME)
    assert not vault.verify().findings


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE opening SET body = CAST(replace(body, 'note', 'nota') AS BLOB) WHERE part = 64 * {n}",
        "DELETE FROM part WHERE n = 64 * {n} + 1",
        "UPDATE entry SET time = '2020-11-23T13:03:11.042Z' WHERE n = {n}",
    ],
)
def test_a_change_in_it_is_found(
    vault: Vault, case: CaseChains, their_chain: Kept, change: str
) -> None:
    keep_chain(vault, case, their_chain)
    with vault._using() as db:
        _drop_guards(db)
        n = db.execute("SELECT max(n) FROM entry").get - 1  # the note whose words they erased
        db.execute(change.format(n=n))
    assert vault.verify().verdict is Verdict.ALTERED


def test_a_cut_tail_is_noticed(vault: Vault, case: CaseChains, their_chain: Kept) -> None:
    keep_chain(vault, case, their_chain)
    with vault._using() as db:
        _drop_guards(db)
        db.execute("DELETE FROM entry WHERE n = (SELECT max(n) FROM entry)")
    found = {(each.kind, each.chain) for each in vault.verify().findings}
    assert (FindingKind.HEAD_SHORTER, their_chain[0].id.chain) in found


def test_its_words_are_erased_by_a_tombstone_of_ours(
    vault: Vault, case: CaseChains, their_chain: Kept
) -> None:
    keep_chain(vault, case, their_chain)
    target = their_chain[1].id
    with vault.act() as act:
        act.erase(case.evidence, [EraseTarget(target, ("facts", "object"))], [], time=TIME)
    assert {part.state for part in vault.entry(target).parts} == {PartState.ERASED}
    assert not vault.verify().findings


def test_a_part_that_they_withheld_stays_withheld(
    vault: Vault, case: CaseChains, their_chain: Kept
) -> None:
    first = their_chain[1]
    shut = SealedPart(first.parts[1].name, first.parts[1].commitment, PartState.WITHHELD)
    entries = (their_chain[0], replace(first, parts=(first.parts[0], shut)), *their_chain[2:])
    keep_chain(vault, case, entries)
    assert vault.entry(first.id).parts[1] == shut
    assert not vault.verify().findings


def test_a_plain_backup_has_its_text_and_none_of_its_files(
    vault: Vault, case: CaseChains, their_chain: Kept, tmp_path: Path
) -> None:
    chain = their_chain[0].id.chain
    keep_chain(vault, case, their_chain)
    vault.backup_plain(tmp_path / "plain", b"verifier")
    assert (tmp_path / "plain/ledger" / f"{chain}.txt").read_bytes() == text_of(chain, their_chain)
    assert (
        f"chain {chain} foreign case {case.case_id}\n"
        in (tmp_path / "plain/chains.txt").read_text()
    )
    assert not (tmp_path / "plain/objects" / chain).exists()


def test_the_index_made_anew_leaves_it_out(
    vault: Vault, case: CaseChains, their_chain: Kept
) -> None:
    keep_chain(vault, case, their_chain)
    asked: list[str] = []

    def words(entry: StoredEntry) -> str:
        asked.append(entry.id.chain)
        return "ord"

    vault.rebuild_index(words, "2")
    assert set(asked) == {case.evidence, case.private}


def test_a_program_that_cannot_read_it_refuses_the_file(
    tmp_path: Path, their_chain: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, heads = tmp_path / "v.bevismappe", HeadMemory(tmp_path / "heads")
    with quick_vault(path, heads) as vault:
        case = begin(vault)
        assert vault.format_version == 1
        own = tuple(vault.entries(case.evidence))
        with pytest.raises(ForeignChainError):
            _keep_both(vault, case, their_chain, own)
    with quick_vault(path, heads) as vault:
        assert vault.format_version == 1
        keep_chain(vault, case, their_chain)
        note(vault, case.evidence, "bagefter")
        vault.change_passphrase(PASSPHRASE + "!")
        vault.change_passphrase(PASSPHRASE)
        vault.backup(tmp_path / "copy.bevismappe")
    for each in (path, tmp_path / "copy.bevismappe"):
        with quick_vault(each, heads) as vault:
            assert vault.format_version == 2
            assert not vault.verify().findings
        with monkeypatch.context() as older:
            older.setattr(evidence_store.connection, "FOREIGN_VERSION", 1)
            with pytest.raises(NewerVaultError):
                quick_vault(each, heads)


def _keep_both(vault: Vault, case: CaseChains, one: Kept, other: Kept) -> None:
    with vault.act() as act:
        act.keep_chain(case.case_id, one)
        act.keep_chain(case.case_id, other)


def _drop_guards(db: apsw.Connection) -> None:
    for (name,) in list(db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")):
        db.execute(f"DROP TRIGGER {name}")
