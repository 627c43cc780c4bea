"""The rules of a chain by themselves: what each entry is compared with, and what a first entry says."""

from __future__ import annotations

from msgspec import structs

from evidence_store import CaseChains, EntryId, PartState, SealedPart, StoredEntry, Vault
from evidence_store.rules import ChainCheck, check_genesis
from tests.store.building import note


def _entry(vault: Vault, case: CaseChains, words: str) -> StoredEntry:
    return note(vault, case.evidence, words)


def _take(walk: ChainCheck, entry: StoredEntry) -> list[str]:
    words = (entry.time, entry.previous, entry.parts_hash, entry.hash)
    return [each.kind for each in walk.check(entry.id.seq, *words)]


def test_after_an_entry_that_cannot_be_read_its_successor_alone_has_nothing_to_be_compared_with(
    vault: Vault, case: CaseChains
) -> None:
    genesis = vault.head(case.evidence)
    first, second, third = (_entry(vault, case, word) for word in ("a", "b", "c"))

    walk = ChainCheck(case.evidence)
    assert [_take(walk, each) for each in (genesis, first, second, third)] == [[]] * 4

    walk = ChainCheck(case.evidence)
    assert _take(walk, genesis) == []
    walk.skip_unreadable(1)
    assert _take(walk, second) == []
    assert _take(walk, structs.replace(third, previous="0" * 64)) == ["entry_hash", "link"]

    walk = ChainCheck(case.evidence)
    assert _take(walk, genesis) == []
    walk.skip_unreadable(1)
    assert _take(walk, third) == ["sequence"]


def test_after_an_entry_that_may_have_been_of_any_chain_the_next_place_is_not_known(
    vault: Vault, case: CaseChains
) -> None:
    genesis = vault.head(case.evidence)
    _first, second, third = (_entry(vault, case, word) for word in ("a", "b", "c"))
    walk = ChainCheck(case.evidence)
    assert _take(walk, genesis) == []
    walk.lose_place()
    assert _take(walk, second) == []
    assert _take(walk, structs.replace(third, id=EntryId(case.evidence, 9))) == [
        "sequence",
        "entry_hash",
    ]
    assert _take(ChainCheck(case.evidence), second) == ["sequence", "link"]


def test_a_first_entry_says_which_chain_of_which_vault_it_begins(
    vault: Vault, case: CaseChains
) -> None:
    genesis = vault.head(case.evidence)
    (part,) = genesis.parts

    def kinds(entry: StoredEntry, kind: str = "evidence", vault_id: str = "") -> list[str]:
        return [each.kind for each in check_genesis(entry, kind, vault_id)]

    def saying(before: bytes, after: bytes) -> StoredEntry:
        assert before in (part.body or b"")
        body = (part.body or b"").replace(before, after)
        return structs.replace(genesis, parts=(structs.replace(part, body=body),))

    assert kinds(genesis) == kinds(genesis, vault_id=vault.vault_id) == []
    assert kinds(genesis, "private") == ["genesis"]
    assert kinds(genesis, vault_id="9" * 32) == ["genesis"]
    assert kinds(saying(b'"kind":"genesis"', b'"kind":"start"')) == ["genesis"]
    assert kinds(saying(b'"format":1', b'"format":2')) == ["newer_format"]
    assert kinds(saying(b'"format":1', b'"format":true')) == ["genesis"]
    two = structs.replace(genesis, parts=(part, structs.replace(part, name="text")))
    assert kinds(two) == ["genesis"]
    closed = SealedPart(part.name, part.commitment, PartState.WITHHELD)
    assert kinds(structs.replace(genesis, parts=(closed,))) == ["genesis"]
    # What is no body at all has been told already, as a finding of its own.
    assert kinds(saying(b'{"kind"', b"{")) == []
