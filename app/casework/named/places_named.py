"""Where in a case people are named who are called by another name in what leaves. Pure."""

from __future__ import annotations

from app.casework.kind import Written
from app.casework.kinds import KINDS
from app.casework.named.shared_texts import texts_in
from app.casework.state import CaseState
from app.naming import People, Pseudonym, find_people
from evidence_store import EntryId


def where_named(state: CaseState, people: People) -> dict[Pseudonym, tuple[EntryId, ...]]:
    """Return the things whose texts name somebody, by whom they name, in the order of the ledger.

    What is private is looked through too. What pictures show is not: their captions are.
    """
    found: dict[Pseudonym, dict[EntryId, None]] = {}

    def look(entry: EntryId, value: object) -> None:
        for _, text in texts_in(value):
            for naming in find_people(text, people):
                for who in naming.who:
                    found.setdefault(who, {})[entry] = None

    for kind in KINDS:
        if isinstance(kind, Written):
            for thing in (*state.of(kind), *state.private_of(kind)):
                look(thing.id, thing.current)
    for exhibit in state.exhibits:
        if exhibit.copy is not None:
            look(exhibit.original, exhibit.copy.marks)
    return {
        who: tuple(sorted(entries, key=lambda each: (each.chain != state.evidence_chain, each.seq)))
        for who, entries in found.items()
    }
