"""Packages with what witnesses signed, made by hand: sound, and each way in which it does not hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from app.casework.witnessing import Statement
from evidence_store import EntryId, receipt_code
from tests.e2e.package.forge import (
    CHAIN,
    EntryDraft,
    Forged,
    PartDraft,
    body,
    object_body,
    ref,
    sha,
)
from tests.e2e.package.forge_more import WITNESS, second
from tests.witnesses import NAME, SPOILED, WORDS, signed, statement

SEEN, PLACE, AGAIN = 2, 11, 12
MORE = f"data/witness/{AGAIN}.txt"


@dataclass(frozen=True)
class Parts:
    """What stands in the entry of a statement."""

    name: object = NAME
    words: object = WORDS
    exhibit: object = None
    kind: str = "witness"


def told(forged: Forged, seen: int = SEEN) -> Statement:
    """What a witness says of an entry of that package."""
    return statement(EntryId(CHAIN, seen), receipt_code(forged.ledger.entries[seen].hash))


def with_statement(
    make: Callable[[Statement], bytes] = signed, parts: Parts | None = None
) -> Forged:
    """The package of format 2 whose witness signed; ``make`` gives the file."""
    forged = second()
    _put(forged, PLACE, WITNESS, make(told(forged)), parts or Parts())
    return _done(forged)


def twice() -> Forged:
    """The same statement in two entries."""
    forged = second()
    data = signed(told(forged))
    _put(forged, PLACE, WITNESS, data, Parts())
    _put(forged, AGAIN, MORE, data, Parts())
    return _done(forged)


def of_another_case() -> Forged:
    """A statement of another chain."""
    return with_statement(
        lambda each: signed(statement(EntryId("ab" * 16, each.entry.seq), each.code))
    )


WRONG: dict[str, Callable[[], Forged]] = {
    **{name: (lambda spoil=spoil: with_statement(spoil)) for name, spoil in SPOILED.items()},  # type: ignore[misc]
    "other_case": of_another_case,
    "other_code": lambda: with_statement(lambda each: signed(statement(each.entry, "0000 " * 7 + "0000"))),
    "other_exhibit": lambda: with_statement(parts=Parts(exhibit=ref(1))),
    "later_entry": lambda: with_statement(lambda each: signed(statement(EntryId(CHAIN, 12), each.code))),
    "other_name": lambda: with_statement(parts=Parts(name="Ole")),
    "other_words": lambda: with_statement(parts=Parts(words=7)),
    "twice": twice,
    "no_statement": lambda: with_statement(lambda _: b"I saw it.\n"),
}  # fmt: skip
"""By what is wrong; the lists of files fit, and every hash was made anew."""


def _put(forged: Forged, place: int, path: str, data: bytes, parts: Parts) -> None:
    """Let the entry at that place be the statement's; a new one before the dossier's where there is none."""
    drafts = forged.ledger.entries
    exhibit = parts.exhibit or ref(SEEN)
    bodies = [
        ("facts", body(parts.kind, exhibit=exhibit, on="device", signed_at="")),
        ("witness", body("witness_witness", name=parts.name)),
        ("text", body("witness_text", words=parts.words)),
        ("key", body("witness_key", fingerprint="")),
        ("object", object_body(data, "text/plain")),
    ]
    made = [PartDraft(name, each, sha(f"salt {place} {name}".encode())) for name, each in bodies]
    draft = EntryDraft(place, f"2026-11-23T13:{place:02d}:11.042Z", made)
    if path in forged.files:
        drafts[place] = draft
    else:
        drafts.insert(place, draft)
        for seq, each in enumerate(drafts):
            each.seq = seq
        _list(forged, place, path)
    forged.files[path] = data


def _list(forged: Forged, place: int, path: str) -> None:
    """Name a further file in the dossier's entry; what stood behind the place stands one later."""
    last = forged.ledger.entries[-1]
    package = json.loads(last.part("package").body)
    for each in package["entries"]:
        if each["entry"]["seq"] >= place:
            each["entry"]["seq"] += 1
    package["entries"] = sorted(
        [*package["entries"], {"path": path, "entry": ref(place)}],
        key=lambda each: str(each["path"]),
    )
    facts = json.loads(last.part("facts").body)
    facts["head"] = ref(last.seq - 1)
    for name, value in (("package", package), ("facts", facts)):
        last.part(name).body = json.dumps(value, ensure_ascii=False).encode()
        last.part(name).commit()


def _done(forged: Forged) -> Forged:
    forged.ledger.reseal()
    forged.write_ledger()
    forged.relist()
    return forged
