"""What the pane beside the list tells of the chosen row, and what can be done with it. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from typing import Any

import msgspec
from msgspec import structs

from app.casework import (
    CaseState,
    Contact,
    Delivery,
    Exhibit,
    ExhibitKind,
    HandedOver,
    Incident,
    Note,
    Notification,
    Restoration,
    SealedDossier,
    Thing,
    Unread,
    Version,
    Versioned,
    unread_in,
)
from app.casework.kinds.note import NOTE
from app.language import Language
from app.messages import clock_sentence
from app.ui.timeline.fields import (
    DetailField,
    capture_fields,
    contact_fields,
    delivery_fields,
    dossier_fields,
    given_to,
    handed_over_fields,
    incident_fields,
    note_fields,
    notification_fields,
    restoration_fields,
    what_was_given,
    with_earlier,
)
from app.ui.timeline.lines import RowText, line_of
from app.ui.timeline.next_step import link_of
from app.ui.timeline.rows import Row, RowKind
from app.vocabulary import groups, minute
from evidence_store import EntryId, ObjectBody


class RowAction(StrEnum):
    """What can be done with a row."""

    OPEN = "open"
    DESCRIBE = "describe"
    CORRECT = "correct"
    NOTE = "note"
    HIDE = "hide"
    SHOW_AGAIN = "show_again"
    HAND_OVER = "hand_over"


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
        fingerprint: in groups, "" for none.
        receipt_of: the entry whose receipt code was given along; it has to be asked of the vault.
        deeds: what can be done, the most usual first.
    """

    id: EntryId
    title: str
    when: str
    line: RowText
    picture: EntryId | None = None
    spoken_picture: str = ""
    no_picture: str = ""
    fields: tuple[DetailField, ...] = ()
    fingerprint: str = ""
    receipt_of: EntryId | None = None
    row_actions: tuple[RowAction, ...] = ()


def detail_of(state: CaseState, row: Row, language: Language) -> Detail:
    """All there is to know about a row, where the clock jumped, and what of it cannot be read."""
    detail = _detail(state, row, row.thing, line_of(state, row, language), language)
    more = []
    said = " ".join(clock_sentence(step, language) for step in state.jumps_of(row.thing))
    if said:
        words = language.text("{said} The order of the log holds.", said=said)
        more.append(DetailField(language.text("The clock"), words))
    gone = row.thing if isinstance(row.thing, Unread) else unread_in(state, row.thing)
    if gone is not None:
        where = language.text("Entry {seq} in the case’s log", seq=gone.entry.seq)
        more.append(DetailField(where, language.text(gone.sentence)))
    return structs.replace(detail, fields=(*detail.fields, *more)) if more else detail


def _detail(
    state: CaseState, row: Row, thing: Thing | Unread, line: RowText, language: Language
) -> Detail:
    match thing:
        case Unread():
            return _plain(row, line, language, fields=())
        case Exhibit() as exhibit:
            return _exhibit(state, exhibit, line, language)
        case SealedDossier() as dossier:
            return _plain(
                row,
                line,
                language,
                fields=(
                    *dossier_fields(dossier, language),
                    *given_to(state, dossier.entry, language),
                ),
                fingerprint=_fingerprint(dossier.object),
                receipt_of=dossier.entry,
            )
        case Delivery() as delivery:
            return _plain(
                row,
                line,
                language,
                fields=(
                    *delivery_fields(delivery, language),
                    *given_to(state, delivery.entry, language),
                ),
                fingerprint=groups(delivery.facts.package_sha256),
                receipt_of=delivery.facts.dossier,
            )
        case Restoration() as restored:
            return _plain(row, line, language, fields=restoration_fields(restored, language))
        case Versioned() as said:
            fields = _said(state, said, language)
            return _plain(row, line, language, fields=fields)


def row_actions_of(row: Row) -> tuple[RowAction, ...]:
    """What can be done with a row; the page's menus ask before the pane is shown."""
    sight = RowAction.SHOW_AGAIN if row.hidden else RowAction.HIDE
    match row.kind:
        case RowKind.EXHIBIT:
            return (RowAction.OPEN, RowAction.DESCRIBE, RowAction.NOTE, sight)
        case RowKind.INCIDENT:
            return (RowAction.CORRECT, RowAction.NOTE, sight)
        case (
            RowKind.MESSAGE
            | RowKind.CONTACT
            | RowKind.NOTE
            | RowKind.PRIVATE_NOTE
            | RowKind.HANDED_OVER
        ):
            return (RowAction.CORRECT, sight)
        case RowKind.DOSSIER | RowKind.DELIVERY:
            return (RowAction.HAND_OVER,)
        case RowKind.UNREAD | RowKind.RESTORATION:
            return ()


def _exhibit(state: CaseState, exhibit: Exhibit, line: RowText, language: Language) -> Detail:
    text = language.text
    fields: list[DetailField] = []
    for incident in state.incidents_about(exhibit):
        if not incident.hidden:
            fields += with_earlier(
                incident.versions, partial(incident_fields, language=language), language
            )
    known = {field.label for field in fields}
    link = link_of(state, exhibit)
    if text("Link") not in known and link:
        fields.append(DetailField(text("Link"), link))
    fields += capture_fields(exhibit, language)
    notes = [
        DetailField(text("Note"), field.value)
        for note in state.about(exhibit.original, NOTE)
        if not note.hidden
        for field in note_fields(note.current, language)
    ]
    kept = isinstance(exhibit.object, ObjectBody)
    shown = exhibit.kind is ExhibitKind.CAPTURE or exhibit.shown != exhibit.original
    when = minute(exhibit.time, language)
    return Detail(
        id=exhibit.original,
        title=text("Exhibit {number}", number=exhibit.number),
        when=text("Added {moment}", moment=when)
        if exhibit.kind is ExhibitKind.FILE
        else text("Taken {moment}", moment=when),
        line=line,
        picture=exhibit.shown if kept and shown else None,
        spoken_picture=text("Picture of exhibit {number}", number=exhibit.number),
        no_picture=_no_picture(language, kept=kept, shown=shown),
        fields=(*fields, *notes),
        fingerprint=_fingerprint(exhibit.object),
        row_actions=row_actions_of(Row(exhibit.time, RowKind.EXHIBIT, exhibit)),
    )


def _no_picture(language: Language, *, kept: bool, shown: bool) -> str:
    if not kept:
        return language.text("The picture was erased.")
    if not shown:
        return language.text("This file cannot be shown as a picture. It is saved and locked.")
    return ""


def _plain(
    row: Row,
    line: RowText,
    language: Language,
    *,
    fields: tuple[DetailField, ...],
    fingerprint: str = "",
    receipt_of: EntryId | None = None,
) -> Detail:
    title = line.title
    if row.kind in {RowKind.NOTE, RowKind.PRIVATE_NOTE}:
        private = row.kind is RowKind.PRIVATE_NOTE
        title = language.text("Private note") if private else language.text("Note")
    return Detail(
        id=row.id,
        title=title,
        when=minute(row.stamp, language),
        line=line,
        fields=fields,
        fingerprint=fingerprint,
        receipt_of=receipt_of,
        row_actions=row_actions_of(row),
    )


def _said(
    state: CaseState,
    said: Versioned[Incident]
    | Versioned[Note]
    | Versioned[Contact]
    | Versioned[Notification]
    | Versioned[HandedOver],
    language: Language,
) -> tuple[DetailField, ...]:
    """The fields of something that can be corrected."""
    versions: Sequence[Version[Any]] = said.versions
    every = with_earlier(versions, partial(_fields, language=language), language)
    if isinstance(said.current, HandedOver):
        return (*every, *what_was_given(state, said.current, language))
    if isinstance(said.current, Incident):
        shown = [
            exhibit
            for entry in said.current.facts.exhibits
            if (exhibit := state.exhibit_of(entry)) is not None
        ]
        numbers = ", ".join(str(number) for number in dict.fromkeys(each.number for each in shown))
        if numbers:
            return (*every, DetailField(language.text("Shown by exhibit"), numbers))
    return every


def _fields(
    value: Incident | Note | Contact | Notification | HandedOver, language: Language
) -> tuple[DetailField, ...]:
    match value:
        case Incident():
            return incident_fields(value, language)
        case Note():
            return note_fields(value, language)
        case Contact():
            return contact_fields(value, language)
        case Notification():
            return notification_fields(value, language)
        case HandedOver():
            return handed_over_fields(value, language)


def _fingerprint(body: object) -> str:
    return groups(body.sha256) if isinstance(body, ObjectBody) else ""
