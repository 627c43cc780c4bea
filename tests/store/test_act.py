from __future__ import annotations

import json
from pathlib import Path

import pytest

from evidence_store import (
    GENESIS_PREVIOUS,
    MAX_BODY,
    ActEndedError,
    ActOpenError,
    BodyError,
    BodyTooLargeError,
    CaseChains,
    ChainKind,
    EraseTarget,
    HeadMemory,
    NewObject,
    NewPart,
    NotSealableError,
    PartState,
    UnknownChainError,
    Vault,
    entry_hash,
    part_commitment,
    parts_hash,
)
from tests.fakes.keys import QUICK_KEYS
from tests.store.building import TIME, begin, counted_salts, facts, keep, note, text


def test_a_case_begins_with_two_chains_and_their_first_entries(
    vault: Vault, case: CaseChains
) -> None:
    assert [(c.id, c.case_id, c.kind) for c in vault.chains()] == [
        (case.evidence, case.case_id, ChainKind.EVIDENCE),
        (case.private, case.case_id, ChainKind.PRIVATE),
    ]
    first = vault.head(case.evidence)
    assert (first.id.seq, first.previous) == (0, GENESIS_PREVIOUS)
    body = first.parts[0].body
    assert body is not None
    assert body.startswith(b'{"kind":"genesis","version":1,"format":1,')
    assert json.loads(body) == {
        "kind": "genesis",
        "version": 1,
        "format": 1,
        "vault": vault.vault_id,
        "case": case.case_id,
        "chain_kind": "evidence",
        "program": "bevismappe 0.1.0",
    }


def test_an_entry_without_words_is_found_by_none(vault: Vault, case: CaseChains) -> None:
    with vault.act() as act:
        act.append(case.evidence, [facts()], time=TIME)
    found = note(vault, case.evidence, "abcdefghijklmnopqrstuvwxyzæøå 0123456789")
    for letter in "abcdefghijklmnopqrstuvwxyzæøå0123456789":
        assert vault.search(letter) == (found.id,)


def test_an_entry_commits_to_its_parts_and_to_the_entry_before(
    vault: Vault, case: CaseChains
) -> None:
    first = vault.head(case.evidence)
    entry = note(vault, case.evidence, "ord")
    assert vault.head(case.evidence) == vault.entry(entry.id) == entry
    assert entry.previous == first.hash
    for part in entry.parts:
        assert part.salt is not None
        assert part.body is not None
        assert part.commitment == part_commitment(part.name, part.salt, part.body)
    assert entry.parts_hash == parts_hash((p.name, p.commitment) for p in entry.parts)
    assert entry.hash == entry_hash(entry.id.chain, 1, entry.previous, entry.time, entry.parts_hash)


def test_each_part_has_a_salt_of_its_own(vault: Vault, case: CaseChains) -> None:
    salts = [p.salt for _ in range(5) for p in note(vault, case.evidence, "same").parts]
    assert len(set(salts)) == 10


def test_salts_can_be_handed_in(tmp_path: Path) -> None:
    path = tmp_path / "v.bevismappe"
    with Vault.create(
        path, "x", heads=HeadMemory(tmp_path), new_salt=counted_salts(), parameters=QUICK_KEYS
    ) as vault:
        chain = begin(vault).evidence
        assert vault.head(chain).parts[0].salt == f"{1:064x}"


def test_the_object_part_comes_last_and_alone_knows_the_hash(
    vault: Vault, case: CaseChains
) -> None:
    entry = keep(vault, case.evidence, b"pixels", b"small")
    assert [part.name for part in entry.parts] == ["facts", "object"]
    body = json.loads(entry.parts[1].body or b"")
    assert list(body) == ["kind", "version", "sha256", "size", "media_type"]
    with vault.open_object(entry.id) as stream:
        assert stream.read() == b"pixels"
    assert vault.thumbnail(entry.id) == b"small"


def test_an_act_that_fails_leaves_nothing(vault: Vault, case: CaseChains) -> None:
    vault.save_draft("form", b"words", TIME)
    before = vault.head(case.evidence)

    def fail() -> None:
        with vault.act() as act:
            picture = NewObject(b"x" * 99, "image/png")
            act.append(case.evidence, [facts()], time=TIME, object=picture, index_text="x")
            act.drop_draft("form")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert vault.head(case.evidence) == before
    assert vault.draft("form") == b"words"
    assert vault.verify().findings == ()
    assert vault.search("x") == ()


def test_several_entries_of_one_act_are_there_together(vault: Vault, case: CaseChains) -> None:
    vault.save_draft("form", b"words", TIME)
    with vault.act() as act:
        one = act.append(case.evidence, [facts()], time=TIME)
        two = act.append(case.evidence, [facts(), text("b")], time=TIME)
        act.drop_draft("form")
    assert two.previous == one.hash
    assert tuple(vault.entries(case.evidence, since=1)) == (one, two)
    assert vault.draft("form") is None


@pytest.mark.parametrize("with_object", [False, True])
def test_an_entry_has_sixty_four_parts_and_no_more(
    vault: Vault, case: CaseChains, with_object: bool
) -> None:
    """The rows of a sixty-fifth would be those of the next entry."""
    full = [facts(), *(NewPart("p" * n, text("a").body) for n in range(2, 33))]
    full += [NewPart("q" * n, text("a").body) for n in range(1, 33 - with_object)]
    picture = NewObject(b"bytes", "image/png") if with_object else None
    with vault.act() as act:
        entry = act.append(case.evidence, full, time=TIME, object=picture)
        following = act.append(case.evidence, [facts(), text("next")], time=TIME)
    assert len(entry.parts) == 64
    assert vault.entry(entry.id) == entry
    assert vault.entry(following.id) == following

    more = [*full, NewPart("more", text("a").body)]
    with pytest.raises(NotSealableError, match="too many parts"), vault.act() as act:
        act.append(case.evidence, more, time=TIME, object=picture)
    assert vault.head(case.evidence) == following
    assert vault.verify().findings == ()


def test_acts_do_not_nest_and_end_with_their_block(vault: Vault, case: CaseChains) -> None:
    with vault.act() as act, pytest.raises(ActOpenError), vault.act():
        pass
    with pytest.raises(ActEndedError):
        act.append(case.evidence, [facts()], time=TIME)


@pytest.mark.parametrize(
    ("parts", "time"),
    [
        ([], TIME),
        ([text("a")], TIME),
        ([facts(), NewPart("object", b'{"kind":"note","version":1}')], TIME),
        ([facts(), text("a"), text("b")], TIME),
        ([facts(), NewPart("Text", b'{"kind":"note","version":1}')], TIME),
        ([facts(), NewPart("a" * 33, b'{"kind":"note","version":1}')], TIME),
        ([facts(), *(NewPart("p" * (n + 1), facts().body) for n in range(64))], TIME),
        ([facts()], "2026-11-23T13:03:11Z"),
        ([facts()], "2026-11-23 13:03:11.042Z"),
        ([facts()], "2026-02-30T13:03:11.042Z"),
        ([facts()], "2026-11-23T24:00:00.000Z"),
        ([facts()], "0000-11-23T13:03:11.042Z"),
    ],
)
def test_an_entry_that_breaks_a_rule_is_not_written(
    vault: Vault, case: CaseChains, parts: list[NewPart], time: str
) -> None:
    with pytest.raises(NotSealableError), vault.act() as act:
        act.append(case.evidence, parts, time=time)
    assert vault.head(case.evidence).id.seq == 0


def test_a_bad_body_is_not_written(vault: Vault, case: CaseChains) -> None:
    with pytest.raises(BodyError), vault.act() as act:
        act.append(case.evidence, [NewPart("facts", b'{"kind":"note"}')], time=TIME)


def test_a_body_that_no_package_could_carry_is_not_written(vault: Vault, case: CaseChains) -> None:
    empty = len(text("").body)
    with vault.act() as act:
        act.append(case.evidence, [facts(), text("x" * (MAX_BODY - empty))], time=TIME)
    with pytest.raises(BodyTooLargeError) as caught, vault.act() as act:
        act.append(case.evidence, [facts(), text("x" * (MAX_BODY - empty + 1))], time=TIME)
    told = caught.value
    assert (told.part, told.size, told.limit) == ("text", MAX_BODY + 1, MAX_BODY)
    assert vault.head(case.evidence).id.seq == 1


def test_the_parts_of_an_erasure_keep_the_same_rules(vault: Vault, case: CaseChains) -> None:
    with vault.act() as act:
        entry = act.append(case.evidence, [facts(), text("a")], time=TIME)
    reserved = NewPart("object", facts().body)
    with pytest.raises(NotSealableError), vault.act() as act:
        act.erase(case.evidence, [EraseTarget(entry.id, ("text",))], [reserved], time=TIME)
    assert vault.head(case.evidence).id == entry.id


def test_an_unknown_chain_is_told(vault: Vault) -> None:
    with pytest.raises(UnknownChainError), vault.act() as act:
        act.append("0" * 32, [facts()], time=TIME)


def test_sixty_four_parts_are_kept_in_order(vault: Vault, case: CaseChains) -> None:
    parts = [facts(), *(NewPart(f"p{'x' * (n % 30)}{'_' * (n // 30)}", facts().body) for n in range(62))]  # fmt: skip
    with vault.act() as act:
        act.append(case.evidence, parts, time=TIME, object=NewObject(b"o", "image/png"))
    entry = vault.head(case.evidence)
    assert [p.name for p in entry.parts] == [*(p.name for p in parts), "object"]
    assert {p.state for p in entry.parts} == {PartState.OPEN}


def test_append_asks_for_the_same_rows_however_long_the_chain_is(
    vault: Vault, case: CaseChains
) -> None:
    db = vault._connection
    assert db is not None

    def steps() -> int:
        taken = 0

        def count() -> bool:
            nonlocal taken
            taken += 1
            return False

        db.set_progress_handler(count, 1)
        with vault.act() as act:
            act.append(case.evidence, [facts(), text("a")], time=TIME)
        db.set_progress_handler(None)
        return taken

    few = steps()
    with vault.act() as act:
        for _ in range(2000):
            act.append(case.evidence, [facts(), text("a")], time=TIME)
    assert steps() <= few * 1.2
