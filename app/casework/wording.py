"""How things are told in a list and in the pane beside it: what the kinds have in common.

A kind gives words only. Which colour a tone is and what an icon looks like is for the window to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from app.casework.decoded import Gap
from app.casework.fields import Field, FieldKind
from app.casework.times import noon_of
from app.language import Language
from app.vocabulary import day, in_words, lowered, minute, moment_of


class Tone(StrEnum):
    """What a badge's colour repeats."""

    OK = "ok"
    WAIT = "wait"
    INFO = "info"
    PLAIN = "plain"


class Icon(StrEnum):
    """What stands before a row that has no picture."""

    LINES = "lines"
    FLAG = "flag"
    LOCK = "lock"
    BUBBLE = "bubble"
    PERSON = "person"
    DOCUMENT = "document"
    CROSSED_DOCUMENT = "crossed_document"
    BOX = "box"
    PLANE = "plane"
    CLOCK = "clock"
    PICTURE = "picture"


class Badge(msgspec.Struct, frozen=True):
    """One or two words at the end of a row, an English msgid."""

    words: str
    tone: Tone = Tone.PLAIN


class Labelled(msgspec.Struct, frozen=True):
    """A value with its label, both in words.

    Attributes:
        label: what it is.
        value: what it says first.
        before: sentences on what stood there, newest first.
        rest: what belongs to it and matters less.
        link: whether the value is the address of a page.
        technical: whether it is only for who wants to check how it came into being.
    """

    label: str
    value: str
    before: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    link: bool = False
    technical: bool = False

    @property
    def whole(self) -> str:
        """All that it says, in one line."""
        return dotted(self.value, *self.rest)


def with_rest(label: str, *words: str) -> Labelled:
    """Return a value whose first words are what it says, and the others what belongs to it."""
    said = tuple(filter(None, words))
    return Labelled(label, said[0] if said else "", rest=said[1:])


def filled(*rows: Labelled) -> tuple[Labelled, ...]:
    """Return those that have a value."""
    return tuple(row for row in rows if row.value)


def listed(*words: str) -> str:
    """Return those that are not empty, with commas between them."""
    return ", ".join(filter(None, words))


def enumerated(words: Iterable[str]) -> str:
    """Return words that each could begin a line, as one list: only the first of them begins with its capital."""
    said = [each for each in words if each]
    return listed(*said[:1], *map(lowered, said[1:]))


def dotted(*words: str) -> str:
    """Return those that are not empty, with dots between them."""
    return " · ".join(filter(None, words))


def first_words(text: str, most: int = 90) -> str:
    """Return one line of a text: the list shows it, the pane has all."""
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def unread_words(part: object, language: Language) -> str:
    """Return what stands in the place of a part that cannot be read; "" where it can, or there is none."""
    return language.text("cannot be read") if isinstance(part, Gap) else ""


def told(fields: Iterable[Field], value: object, language: Language) -> tuple[Labelled, ...]:
    """Return what a value says in those of the fields that are shown.

    Of a part that cannot be read, the first field with a label of its own says so.
    """
    rows: dict[str, Labelled] = {}
    unread: set[str] = set()
    for field in fields:
        if not field.shown and field.beside not in rows:
            continue
        part = getattr(value, field.part)
        words = field_words(field, part, language) if part is not None else ""
        if field.beside:
            row = rows[field.beside]
            rows[field.beside] = with_rest(row.label, row.value, *row.rest, words)
            continue
        if isinstance(part, Gap) and field.part not in unread:
            unread.add(field.part)
            words = unread_words(part, language)
        rows[field.name] = Labelled(language.text(field.shown), words)
    return filled(*rows.values())


def field_words(field: Field, part: object, language: Language, *, others: bool = False) -> str:
    """Return what a part says in a field, in words; "" where it says nothing, or names an entry.

    ``others`` is for what somebody else reads than the person.
    """
    if isinstance(part, Gap):
        return ""
    value: Any = getattr(part, field.key)
    if field.kind in _COUNTED:
        return _counted(field, value, language)
    match field.kind:
        case FieldKind.CHOICE | FieldKind.CARDS if value != field.silent:
            return in_words(value, language, others=others)
        case FieldKind.TIME:
            return minute(value, language)
        case FieldKind.DAY:
            return day(value, language)
        case FieldKind.CHOICES:
            return enumerated(in_words(each, language, others=others) for each in value)
        case FieldKind.LINE | FieldKind.AREA:
            return str(value)
        case _:
            return ""


def moment_in(field: Field, part: object) -> datetime | None:
    """Return the time in a TIME, or noon of the day in a DAY; None where there is none, or it cannot be read."""
    said = getattr(part, field.key, "")
    return noon_of(said) if field.kind is FieldKind.DAY else moment_of(said)


_COUNTED = frozenset({FieldKind.AMOUNT, FieldKind.NUMBER})


def _counted(field: Field, value: int, language: Language) -> str:
    """What a field says that counts; "" for nothing."""
    if not value:
        return ""
    if field.kind is FieldKind.AMOUNT:
        return language.amount(value)
    number = language.number(value)
    return language.text(field.unit, number=number) if field.unit else number
