"""Erasing, looked at where it counts: in every byte of an unencrypted build of the same file and its journal."""

from __future__ import annotations

import json
from pathlib import Path

import apsw
import pytest

from evidence_store import (
    CaseChains,
    EntryId,
    EraseTarget,
    NewObject,
    NotErasableError,
    ObjectErasedError,
    PartState,
    UnknownEntryError,
    Vault,
)
from evidence_store.objects import CHUNK_BYTES
from tests.store.building import TIME, begin, facts, keep, note, plain_vault, text

CANARY = "KanariefuglZQX"


def _bytes_on_disk(folder: Path) -> bytes:
    return b"".join(
        path.read_bytes() for path in folder.iterdir() if path.name.startswith("plain.")
    )


def _erase(vault: Vault, chain: str, *targets: EraseTarget) -> tuple[tuple[EntryId, EntryId], ...]:
    with vault.act() as act:
        return act.erase(chain, targets, [text("grund")], time=TIME).still_held


def test_nothing_of_an_erased_entry_is_left_in_any_page(tmp_path: Path) -> None:
    content = (CANARY.encode() + b"pixels") * 100_000
    with plain_vault(tmp_path) as vault:
        chain = begin(vault).evidence
        for number in range(20):
            note(vault, chain, f"andet {number}")
        vault.save_draft("form", CANARY.encode() * 3000, TIME)
        with vault.act() as act:
            entry = act.append(
                chain,
                [facts(), text(CANARY)],
                time=TIME,
                object=NewObject(content, "image/png"),
                thumbnail=CANARY.encode() * 1000,
                index_text=f"{CANARY} og {CANARY}",
            )
        salts = [(part.salt or "").encode() for part in entry.parts if part.name != "facts"]
        for number in range(20):
            note(vault, chain, f"mere {number}")
    before = _bytes_on_disk(tmp_path)
    assert CANARY.encode() in before
    assert CANARY.casefold().encode() in before
    with plain_vault(tmp_path) as vault:
        with vault.act() as act:
            act.drop_draft("form")
            act.erase(
                chain, [EraseTarget(entry.id, ("text", "object"))], [text("grund")], time=TIME
            )
        while_open = _bytes_on_disk(tmp_path)
        assert vault.search(CANARY) == ()
        assert vault.thumbnail(entry.id) is None
        assert vault.verify().findings == ()
    for after in (while_open, _bytes_on_disk(tmp_path)):
        assert CANARY.encode() not in after
        assert CANARY.casefold().encode() not in after
        assert (
            b"lzq" not in after
        )  # three letters that only the canary has, as the index keeps them
        assert not [salt for salt in salts if salt in after]
    assert len(after) < len(before) - 5 * len(content) // 10


def test_what_remains_is_place_time_and_commitments(vault: Vault, case: CaseChains) -> None:
    entry = note(vault, case.evidence, "væk")
    _erase(vault, case.evidence, EraseTarget(entry.id, ("text",)))
    left = vault.entry(entry.id)
    assert (left.time, left.hash, left.parts_hash) == (entry.time, entry.hash, entry.parts_hash)
    gone = left.part("text")
    assert gone is not None
    assert (gone.state, gone.salt, gone.body) == (PartState.ERASED, None, None)
    kept = left.part("facts")
    assert kept == entry.part("facts")
    report = vault.verify()
    assert report.findings == ()
    assert vault.thumbnail(entry.id) is None
    assert next(check.count for check in report.checks if check.name == "erasures") == 1


def test_the_tombstone_names_what_was_erased(vault: Vault, case: CaseChains) -> None:
    entry = note(vault, case.private, "væk")
    with vault.act() as act:
        stone = act.erase(
            case.evidence, [EraseTarget(entry.id, ("text", "facts"))], [text("grund")], time=TIME
        )
    assert stone.id == EntryId(case.evidence, 1)
    assert [part.name for part in stone.parts] == ["facts", "text"]
    assert json.loads(stone.parts[0].body or b"") == {
        "kind": "tombstone",
        "version": 1,
        "targets": [{"chain": case.private, "seq": 1, "parts": ["text", "facts"]}],
    }


def test_bytes_that_another_entry_holds_stay_and_the_result_tells_it(
    vault: Vault, case: CaseChains
) -> None:
    one = keep(vault, case.evidence, b"same" * 500_000)
    other_case = begin(vault)
    two = keep(vault, other_case.private, b"same" * 500_000)
    assert _erase(vault, case.evidence, EraseTarget(one.id, ("object",))) == ((one.id, two.id),)
    with pytest.raises(ObjectErasedError):
        vault.open_object(one.id)
    with vault.open_object(two.id) as stream:
        assert stream.read() == b"same" * 500_000
    assert vault.verify().findings == ()
    assert _erase(vault, case.evidence, EraseTarget(two.id, ("object",))) == ()
    db = vault._connection
    assert db is not None
    assert db.execute("SELECT count(*) FROM chunk").get == 0
    assert vault.verify().findings == ()


def test_two_entries_with_the_same_bytes_can_be_erased_at_once(
    vault: Vault, case: CaseChains
) -> None:
    entries = [keep(vault, case.evidence, b"same" * CHUNK_BYTES) for _ in range(2)]
    targets = [EraseTarget(entry.id, ("object",)) for entry in entries]
    assert _erase(vault, case.evidence, *targets) == ()
    db = vault._connection
    assert db is not None
    assert db.execute("SELECT count(*) FROM chunk").get == 0
    again = keep(vault, case.evidence, b"same" * CHUNK_BYTES)
    with vault.open_object(again.id) as stream:
        assert stream.read(4) == b"same"


def test_words_that_are_left_can_still_be_searched_for(vault: Vault, case: CaseChains) -> None:
    entry = note(vault, case.evidence, "hemmelig del og resten")
    _erase(vault, case.evidence, EraseTarget(entry.id, ("text",), index_text="resten"))
    assert vault.search("hemmelig") == ()
    assert vault.search("resten") == (entry.id,)


def test_what_cannot_be_erased_is_refused_and_nothing_happens(
    vault: Vault, case: CaseChains
) -> None:
    entry = note(vault, case.evidence, "bliver")
    gone = note(vault, case.evidence, "væk").id
    _erase(vault, case.evidence, EraseTarget(gone, ("text",)))
    stone = vault.head(case.evidence)
    refused: list[tuple[EntryId, tuple[str, ...]]] = [
        (entry.id, ("sender",)),
        (entry.id, ()),
        (entry.id, ("text", "text")),
        (gone, ("text",)),
        (stone.id, ("facts",)),
        (EntryId(case.evidence, 0), ("genesis",)),
    ]
    for id, parts in refused:
        with pytest.raises(NotErasableError):
            _erase(vault, case.evidence, EraseTarget(id, parts))
    with pytest.raises(NotErasableError):
        _erase(vault, case.evidence)
    with pytest.raises(NotErasableError):
        _erase(vault, case.evidence, *[EraseTarget(entry.id, ("text",))] * 2)
    with pytest.raises(UnknownEntryError):
        _erase(vault, case.evidence, EraseTarget(EntryId(case.evidence, 99), ("text",)))
    assert vault.head(case.evidence) == stone
    assert vault.entry(entry.id) == entry


def test_the_size_of_erased_bytes_is_forgotten_and_nothing_else_of_the_entry(
    vault: Vault, case: CaseChains
) -> None:
    entry = keep(vault, case.evidence, b"x" * 123_457)
    db = vault._connection
    assert db is not None
    rows = "SELECT n, chain, seq, time, previous, parts_hash, hash FROM entry ORDER BY n"
    before = list(db.execute(rows))
    _erase(vault, case.evidence, EraseTarget(entry.id, ("object",)))
    assert list(db.execute(rows))[: len(before)] == before
    assert db.execute("SELECT count(*) FROM entry WHERE size IS NOT NULL").get == 0
    for change in ("time = '2020-01-01T00:00:00.000Z'", "seq = 99", "object = 5, size = 5"):
        with pytest.raises(apsw.ConstraintError):
            db.execute(f"UPDATE entry SET {change} WHERE n = 3")
