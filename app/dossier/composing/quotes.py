"""Quotes that a program read in a picture: that is said beside them, with which program, and whether they were changed.

What was read is an entry of its own. Where that is not told to a reader, the part of the post that names it stays shut.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from app.casework import CaseState, Incident, listed
from app.casework.kinds.incident_more import IncidentQuoteFrom
from app.casework.kinds.picture_text import (
    ORIGIN,
    PICTURE_TEXT,
    PictureText,
    PictureTextWords,
    how_read,
)
from app.dossier.composing.gate import Gate
from app.dossier.model import Manner, PrintedRow
from app.language import Language
from app.vocabulary import YesNo
from evidence_store import EntryId


class DisclosedQuote(msgspec.Struct, frozen=True):
    """How a quote came about, as far as it is told.

    Attributes:
        read: what was read, in the order of the quote.
        numbers: of the exhibits in whose pictures, as far as they are shown.
        changed: whether the quote was changed after.
        words: as the program read them, where they are told and differ.
    """

    read: tuple[PictureText, ...] = ()
    numbers: tuple[int, ...] = ()
    changed: YesNo = YesNo.UNKNOWN
    words: str = ""


def disclose_quote(
    state: CaseState, value: Incident, entry: EntryId, gate: Gate, shown: Collection[int]
) -> DisclosedQuote:
    """Return how the quote of a post came about, whose words are told."""
    source = value.quote_from
    if not isinstance(source, IncidentQuoteFrom):
        return DisclosedQuote()
    things: list[object] = [state.thing_of(each) for each in source.readings]
    read = tuple(
        each
        for each in things
        if isinstance(each, PictureText)
        and gate.disclose(PICTURE_TEXT.tag, "facts", each.entry, each.facts) is not None
    )
    whole = len(read) == len(source.readings)
    told = gate.disclose("incident", "quote_from", entry, source, all_shown=whole)
    if told is None or not read:
        return DisclosedQuote()
    words = ""
    if told.changed is YesNo.YES:
        parts = [gate.disclose(PICTURE_TEXT.tag, "text", each.entry, each.text) for each in read]
        words = "\n\n".join(each.words for each in parts if isinstance(each, PictureTextWords))
    numbers = state.numbers_of([each.facts.read_in for each in read])
    return DisclosedQuote(read, tuple(x for x in numbers if x in shown), told.changed, words)


def quote_rows(quote: DisclosedQuote, language: Language) -> tuple[PrintedRow, ...]:
    """Return what stands below the quote; empty rows where it was typed."""
    facts = [each.facts for each in quote.read]
    places = [
        language.text("Entry {seq} in the case’s log", seq=each.entry.seq) for each in quote.read
    ]
    how = how_read(facts, quote.numbers, quote.changed, language)
    return (
        PrintedRow(language.text(ORIGIN), f"{how} {listed(*places)}.".strip() if how else ""),
        PrintedRow(language.text("As the program read it"), quote.words, Manner.QUOTE),
    )
