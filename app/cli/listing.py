"""``list``: the case at a glance, one line an item."""

from __future__ import annotations

import argparse
from itertools import chain

import msgspec

from app.actions.open_case import OpenCase
from app.casework import (
    CaseState,
    Contact,
    Delivery,
    Exhibit,
    HandedOver,
    Incident,
    Note,
    Notification,
    Restoration,
    SealedDossier,
    Step,
    Thing,
    UnknownReferenceError,
    Unread,
    Versioned,
    unread,
    unread_in,
)
from app.casework.kinds.by_vault import RESTORED
from app.casework.kinds.case import AUTHOR, CASE
from app.casework.kinds.contact import CONTACT
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.casework.kinds.handed_over import HANDED_OVER
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.note import NOTE
from app.casework.kinds.notification import NOTIFICATION
from app.casework.records import (
    CaptureFacts,
    ContactPerson,
    FileFacts,
    FileSource,
    HandedOverPerson,
    IncidentText,
    NoteText,
    NotificationPerson,
    RestoredReason,
)
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.sealed import name_of
from app.cli.words import KINDS
from app.language import Language
from app.messages import clock_mark, clock_sentence
from app.vocabulary import in_words, lowered, minute, recipient
from evidence_store import EntryId

NAME = "list"
_LONGEST = 60


class Line(msgspec.Struct, frozen=True):
    """One item: the id to type, what it is, when it was sealed (UTC), its first words, and where the clock jumped.

    ``unread`` says why it, or a part of it, cannot be read: "" where all can.
    """

    id: str
    kind: str
    sealed_at: str
    time: str
    text: str
    hidden: bool = False
    clock: str = ""
    unread: str = ""


class Listing(msgspec.Struct, frozen=True):
    """The result: the case's title, its items in the order of the log, and each jump of the computer's clock."""

    case: str
    items: tuple[Line, ...]
    clock: tuple[str, ...] = ()


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
            for rows in (
                state.of(INCIDENT),
                state.of(NOTE),
                state.of(CONTACT),
                state.of(NOTIFICATION),
                state.of(HANDED_OVER),
            ):
                items.extend(row.id for row in rows)
            items.extend(dossier.entry for dossier in state.of(DOSSIER))
            items.extend(delivery.entry for delivery in state.of(DELIVERY))
            aside = [each.entry for each in unread(state) if state.thing_of(each.entry) is None]
            aside.extend(each.entry for each in state.of(RESTORED))
            items.extend(entry for entry in aside if entry.chain == state.evidence_chain)
            items.sort(key=lambda entry: entry.seq)
            private = [*(row.id for row in state.private_of(NOTE)), *aside]
            items.extend(sorted(set(private) - set(items), key=lambda entry: entry.seq))
        lines = [line_of(case, entry, language) for entry in items]
    shown = tuple(line for line in lines if arguments.hidden or not line.hidden)
    heading = language.text("Case: {title}", title=state.title)
    jumps = tuple(clock_sentence(step, language) for step in state.jumps)
    return Answer(
        lines=(heading, *(map(show_line, shown) if shown else (_empty(language),)), *jumps),
        result=Listing(case=state.title, items=shown, clock=jumps),
    )


def show_line(line: Line) -> str:
    """The line as a person reads it."""
    clock = f"  [{line.clock}]" if line.clock else ""
    return f"{line.id:>5}  {line.time}{clock}  {line.kind}  {line.text}".rstrip()


def line_of(case: OpenCase, entry: EntryId, language: Language) -> Line:
    """The line of the thing that an entry made or changed, or of the entry itself; the vault is not asked.

    Raises:
        UnknownReferenceError: the case has no such entry.
    """
    state = case.state
    thing = state.thing_of(entry)
    shown = state.step_of(entry) if thing is None else thing
    if shown is None:
        raise UnknownReferenceError(str(entry.seq))
    kind, words = _words(state, shown, language)
    jumps = (shown,) if isinstance(shown, Step) else state.jumps_of(shown)
    gone = _unread(state, entry, thing)
    if gone is not None:
        words = " ".join(filter(None, (_short(words), language.text(gone.sentence))))
    return Line(
        id=name_of(case, entry),
        kind=kind,
        sealed_at=shown.time,
        time=minute(shown.time, language),
        text=_short(words) if gone is None else words,
        hidden=isinstance(shown, Exhibit | Versioned) and shown.hidden,
        clock=", ".join(filter(None, (clock_mark(step, language) for step in jumps))),
        unread=str(gone.why) if gone is not None else "",
    )


def _unread(state: CaseState, entry: EntryId, thing: Thing | None) -> Unread | None:
    if thing is not None:
        return unread_in(state, thing)
    return next((each for each in unread(state) if each.entry == entry), None)


def _words(state: CaseState, shown: Thing | Step, language: Language) -> tuple[str, str]:
    """What it is, and its first words."""
    if isinstance(shown, Exhibit):
        return language.text("Exhibit {number}", number=shown.number), _picture(shown, language)
    if isinstance(shown, Step):
        return language.text(KINDS.get(shown.kind, "entry")), _version_words(state, shown.entry)
    value = shown.current if isinstance(shown, Versioned) else shown
    return language.text(KINDS[type(value).__name__]), _first_words(value, language)


def _picture(exhibit: Exhibit, language: Language) -> str:
    match exhibit.facts:
        case CaptureFacts() as facts:
            what = language.text("whole screen") if facts.context else language.text("screenshot")
            return f"{what}, {facts.width_px} × {facts.height_px}"
        case FileFacts() as facts:
            size = language.size(facts.size)
            # The person's own list: the name never leaves with a dossier.
            name = exhibit.source.name if isinstance(exhibit.source, FileSource) else ""
            return _listed(name or facts.media_type, size)
        case _:
            return language.text("cannot be read")


def _first_words(value: object, language: Language) -> str:
    match value:
        case Incident(text=IncidentText(quote=quote, description=description)):
            return description or quote
        case Note(text=NoteText(text=words)):
            return words
        case Contact(facts=facts, contact=ContactPerson(name=name)):
            return _listed(lowered(in_words(facts.role, language)), name, facts.organisation)
        case Notification(facts=facts, to=NotificationPerson(name=name)):
            return _listed(lowered(in_words(facts.role, language)), name)
        case HandedOver(facts=facts, to=HandedOverPerson(name=name)):
            return _listed(lowered(in_words(facts.role, language)), name)
        case Restoration(reason=RestoredReason(reason=why)):
            return why
        case SealedDossier(facts=facts) | Delivery(facts=facts):
            return recipient(facts.recipient, language)
        case _:
            return ""


def _version_words(state: CaseState, entry: EntryId) -> str:
    """The title or the name that an entry gave to the case."""
    titles = (each.value.title for each in state.of(CASE) if each.entry == entry)
    names = (each.value.name for each in state.of(AUTHOR) if each.entry == entry)
    return next(chain(titles, names), "")


def _listed(*words: str) -> str:
    return ", ".join(filter(None, words))


def _short(words: str) -> str:
    first = " ".join(words.split())
    return first if len(first) <= _LONGEST else first[: _LONGEST - 1].rstrip() + "…"


def _empty(language: Language) -> str:
    return language.text("Nothing here yet. Begin with: bevismappe capture")
