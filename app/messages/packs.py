"""Rule packs in words: what one is, whose it is, and what it changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from app.language import Language, deferred
from app.messages.explaining import explain
from app.packs import Change, Changed, Difference, LeftOut, PackDocument, Piece, named
from app.vocabulary import Certainty, Confidence, in_words

_PIECES = {
    Piece.RULE: deferred("Deadline"),
    Piece.NOTE: deferred("Text"),
    Piece.CONTACT: deferred("Place to turn to"),
    Piece.RECIPIENT: deferred("Recipient"),
}
_CHANGES = {
    Change.NEW: deferred("new"),
    Change.CHANGED: deferred("changed"),
    Change.GONE: deferred("taken away"),
}
_KEYS = {
    "title": deferred("Title"),
    "name": deferred("Name"),
    "body": deferred("Text"),
    "what": deferred("What it says"),
    "do": deferred("What you can do"),
    "doubt": deferred("Doubt"),
    "source": deferred("Source"),
    "source_url": deferred("Page of the source"),
    "source_date": deferred("Date of the source"),
    "checked_on": deferred("Checked"),
    "review_after": deferred("To be looked up again after"),
    "confidence": deferred("How sure it is"),
    "valid_from": deferred("Holds from"),
    "valid_to": deferred("Holds until"),
    "hours": deferred("Hours"),
    "days": deferred("Days"),
    "months": deferred("Months"),
    "years": deferred("Years"),
    "at_least_days": deferred("Days of absence at least"),
    "counts_from": deferred("Counts from"),
    "owner": deferred("Who"),
    "replaces": deferred("Takes the place of"),
    "opened": deferred("What is shown"),
    "based_on": deferred("Made from"),
    "sections": deferred("Sections"),
    "phone": deferred("Phone"),
    "page": deferred("Page"),
}


_DAYS = frozenset({"source_date", "checked_on", "review_after", "valid_from", "valid_to"})
_WORTH = {
    Confidence.VERIFIED: Certainty.CONFIRMED,
    Confidence.SECONDARY: Certainty.SECONDARY,
    Confidence.UNVERIFIED: Certainty.UNVERIFIED,
}


class ChangeWords(msgspec.Struct, frozen=True):
    """A piece that a pack changes, in words.

    Attributes:
        title: what kind of piece it is, and what it is called.
        change: what becomes of it, in a word or two.
        values: each value with its name, as it was and as it becomes; "" for nothing.
    """

    title: str
    change: str
    values: tuple[tuple[str, str, str], ...]


def pack_words(document: PackDocument, language: Language) -> str:
    """Return what a pack is called, its number, and until when it holds."""
    pack, _ = named(document)
    return language.text(
        "{title}, number {version}, holds until {day}",
        title=pack.title.of(language.code),
        version=pack.version,
        day=language.day(pack.expires_on),
    )


def change_words(changes: Sequence[Difference], language: Language) -> tuple[ChangeWords, ...]:
    """Return what a pack changes, piece by piece; words in the other language only where nothing else changes."""
    return tuple(_change(each, language) for each in changes)


def _change(each: Difference, language: Language) -> ChangeWords:
    text = language.text
    other = ".en" if language.code == "da" else ".da"
    values = tuple(value for value in each.values if not value.key.endswith(other))
    return ChangeWords(
        title=text(
            "{kind}: {title}", kind=text(_PIECES[each.piece]), title=each.title.of(language.code)
        ),
        change=text(_CHANGES[each.change]),
        values=tuple(_value(value, language) for value in values or each.values),
    )


def _value(value: Changed, language: Language) -> tuple[str, str, str]:
    plain = value.key.removesuffix(".da").removesuffix(".en")
    first, _, rest = plain.partition(".")
    known = _KEYS.get(first)
    name = language.text(known) if known is not None else first
    if rest:
        name = f"{name} ({rest})"
    return name, _said(first, value.before, language), _said(first, value.after, language)


def _said(key: str, value: str, language: Language) -> str:
    """Return a value as people read it: days and how sure it is in words, all else as it stands."""
    if key in _DAYS and value:
        return language.day(date.fromisoformat(value))
    if key == "confidence" and value:
        return in_words(_WORTH[Confidence(value)], language)
    return value


def left_out_words(left_out: LeftOut, language: Language) -> str:
    """Return why a pack that was accepted is not used."""
    why = explain(left_out.error, language).sentence
    if not left_out.publisher:
        return why
    return language.text(
        "A rule pack of {publisher} is not used. {why}", publisher=left_out.publisher, why=why
    )
