"""The quote of a post that a program read in a picture: which readings it rests on, and whether it was changed. Pure.

Rules:
- Only what is left in the quote counts: a reading of which no word stands in it any more is not named.
- Changed means that other words, or other signs, stand there than were read; line breaks and blanks do not count.
- What cannot be read any more, since it was erased, is named on, and what was found of it stays.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from app.casework.decoded import Gap
from app.casework.kind import Around
from app.casework.kinds.incident_more import IncidentQuoteFrom
from app.casework.kinds.picture_text import PictureText, how_read
from app.casework.part import Part
from app.language import Language
from app.vocabulary import YesNo
from evidence_store import EntryId

_SHORTEST = 3  # letters of a word that tells where a text comes from


def with_quote(
    parts: dict[str, Part],
    draft: Any,  # noqa: ANN401 - of any kind, as Written.fill hands it
    _stood: object,
    around: Around,
    _fresh: object,
) -> dict[str, Part]:
    """Return the parts with what the quote rests on; where no quote is said it is what was read."""
    text: Any = parts["text"]
    source: Any = parts["quote_from"]
    if not source.readings:
        return parts
    read = {entry: _reading(entry, around) for entry in source.readings}
    if not text.quote.strip() and draft.quote is None:
        words = "\n\n".join(each.words for each in read.values() if each is not None)
        return {
            **parts,
            "text": replace(text, quote=words),
            "quote_from": replace(source, changed=YesNo.NO),
        }
    kept = tuple(
        entry for entry, each in read.items() if each is None or _left_in(text.quote, each.words)
    )
    if not kept:
        return {**parts, "quote_from": IncidentQuoteFrom()}
    known = [each for entry in kept if (each := read[entry]) is not None]
    changed = source.changed
    if len(known) == len(kept):
        as_read = " ".join(each.words for each in known)
        changed = YesNo.NO if as_read.split() == text.quote.split() else YesNo.YES
    return {**parts, "quote_from": IncidentQuoteFrom(readings=kept, changed=changed)}


def how_quote_was_read(
    source: IncidentQuoteFrom | Gap | None, around: Around, language: Language
) -> str:
    """Return how the quote was read, for the person; "" where it was typed."""
    if not isinstance(source, IncidentQuoteFrom):
        return ""
    read = [each for entry in source.readings if (each := _thing(entry, around)) is not None]
    numbers = around.numbers_of([each.facts.read_in for each in read])
    return how_read([each.facts for each in read], numbers, source.changed, language)


def _reading(entry: EntryId, around: Around) -> PictureText | None:
    thing = _thing(entry, around)
    return thing if thing is not None and thing.words else None


def _thing(entry: EntryId, around: Around) -> PictureText | None:
    thing = around.thing_of(entry)
    return thing if isinstance(thing, PictureText) else None


def _left_in(quote: str, words: str) -> bool:
    left = {word.casefold() for word in quote.split()}
    read = {word.casefold() for word in words.split()}
    long = {word for word in read if len(word) >= _SHORTEST}
    return bool((long or read) & left)
