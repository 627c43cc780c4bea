"""What was made, changed or shown again between two states of a case: the window shows that. No Qt.

Whoever did it is of no account: captures, forms, files, marks, reports and hand-overs all end in entries of the log.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.casework import CaseState, Exhibit, Step, Thing, Versioned
from app.casework.kinds.hidden import HIDDEN
from evidence_store import EntryId


def fresh_of(before: CaseState, now: CaseState) -> tuple[EntryId, ...]:
    """Return the entries that name what is new and in sight, each once: what was made last first.

    The whole screen that was taken together with a part of it comes after all others: the part was meant.
    """
    steps = (
        *now.timeline[len(before.timeline) :],
        *now.private_timeline[len(before.private_timeline) :],
    )
    things = [*_made(now, steps)]
    if any(step.kind == HIDDEN.tag for step in steps):
        things += _shown_again(before, now)
    seen = [each for each in reversed(things) if not _is_hidden(each)]
    seen.sort(key=lambda each: isinstance(each, Exhibit) and each.context)
    return tuple(dict.fromkeys(map(_name, seen)))


def _made(now: CaseState, steps: Sequence[Step]) -> Iterator[Thing]:
    for step in steps:
        thing = now.thing_of(step.entry)
        if thing is not None:
            yield thing


def _shown_again(before: CaseState, now: CaseState) -> Iterator[Thing]:
    """What was out of sight before, and is not any more; only shelves that changed are gone through."""
    for old, new in zip(_shelves(before), _shelves(now), strict=True):
        for tag, things in new.items():
            stood = old.get(tag, ())
            if things is not stood:
                pairs = zip(stood, things, strict=False)
                yield from (each for was, each in pairs if was is not each and _is_hidden(was))


def _shelves(state: CaseState) -> tuple[Mapping[str, Sequence[Any]], ...]:
    return {"": state.exhibits}, state.rows, state.private_rows


def _is_hidden(thing: Thing) -> bool:
    return isinstance(thing, Exhibit | Versioned) and thing.hidden


def _name(thing: Thing) -> EntryId:
    match thing:
        case Exhibit(original=original):
            return original
        case Versioned(id=first):
            return first
        case _:
            return thing.entry
