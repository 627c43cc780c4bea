"""``list``: the case at a glance, one line an item."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import msgspec

from app.actions.open_case import OpenCase
from app.casework import (
    KEPT,
    CaseState,
    Exhibit,
    Step,
    Thing,
    UnknownReferenceError,
    Unread,
    Versioned,
    Written,
    first_words,
    in_series,
    listed,
    missing_words,
    unread,
    unread_in,
)
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.file import FileFacts, FileSource
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of
from app.language import Language
from app.messages import clock_mark, clock_sentence
from app.vocabulary import minute, short
from evidence_store import EntryId

NAME = "list"
_LONGEST = 60
_TIME_WIDTH = len("23 Sept 2026 14:03")


class ListedLine(msgspec.Struct, frozen=True):
    """One item: the id to type, what it is, when it was sealed (UTC), its first words, and where the clock jumped.

    ``unread`` says why it, or a part of it, cannot be read: "" where all can. ``missing`` is what belongs to every post
    and is not there yet.
    """

    id: str
    kind: str
    sealed_at: str
    time: str
    text: str
    hidden: bool = False
    clock: str = ""
    unread: str = ""
    missing: str = ""


class Listing(msgspec.Struct, frozen=True):
    """The result: the case's title, its items in the order of the log, and each jump of the computer's clock."""

    case: str
    items: tuple[ListedLine, ...]
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
        items = [exhibit.original for exhibit in state.exhibits]
        if not arguments.exhibits:
            items = sorted(
                {*items, *_others(state)}, key=lambda id: (id.chain != state.evidence_chain, id.seq)
            )
        lines = [line_of(case, entry, language) for entry in items]
    shown = tuple(line for line in lines if arguments.hidden or not line.hidden)
    heading = language.text("Case: {title}", title=state.title)
    jumps = tuple(clock_sentence(step, language) for step in state.jumps)
    return Answer(
        lines=(
            heading,
            *([show_line(line, language) for line in shown] or [_empty(language)]),
            *jumps,
        ),
        result=Listing(case=state.title, items=shown, clock=jumps),
    )


def _others(state: CaseState) -> Iterator[EntryId]:
    """What is no exhibit: each thing that a kind keeps, and what cannot be read and so belongs to none."""
    for kind in KEPT.values():
        if isinstance(kind, Written):
            yield from (each.id for each in (*state.of(kind), *state.private_of(kind)))
        elif kind.is_thing:
            yield from (each.entry for each in state.of(kind))
    yield from (each.entry for each in unread(state) if state.thing_of(each.entry) is None)


def show_line(line: ListedLine, language: Language) -> str:
    """The line as a person reads it."""
    time = short(line.sealed_at, language)
    clock = f"  [{line.clock}]" if line.clock else ""
    missing = f"  [{language.text('Missing: {what}', what=line.missing)}]" if line.missing else ""
    words = f"{line.kind}  {line.text}".rstrip()
    return f"{line.id:>5}  {time:<{_TIME_WIDTH}}{clock}  {words}{missing}"


def line_of(case: OpenCase, entry: EntryId, language: Language) -> ListedLine:
    """The line of the thing that an entry made or changed, or of the entry itself; the vault is not asked.

    Raises:
        UnknownReferenceError: the case has no such entry.
    """
    state = case.state
    thing = state.thing_of(entry)
    shown = state.step_of(entry) if thing is None else thing
    if shown is None:
        raise UnknownReferenceError(str(entry.seq))
    kind, words = _words(state, entry, language)
    jumps = (shown,) if isinstance(shown, Step) else state.jumps_of(shown)
    gone = _unread(state, entry, thing)
    if gone is not None:
        words = " ".join(filter(None, (first_words(words, _LONGEST), language.text(gone.sentence))))
    return ListedLine(
        id=name_of(case, entry),
        kind=kind,
        sealed_at=shown.time,
        time=minute(shown.time, language),
        text=first_words(words, _LONGEST) if gone is None else words,
        hidden=isinstance(shown, Exhibit | Versioned) and shown.hidden,
        clock=", ".join(filter(None, (clock_mark(step, language) for step in jumps))),
        unread=str(gone.why) if gone is not None else "",
        missing=missing_words(state, thing, language) if isinstance(thing, Exhibit) else "",
    )


def _unread(state: CaseState, entry: EntryId, thing: Thing | None) -> Unread | None:
    if thing is not None:
        return unread_in(state, thing)
    return next((each for each in unread(state) if each.entry == entry), None)


def _words(state: CaseState, entry: EntryId, language: Language) -> tuple[str, str]:
    """What it is, and its first words."""
    place = state.places.get(entry)
    if place is None:
        return _of_no_thing(state, entry, language)
    thing = state.thing_at(place)
    if isinstance(thing, Exhibit):
        number = language.text("Exhibit {number}", number=thing.number)
        series = in_series(state, thing)
        words = _picture(thing, language)
        return number, listed(words, series.short) if series is not None else words
    kind, value = KEPT[place.tag], thing.current if isinstance(thing, Versioned) else thing
    return language.text(kind.name), kind.brief_of(value, language)


def _of_no_thing(state: CaseState, entry: EntryId, language: Language) -> tuple[str, str]:
    """What an entry is that made no thing, and the title or the name that it gave to the case."""
    step = state.step_of(entry)
    kind = KEPT.get(step.kind) if step is not None else None
    if kind is None or kind.is_thing or not kind.name:
        return language.text("entry"), ""
    given = (kind.brief_of(each, language) for each in state.of(kind) if each.entry == entry)
    return language.text(kind.name), next(given, "")


def _picture(exhibit: Exhibit, language: Language) -> str:
    match exhibit.facts:
        case CaptureFacts() as facts:
            what = language.text("whole screen") if facts.context else language.text("screenshot")
            return f"{what}, {facts.width_px} × {facts.height_px}"
        case FileFacts() as facts:
            size = language.size(facts.size)
            # The person's own list: the name never leaves with a dossier.
            name = exhibit.source.name if isinstance(exhibit.source, FileSource) else ""
            return listed(name or facts.media_type, size)
        case _:
            return language.text("cannot be read")


def _empty(language: Language) -> str:
    return language.text("Nothing here yet. Begin with: bevismappe capture")
