"""One thing of every kind that is written down, with every field of it filled in, made from the kinds' own field lists.

A new kind, or a new field of one, is in it by itself. What is typed says which field of which kind it stands in, so
that it can be looked for; of the private chain it is a canary, which is to be found nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any

from msgspec.structs import fields

from app.actions.open_case import OpenCase
from app.actions.write_down import write_down, write_down_with_file
from app.casework import KINDS, Field, FieldKind, Part, Written, decode
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.picture_text import PICTURE_TEXT, PictureTextFacts, PictureTextWords
from app.casework.kinds.request import REQUEST, RequestDraft
from app.clock import stamp
from app.vocabulary import Role, Zone
from evidence_store import EntryId, NewObject

WRITTEN: tuple[Written[Any], ...] = tuple(kind for kind in KINDS if isinstance(kind, Written))
_WORDS = frozenset({FieldKind.LINE, FieldKind.AREA})
_LINKS = frozenset({"url", "permalink", "profile_url", "link"})
_FIRST_TIME = datetime(2026, 11, 24, 7, tzinfo=UTC)
_FIRST_DAY = date(2026, 12, 1)
# What the vault itself writes; of these only the first entries are there before anything is erased.
BY_VAULT = {"genesis", "tombstone", "restored"}
READ_ALONE = "picture-text-alene-ord"
"""What a program read in a picture, and no quote has."""


def word_of(kind: Written[Any], field: Field) -> str:
    """What is typed into a field of words; "" for another field."""
    if field.kind not in _WORDS or not field.part:
        return ""
    if field.name in _LINKS:
        return f"https://avis.example/{kind.tag}-{field.name}"
    return f"{_canary(kind)}{kind.tag}-{field.name}-ord"


def bytes_of(kind: Written[Any]) -> bytes:
    """What stands in the file beside the words."""
    return f"{_canary(kind)}{kind.tag}-fil".encode()


def write_every_kind(case: OpenCase, folder: Path, named: dict[str, EntryId]) -> None:
    """Seal them, and a correction of each; ``named`` are entries by tag that they can name."""
    # What things of their own kind can name.
    named[INCIDENT.tag] = write_down(case, IncidentDraft(platform="Facebook"))
    named[REQUEST.tag] = write_down(case, RequestDraft(what="Et møde", role=Role.MANAGER))
    read = PictureTextFacts(read_in=named["exhibit"], tool="tesseract", tool_version="5.5.4")
    words = PictureTextWords(words=f"incident-quote-ord {READ_ALONE}")
    named[PICTURE_TEXT.tag] = case.seal({"facts": read, "text": words})
    numbers = count()
    waiting = list(WRITTEN)
    while waiting:
        ready = [kind for kind in waiting if _can_be_named(kind, named)]
        assert ready, [kind.tag for kind in waiting]
        for kind in ready:
            named[kind.tag] = _write(case, kind, folder, named, numbers)
            waiting.remove(kind)


def _write(
    case: OpenCase,
    kind: Written[Any],
    folder: Path,
    named: dict[str, EntryId],
    numbers: Iterator[int],
) -> EntryId:
    said = {field.name: _value(kind, field, named, next(numbers)) for field in kind.fields}
    draft = kind.draft(**{name: value for name, value in said.items() if value is not None})
    if not kind.takes_file:
        entry = write_down(case, draft)
    else:
        path = folder / f"KANARIE-{kind.tag}.txt"
        path.write_bytes(bytes_of(kind))
        entry = write_down_with_file(case, draft, path)
    about = {kind.about: said[kind.about]} if kind.about else {}
    write_down(case, kind.draft(**about), corrects=entry)
    return entry


def _value(kind: Written[Any], field: Field, named: dict[str, EntryId], number: int) -> object:
    match field.kind:
        case FieldKind.LINE | FieldKind.AREA:
            return word_of(kind, field) or None
        case FieldKind.TIME:
            return stamp(_FIRST_TIME + timedelta(minutes=number))
        case FieldKind.DAY:
            return (_FIRST_DAY + timedelta(days=number)).isoformat()
        case FieldKind.AMOUNT | FieldKind.NUMBER:
            return field.lowest + number if not field.highest else field.highest - number % 7
        case FieldKind.ENTRY:
            return _named(field, named)[-1]
        case FieldKind.ENTRIES:
            return _named(field, named)
        case FieldKind.CHOICES:
            assert field.choices is not None
            return tuple(field.choices)[-2:]
        case _:
            return _choice(kind, field) if field.part else None


def _choice(kind: Written[Any], field: Field) -> StrEnum:
    """The last choice that says something; of roles one whose business everybody may know."""
    assert field.choices is not None
    if field.choices is Role:
        concerns = kind.in_dossier.concerns if kind.in_dossier is not None else ""
        return Role.MANAGER if field.name == concerns else Role.COLLEAGUE
    return [each for each in field.choices if each not in {field.silent, "unknown", "other"}][-1]


def _named(field: Field, named: dict[str, EntryId]) -> tuple[EntryId, ...]:
    return tuple(named[tag] for tag in field.of or ("exhibit",))


def _can_be_named(kind: Written[Any], named: dict[str, EntryId]) -> bool:
    return all(tag in named for field in kind.fields if field.names_entries for tag in field.of)


def _canary(kind: Written[Any]) -> str:
    return "KANARIE-" if kind.home is Zone.PRIVATE else ""


def seal_the_rest(case: OpenCase) -> None:
    """One entry of each kind that the case has none of yet, so that no new kind is forgotten."""
    there = {kind for kind, _, _ in secrets_of(case)}
    needed: dict[Any, Any] = {EntryId: case.state.exhibits[0].original, str: "", int: 0}
    for kind in KINDS:
        if kind.tag in there or kind.tag in BY_VAULT:
            continue
        parts = {
            name: part(
                **{each.name: needed.get(each.type, ()) for each in fields(part) if each.required}
            )
            for name, part in kind.parts.items()
            if issubclass(part, Part)
        }
        zone = Zone.PRIVATE if kind.zones == {Zone.PRIVATE} else Zone.EVIDENCE
        content = NewObject(b"Kanariefil", "image/png") if "object" in kind.parts else None
        case.seal(parts, zone=zone, content=content)


def secrets_of(case: OpenCase) -> list[tuple[str, str, bytes]]:
    """Kind, part and salt of each open part of the case: a salt is random, so that it stands nowhere else."""
    return [
        (decode(entry).kind, part.name, part.salt.encode())
        for zone in (Zone.EVIDENCE, Zone.PRIVATE)
        for entry in case.vault.entries(case.chain(zone))
        for part in entry.parts
        if part.salt is not None
    ]
