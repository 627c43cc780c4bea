"""Timestamps from outside: which are shown, and between which two each exhibit stands.

A token over an entry says that all up to there was there at its time. Its own entry holds what nobody could know before
that time, so what was sealed behind it is later. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from app.casework import CaseState
from app.casework.kinds.timestamp import TIMESTAMP, Timestamp
from app.dossier.composing import wording
from app.dossier.composing.gate import Gate
from app.dossier.model import PrintedExhibit, PrintedRow
from app.dossier.stamps import PrintedStamp
from app.language import Language


def disclose_stamps(
    state: CaseState, gate: Gate, places: Iterable[int], language: Language
) -> tuple[PrintedStamp, ...]:
    """Return the tokens around the shown places, and the newest of each authority, in the order of the log.

    Args:
        state: the case.
        gate: what the recipient is shown goes through it.
        places: of the originals that are shown.
        language: of the texts.
    """
    stamps = [each for each in state.of(TIMESTAMP) if gate.knows(each.entry)]
    wanted = {each.facts.authority: each for each in stamps}
    chosen = {each.entry for each in wanted.values()}
    for place in places:
        chosen |= {each.entry for each in _around(stamps, place) if each is not None}
    return tuple(
        _printed(each, language)
        for each in stamps
        if each.entry in chosen and _disclosed(each, gate)
    )


def _disclosed(stamp: Timestamp, gate: Gate) -> bool:
    tag, entry = TIMESTAMP.tag, stamp.entry
    if not all(gate.opens(tag, part, entry) for part in TIMESTAMP.parts):
        return False
    if gate.disclose_object(tag, entry, stamp.object) is None:
        return False
    gate.disclose(tag, "certificates", entry, stamp.certificates)
    return gate.disclose(tag, "facts", entry, stamp.facts) is not None


def _printed(stamp: Timestamp, language: Language) -> PrintedStamp:
    facts = stamp.facts
    qualified = language.text("{authority} (qualified service)", authority=facts.authority)
    return PrintedStamp(
        entry=stamp.entry,
        covers=facts.head.seq,
        authority=qualified if facts.qualified else facts.authority,
        at=wording.exact_time(facts.at, language),
        policy=facts.policy,
        serial=facts.serial,
    )


def _around(stamps: Sequence[Timestamp], place: int) -> tuple[Timestamp | None, Timestamp | None]:
    """Return the last one before a place, and the first one that covers it."""
    before = [each for each in stamps if each.entry.seq < place]
    after = [each for each in stamps if each.facts.head.seq >= place]
    return before[-1] if before else None, min(after, key=_by_time) if after else None


def _by_time(stamp: Timestamp) -> str:
    return stamp.facts.at


def with_stamps(
    exhibits: Sequence[PrintedExhibit], stamps: Sequence[PrintedStamp], language: Language
) -> tuple[PrintedExhibit, ...]:
    """Return the exhibits, each with the times from outside beside the claimed one; as they were without any."""
    if not stamps:
        return tuple(exhibits)
    return tuple(replace(each, rows=_rows(each, stamps, language)) for each in exhibits)


def _rows(
    exhibit: PrintedExhibit, stamps: Sequence[PrintedStamp], language: Language
) -> tuple[PrintedRow, ...]:
    claimed = {language.text("Captured"), language.text("Added")}
    place = exhibit.original.seq
    before = [each for each in stamps if each.entry.seq < place]
    after = [each for each in stamps if each.covers >= place]
    row = PrintedRow(language.text("Time from outside"), _between(before, after, language))
    at = next((n + 1 for n, each in enumerate(exhibit.rows) if each.label in claimed), 0)
    return (*exhibit.rows[:at], row, *exhibit.rows[at:])


def _between(
    before: Sequence[PrintedStamp], after: Sequence[PrintedStamp], language: Language
) -> str:
    text, lines = language.text, []
    if before:
        last = before[-1]
        lines.append(
            text(
                "Sealed after {time}: timestamp from {authority}, entry {seq}.",
                time=last.at,
                authority=last.authority,
                seq=last.entry.seq,
            )
        )
    else:
        lines.append(text("No timestamp was taken before it was sealed."))
    if after:
        first = after[0]
        lines.append(
            text(
                "Sealed no later than {time}: timestamp from {authority}, entry {seq}.",
                time=first.at,
                authority=first.authority,
                seq=first.entry.seq,
            )
        )
    else:
        lines.append(text("No timestamp was taken since."))
    return " ".join(lines)
