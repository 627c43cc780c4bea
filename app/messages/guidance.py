"""Guidance in words: what it says, where that stands, when it was looked at, and how far it can be relied on."""

from __future__ import annotations

from datetime import date

import msgspec

from app.guidance import GuidanceContact, GuidanceNote, Origin, Sourced, Standing, certainty_of
from app.language import Language
from app.vocabulary import Certainty, in_words


class GuidanceWords(msgspec.Struct, frozen=True):
    """A piece, ready to be shown.

    Attributes:
        title: what it is called.
        paragraphs: what it says.
        source: where it stands, of when that is, and when it was looked at.
        care: the mark that asks for care, in a word or two; "" where none is asked for.
        doubt: what is not sure, or that it was to be looked up again; "" where all is well.
        publisher: who made the pack that it stands in; "" for what comes with the program.
        built_in: what the program says in its place; nothing where that is the same.
    """

    title: str
    paragraphs: tuple[str, ...]
    source: str
    care: str
    doubt: str
    publisher: str = ""
    built_in: tuple[str, ...] = ()


def guidance_sentence(language: Language) -> str:
    """Return what stands beside every deadline and on every page of guidance."""
    return language.text("This is guidance, not legal advice. Talk to your consultant.")


def guidance_paragraph(language: Language) -> str:
    """Return what stands above a page of guidance, and on every page that is printed of it."""
    return language.text(
        "This is general guidance, not legal advice. Rules may have changed since the day they were checked. "
        "Talk to your shop steward, safety representative or union consultant."
    )


def note_words(standing: Standing[GuidanceNote], today: date, language: Language) -> GuidanceWords:
    """Return a text in words, as it stands on a day."""
    note, built_in = standing.piece, standing.built_in
    return GuidanceWords(
        title=note.title.of(language.code),
        paragraphs=note.paragraphs(language.code),
        built_in=built_in.paragraphs(language.code) if built_in is not None else (),
        **_worth(note, standing.origin, today, language),
    )


def contact_words(
    standing: Standing[GuidanceContact], today: date, language: Language
) -> GuidanceWords:
    """Return a place to turn to in words, as it stands on a day."""
    contact, built_in = standing.piece, standing.built_in
    return GuidanceWords(
        title=contact.name.of(language.code),
        paragraphs=_reached(contact, language),
        built_in=_reached(built_in, language) if built_in is not None else (),
        **_worth(contact, standing.origin, today, language),
    )


def _reached(contact: GuidanceContact, language: Language) -> tuple[str, ...]:
    phone = language.text("Phone: {number}", number=contact.phone) if contact.phone else ""
    said = (contact.what.of(language.code), phone, contact.page)
    return tuple(filter(None, said))


def _worth(piece: Sourced, origin: Origin, today: date, language: Language) -> dict[str, str]:
    certainty = certainty_of(piece, today, origin)
    return {
        "source": sourced_words(piece, language),
        "care": care_mark(certainty, language),
        "doubt": care_words(piece, certainty, language),
        "publisher": origin.publisher,
    }


def sourced_words(piece: Sourced, language: Language) -> str:
    """Return where a piece stands, of when that is, and when it was looked at."""
    if piece.told_date is None:
        return language.text(
            "Source: {source}, checked {day}",
            source=piece.source,
            day=language.day(piece.checked_on),
        )
    return language.text(
        "Source: {source}, of {dated}, checked {day}",
        source=piece.source,
        dated=language.day(piece.told_date),
        day=language.day(piece.checked_on),
    )


def care_mark(certainty: Certainty, language: Language) -> str:
    """Return the mark that asks for care, in a word or two; "" where none is asked for."""
    return "" if certainty is Certainty.CONFIRMED else in_words(certainty, language)


def care_words(piece: Sourced, certainty: Certainty, language: Language) -> str:
    """Return what is not sure about a piece; "" where all is well."""
    if certainty is Certainty.CONFIRMED:
        return ""
    doubt = piece.doubt.of(language.code) if piece.doubt is not None else ""
    timely = certainty not in (Certainty.STALE, Certainty.EXPIRED)
    said = "" if timely and doubt else in_words(certainty, language, long=True)
    return " ".join(filter(None, (said, doubt)))
