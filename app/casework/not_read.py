"""What of the case cannot be read, by entry and with the reason, so that no reader passes over it in silence. Pure.

Rules:
- An entry without a place in the case, and an entry of which a part cannot be read, are each told once.
- Of several reasons the one is told that somebody should look into first.
- Parts that were withheld are not told: they are in other hands, and this is a vault's own case.
"""

from __future__ import annotations

from app.casework.decoded import Gap, GapReason
from app.casework.items import Unplaced, Unread, WhyUnplaced, WhyUnread
from app.casework.state import CaseState, Thing, entries_of
from evidence_store import EntryId

_FIRST = {why: place for place, why in enumerate(WhyUnread)}
_WHY = {
    GapReason.UNREADABLE: WhyUnread.UNREADABLE,
    GapReason.NEWER: WhyUnread.NEWER,
    GapReason.UNKNOWN: WhyUnread.UNKNOWN,
    GapReason.ERASED: WhyUnread.ERASED,
}


def unread(state: CaseState) -> tuple[Unread, ...]:
    """All of it: the evidence in the order of its log, then what is private."""
    parts: dict[EntryId, list[str]] = {}
    why: dict[EntryId, WhyUnread] = {}
    for gap in state.gaps:
        reason = _WHY.get(gap.gap.reason)
        if reason is not None:
            parts.setdefault(gap.entry, []).append(gap.part)
            why[gap.entry] = _worse(why.get(gap.entry), reason)
    for row in state.unreadable:
        reason = _why_unplaced(row)
        if reason is not None:
            why[row.entry] = _worse(why.get(row.entry), reason)
    aside = {row.entry for row in state.unreadable}
    found = []
    for entry in sorted(why, key=lambda entry: (entry.chain == state.private_chain, entry.seq)):
        step = state.step_of(entry)
        if step is not None:
            names = tuple(parts.get(entry, ()))
            found.append(Unread(entry, step.time, step.kind, why[entry], names, entry not in aside))
    return tuple(found)


def unread_in(state: CaseState, thing: Thing) -> Unread | None:
    """What cannot be read of a thing, its corrections and derived pictures included; None where all can."""
    entries = entries_of(thing)
    if not any(gap.entry in entries for gap in state.gaps):
        return None
    found = [each for each in unread(state) if each.entry in entries]
    return min(found, key=lambda each: _FIRST[each.why]) if found else None


def _worse(one: WhyUnread | None, other: WhyUnread) -> WhyUnread:
    return other if one is None else min(one, other, key=_FIRST.__getitem__)


def _why_unplaced(row: Unplaced) -> WhyUnread | None:
    if row.why is not WhyUnplaced.FACTS:
        return WhyUnread.NOWHERE
    if isinstance(row.gap, Gap):
        return _WHY.get(row.gap.reason)
    return WhyUnread.UNKNOWN
