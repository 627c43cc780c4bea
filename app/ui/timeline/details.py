"""What the pane beside the list tells of the chosen row, and what can be done with it. No Qt."""

from __future__ import annotations

from enum import StrEnum
from itertools import chain

import msgspec

from app.casework import (
    KINDS,
    CaseState,
    Exhibit,
    ExhibitKind,
    Labelled,
    Single,
    Unread,
    Versioned,
    Written,
    is_erasable,
    unread_in,
)
from app.casework.kinds.handed_over import HANDED_OVER
from app.language import Language
from app.messages import clock_sentence
from app.timeline import EXHIBIT, Row
from app.ui.timeline.corrections import with_earlier
from app.ui.timeline.exhibits import exhibit_fields, read_for_you
from app.ui.timeline.lines import RowText, line_of, when_of
from app.ui.timeline.sharing import can_be_shared
from app.vocabulary import Zone, groups, minute
from evidence_store import EntryId, ObjectBody


class RowAction(StrEnum):
    """What can be done with a row."""

    OPEN = "open"
    DESCRIBE = "describe"
    CORRECT = "correct"
    NOTE = "note"
    WITNESS = "witness"
    COMPARE = "compare"
    READ_FIRST = "read_first"
    HIDE = "hide"
    SHOW_AGAIN = "show_again"
    HAND_OVER = "hand_over"
    SHARE = "share"
    ERASE = "erase"


class Detail(msgspec.Struct, frozen=True):
    """The pane's contents.

    Attributes:
        id: the entry that names the thing.
        title: what it is.
        when: the line below.
        line: the row as the list shows it.
        picture: the entry whose picture can be shown; None where there is none.
        spoken_picture: what the picture is, for screen readers.
        no_picture: why none can be shown; "" where there is one, or never was.
        fields: what was written down.
        read_for_you: what somebody who read it first says of it; it stands before the picture.
        with_gaps: whether some of its words have gaps.
        fingerprint: in groups, "" for none.
        receipt_of: the entry whose receipt code was given along; it has to be asked of the vault.
        row_actions: what can be done, the most usual first.
    """

    id: EntryId
    title: str
    when: str
    line: RowText
    picture: EntryId | None = None
    spoken_picture: str = ""
    no_picture: str = ""
    fields: tuple[Labelled, ...] = ()
    fingerprint: str = ""
    receipt_of: EntryId | None = None
    read_for_you: tuple[Labelled, ...] = ()
    with_gaps: bool = False
    row_actions: tuple[RowAction, ...] = ()


def detail_of(state: CaseState, row: Row, language: Language, *, covered: bool = False) -> Detail:
    """Return all there is to know about a row, where the clock jumped, and what of it cannot be read.

    What is private is marked as ``covered`` in its line, where it is to stand covered.
    """
    line = line_of(state, row, language, covered=covered)
    doubts = _doubts(state, row, language)
    if isinstance(row.thing, Exhibit):
        return _exhibit(state, row, row.thing, line, doubts, language)
    heading = row.kind.headings.get(Zone.PRIVATE if row.private else Zone.EVIDENCE)
    every = (row, *row.along)
    return Detail(
        id=row.id,
        title=language.text(heading) if heading else line.title,
        when=when_of(row, language),
        line=line,
        fields=(*dict.fromkeys((*_fields(state, row, language), *_along(row, language))), *doubts),
        fingerprint=next(filter(None, map(_fingerprint, every)), ""),
        receipt_of=next(filter(None, map(_receipt, every)), None),
        row_actions=row_actions_of(state, row),
    )


def row_actions_of(state: CaseState, row: Row) -> tuple[RowAction, ...]:
    """Return what can be done with a row; the page's menus ask before the pane is shown."""
    erased = (RowAction.ERASE,) if is_erasable(state, row.id) else ()
    return (*_row_actions_of(state, row), *erased)


def _row_actions_of(state: CaseState, row: Row) -> tuple[RowAction, ...]:
    sight = RowAction.SHOW_AGAIN if row.hidden else RowAction.HIDE
    kind = row.kind
    if kind is EXHIBIT:
        described = corrected_by(state, row) != row.id
        first = (RowAction.CORRECT,) if described else ()
        return (
            RowAction.OPEN,
            *first,
            RowAction.DESCRIBE,
            RowAction.NOTE,
            RowAction.WITNESS,
            RowAction.COMPARE,
            RowAction.READ_FIRST,
            sight,
        )
    if isinstance(kind, Written):
        more = (RowAction.NOTE,) if kind.noted else ()
        given = (RowAction.HAND_OVER,) if handed_over(row) is not None else ()
        shared = (RowAction.SHARE,) if can_be_shared(row) else ()
        return (RowAction.CORRECT, *given, *shared, *more, sight)
    return (RowAction.HAND_OVER,) if handed_over(row) is not None else ()


def corrected_by(state: CaseState, row: Row) -> EntryId:
    """Return what is corrected from a row: the post that a picture shows, where there is one, else the thing itself."""
    if isinstance(row.thing, Exhibit):
        posts = (each.id for each in state.incidents_about(row.thing) if not each.hidden)
        return next(reversed(tuple(posts)), row.id)
    return row.id


def handed_over(row: Row) -> EntryId | None:
    """Return the report or package of a row that can be handed over; None where there is none."""
    return next(
        (each.id for each in (row, *row.along) if each.kind.tag in HANDED_OVER.targets), None
    )


def _fingerprint(row: Row) -> str:
    return groups(row.kind.fingerprint(row.thing)) if isinstance(row.kind, Single) else ""


def _receipt(row: Row) -> EntryId | None:
    return row.kind.receipt(row.thing) if isinstance(row.kind, Single) else None


def _along(row: Row, language: Language) -> tuple[Labelled, ...]:
    """Return what is said of the things that go along with a row."""
    return tuple(
        field for each in row.along for field in each.kind.details_of(each.thing, language)
    )


def _fields(state: CaseState, row: Row, language: Language) -> tuple[Labelled, ...]:
    """Return what it says, with what stood there before, and what the case around it adds."""
    kind, thing = row.kind, row.thing
    if isinstance(thing, Versioned):
        said = with_earlier(kind, thing.versions, language)
    else:
        said = kind.details_of(thing, language)
    there = [
        each.there(
            tuple(about.current for about in state.about(row.id, each) if not about.hidden),
            language,
        )
        for each in KINDS
        if isinstance(each, Written) and each.there is not None and kind.tag in each.targets
    ]
    return (*said, *kind.more_of(row.value, state, language), *chain(*there))


def _doubts(state: CaseState, row: Row, language: Language) -> tuple[Labelled, ...]:
    """Return where the clock jumped, and what cannot be read."""
    text, thing = language.text, row.thing
    rows = []
    said = " ".join(clock_sentence(step, language) for step in state.jumps_of(thing))
    if said:
        words = text("{said} The order of the log holds.", said=said)
        rows.append(Labelled(text("The clock"), words))
    gone = thing if isinstance(thing, Unread) else unread_in(state, thing)
    if gone is not None:
        where = text("Entry {seq} in the case’s log", seq=gone.entry.seq)
        rows.append(Labelled(where, text(gone.sentence)))
    return tuple(rows)


def _exhibit(
    state: CaseState,
    row: Row,
    exhibit: Exhibit,
    line: RowText,
    doubts: tuple[Labelled, ...],
    language: Language,
) -> Detail:
    text = language.text
    kept = isinstance(exhibit.object, ObjectBody)
    shown = exhibit.kind is ExhibitKind.CAPTURE or exhibit.shown != exhibit.original
    when = minute(exhibit.time, language)
    return Detail(
        id=exhibit.original,
        title=text("Exhibit {number}", number=exhibit.number),
        when=text("Added {moment}", moment=when)
        if exhibit.received
        else text("Taken {moment}", moment=when),
        line=line,
        picture=exhibit.shown if kept and shown else None,
        spoken_picture=text("Picture of exhibit {number}", number=exhibit.number),
        no_picture=_no_picture(language, kept=kept, shown=shown),
        fields=(*exhibit_fields(state, exhibit, language), *doubts),
        read_for_you=read_for_you(state, exhibit, language),
        fingerprint=groups(exhibit.object.sha256) if isinstance(exhibit.object, ObjectBody) else "",
        row_actions=row_actions_of(state, row),
    )


def _no_picture(language: Language, *, kept: bool, shown: bool) -> str:
    if not kept:
        return language.text("The picture was erased.")
    if not shown:
        return language.text("This file cannot be shown as a picture. It is saved and locked.")
    return ""
