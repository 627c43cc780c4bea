"""``list``: the case at a glance, one line an item."""

from __future__ import annotations

import argparse
from typing import Any

import msgspec

from app.actions.open_case import OpenCase
from app.casework import CaseState, Exhibit, Incident, Note, Notification, Rows, Shelf, Versioned
from app.casework.records import CaptureFacts, FileFacts, IncidentText, NoteText, NotificationPerson
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.sealed import name_of
from app.cli.words import KINDS, ROLES
from app.clock import parse_stamp
from app.language import Language
from evidence_store import EntryId

NAME = "list"
_LONGEST = 60


class Line(msgspec.Struct, frozen=True):
    """One item: the id to type, what it is, when it was sealed (UTC), and its first words."""

    id: str
    kind: str
    sealed_at: str
    time: str
    text: str
    hidden: bool = False


class Listing(msgspec.Struct, frozen=True):
    """The result: the case's title and its items in the order of the log."""

    case: str
    items: tuple[Line, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("list what the case holds")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which items."""
    parser.add_argument("--exhibits", action="store_true", help=text("exhibits only"))
    parser.add_argument("--hidden", action="store_true", help=text("hidden items too"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """List the items in the order of the log, the private ones last."""
    language = desk.language
    with desk.open_case() as case:
        state = case.state
        items: list[EntryId] = [exhibit.original for exhibit in state.exhibits]
        if not arguments.exhibits:
            for rows in (state.incidents, state.notes, state.contacts, state.notifications):
                items.extend(row.id for row in rows)
            items.extend(dossier.entry for dossier in state.dossiers)
            items.extend(delivery.entry for delivery in state.deliveries)
            items.sort(key=lambda entry: entry.seq)
            items.extend(row.id for row in state.private_notes)
        lines = [line_of(case, entry, language) for entry in items]
    shown = tuple(line for line in lines if arguments.hidden or not line.hidden)
    heading = language.text("Case: {title}", title=state.title)
    return Answer(
        lines=(heading, *(map(show_line, shown) if shown else (_empty(language),))),
        result=Listing(case=state.title, items=shown),
    )


def show_line(line: Line) -> str:
    """The line as a person reads it."""
    return f"{line.id:>5}  {line.time}  {line.kind}  {line.text}".rstrip()


def line_of(case: OpenCase, entry: EntryId, language: Language) -> Line:
    """The line of the thing that an entry made or changed."""
    state = case.state
    stored = case.vault.entry(entry)
    exhibit = state.exhibit_of(entry)
    thing = _thing_at(state, entry)
    if exhibit is not None:
        kind, words = _exhibit_words(exhibit, language)
        hidden = exhibit.hidden
    else:
        kind, words = _thing_words(thing, language)
        hidden = isinstance(thing, Versioned) and thing.hidden
    return Line(
        id=name_of(case, exhibit.original if exhibit else entry),
        kind=kind,
        sealed_at=stored.time,
        time=language.moment(parse_stamp(stored.time)),
        text=_short(words),
        hidden=hidden,
    )


def _thing_at(state: CaseState, entry: EntryId) -> object:
    place = state.places.get(entry)
    if place is None:
        return None
    shelves: dict[Shelf, Rows[Any]] = {
        Shelf.EXHIBIT: state.exhibits,
        Shelf.INCIDENT: state.incidents,
        Shelf.NOTE: state.notes,
        Shelf.PRIVATE_NOTE: state.private_notes,
        Shelf.CONTACT: state.contacts,
        Shelf.NOTIFICATION: state.notifications,
        Shelf.DOSSIER: state.dossiers,
        Shelf.DELIVERY: state.deliveries,
    }
    return shelves[place.shelf][place.index]


def _exhibit_words(exhibit: Exhibit, language: Language) -> tuple[str, str]:
    facts = exhibit.facts
    text = language.text
    name = text("Exhibit {number}", number=exhibit.number)
    if isinstance(facts, CaptureFacts):
        what = text("whole screen") if facts.context else text("screenshot")
        return name, f"{what}, {facts.width_px} × {facts.height_px}"
    if isinstance(facts, FileFacts):
        return name, f"{facts.media_type}, {language.size(facts.size)}"
    return name, text("cannot be read")


def _thing_words(thing: object, language: Language) -> tuple[str, str]:
    value = thing.current if isinstance(thing, Versioned) else thing
    kind = language.text(KINDS.get(type(value).__name__, "entry"))
    match value:
        case Incident(text=IncidentText(quote=quote, description=description)):
            return kind, description or quote
        case Note(text=NoteText(text=words)):
            return kind, words
        case Notification(facts=facts, to=NotificationPerson(name=name)):
            return kind, ", ".join(filter(None, (language.text(ROLES[facts.role]), name)))
        case _:
            return kind, ""


def _short(words: str) -> str:
    first = " ".join(words.split())
    return first if len(first) <= _LONGEST else first[: _LONGEST - 1].rstrip() + "…"


def _empty(language: Language) -> str:
    return language.text("Nothing here yet. Begin with: bevismappe capture")
