"""What the annexes say of texts that are told with other names: where they stand, and which entry has them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.dossier.composing import wording
from app.dossier.composing.exhibits import DisclosedExhibit
from app.dossier.composing.incidents import DisclosedIncident
from app.dossier.composing.numbers import in_ranges
from app.dossier.composing.written import DisclosedThing, called
from app.dossier.model import Omission, Standing, Statement
from app.dossier.told import ToldText
from app.language import Language
from evidence_store import EntryId


def texts_left_out(
    told: Sequence[ToldText],
    showings: Sequence[DisclosedExhibit],
    incidents: Sequence[DisclosedIncident],
    written: Sequence[DisclosedThing],
    language: Language,
) -> tuple[Omission, ...]:
    """Return whose words are told with other names, by entry: the words as they were typed stay shut."""
    things = dict(_things(showings, incidents, written, language))
    found: dict[EntryId, list[ToldText]] = {}
    for each in told:
        found.setdefault(each.source, []).append(each)
    why = language.text("It names somebody, or holds a link that does.")
    return tuple(
        Omission(
            _instead(things.get(entry, language.text("A text")), entry.seq, texts, language), why
        )
        for entry, texts in found.items()
    )


def texts_stated(told: Sequence[ToldText], language: Language) -> tuple[Statement, ...]:
    """Return the entries that say what is printed instead: they rest on the person's word."""
    return tuple(
        Statement(
            language.text("Text with other names, for entry {seq}", seq=each.source.seq),
            each.sealed.seq,
            wording.column(each.sealed_at, language),
            Standing.STATED,
        )
        for each in told
        if each.sealed is not None
    )


def _instead(what: str, seq: int, texts: Sequence[ToldText], language: Language) -> str:
    """Return which text stays shut, and where the one is sealed that is printed instead."""
    numbers = [each.sealed.seq for each in texts if each.sealed is not None]
    said = language.text("{exhibit}, entry {seq}", exhibit=what, seq=seq)
    if not numbers:
        return said
    instead = language.plural(
        "printed as in entry {numbers}",
        "printed as in entries {numbers}",
        len(numbers),
        numbers=in_ranges(numbers),
    )
    return f"{said}; {instead}"


def _things(
    showings: Sequence[DisclosedExhibit],
    incidents: Sequence[DisclosedIncident],
    written: Sequence[DisclosedThing],
    language: Language,
) -> Iterator[tuple[EntryId, str]]:
    for showing in showings:
        words = language.text("Exhibit {number}", number=showing.source.number)
        yield from ((entry, words) for entry in (showing.source.original, showing.shown))
    for incident in incidents:
        yield incident.source.entry, language.text("Incident {number}", number=incident.number)
    for thing in written:
        yield thing.source.entry, called(thing, language)
