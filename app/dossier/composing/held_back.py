"""Parts of older entries that hold more than the pages show: they stay shut, and the annexes say so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec

from app.dossier.composing import wording
from app.dossier.composing.exhibits import DisclosedExhibit
from app.dossier.composing.incidents import DisclosedIncident
from app.dossier.composing.written import DisclosedThing, called
from app.dossier.model import Omission, Standing, Statement
from app.language import Language


class HeldBack(msgspec.Struct, frozen=True):
    """A part that stays shut: whose it is, in words, and where it stands."""

    what: str
    seq: int
    sealed: str
    exhibit: int = 0


def held_back(
    stated: Collection[tuple[int, str]],
    showings: Sequence[DisclosedExhibit],
    incidents: Sequence[DisclosedIncident],
    written: Sequence[DisclosedThing],
    language: Language,
) -> tuple[HeldBack, ...]:
    """Return the parts that stay shut, in the order of the dossier."""
    parts = (
        *_of_exhibits(showings, language),
        *_of_incidents(incidents, language),
        *_of_written(written, language),
    )
    return tuple(dict.fromkeys(part for name, part in parts if (part.seq, name) in stated))


def stated_parts(parts: Sequence[HeldBack], language: Language) -> tuple[Statement, ...]:
    """Return what of exhibits is printed from a part that stays shut: it rests on the person's word."""
    return tuple(
        Statement(part.what, part.seq, wording.column(part.sealed, language), Standing.STATED)
        for part in parts
        if part.exhibit
    )


def parts_left_out(parts: Sequence[HeldBack], language: Language) -> tuple[Omission, ...]:
    """Return the parts that stay shut, and why."""
    why = language.text(
        "There the log holds more than the pages show. What is printed is stated by the employee."
    )
    return tuple(
        Omission(
            language.text("{what}, as entry {seq} of the log has it", what=part.what, seq=part.seq),
            why,
            part.exhibit,
        )
        for part in parts
    )


def earlier_copies(
    showings: Sequence[DisclosedExhibit], language: Language
) -> tuple[Omission, ...]:
    """Return the copies that an older entry names as replaced: what a reader finds in the log is said on a page."""
    return tuple(
        Omission(
            language.text(
                "{exhibit}: an earlier copy, entry {seq}",
                exhibit=language.text("Exhibit {number}", number=showing.source.number),
                seq=showing.replaces.seq,
            ),
            language.text("A newer copy is shown instead."),
            showing.source.number,
        )
        for showing in showings
        if showing.replaces is not None
    )


def _of_exhibits(
    showings: Sequence[DisclosedExhibit], language: Language
) -> Iterator[tuple[str, HeldBack]]:
    for showing in showings:
        number, text = showing.source.number, language.text
        exhibit = text("Exhibit {number}", number=number)
        original, shown = showing.source.original.seq, showing.shown.seq
        yield (
            "facts",
            HeldBack(
                text("{exhibit}: facts on the original", exhibit=exhibit),
                original,
                showing.source.time,
                number,
            ),
        )
        marks = text("{exhibit}: the marks", exhibit=exhibit)
        yield "marks", HeldBack(marks, shown, showing.sealed, number)
        boxes = text("{exhibit}: the covered places", exhibit=exhibit)
        yield "redactions", HeldBack(boxes, shown, showing.sealed, number)


def _of_incidents(
    incidents: Sequence[DisclosedIncident], language: Language
) -> Iterator[tuple[str, HeldBack]]:
    for incident in incidents:
        what = language.text("Incident {number}", number=incident.number)
        seq, sealed = incident.source.entry.seq, incident.source.changed
        yield "facts", HeldBack(what, seq, sealed)
        profile = language.text("{incident}: the sender’s profile", incident=what)
        yield "sender", HeldBack(profile, seq, sealed)
        together = language.text("{incident}: what it belongs together with", incident=what)
        yield "relations", HeldBack(together, seq, sealed)


def _of_written(
    written: Sequence[DisclosedThing], language: Language
) -> Iterator[tuple[str, HeldBack]]:
    for told in written:
        what = HeldBack(called(told, language), told.source.entry.seq, told.source.changed)
        yield from ((name, what) for name in told.kind.said)
