"""Fill a case with the example: a made-up post, and everything that a person would write down about it.

The story stands in resources/demo/demo.toml, in both languages. Where its phrases stand in the picture is told by
whoever shows the post.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import structs

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.cases import name_author, rename_case
from app.actions.mark_and_redact import mark_and_redact
from app.actions.open_case import OpenCase
from app.actions.record_facts import keep_contact, record_incident, record_notification, write_note
from app.capture import Region, Screen
from app.casework.records import (
    Author,
    CaseFacts,
    ContactFacts,
    ContactPerson,
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
    NoteFacts,
    NoteText,
    NotificationFacts,
    NotificationPerson,
    NotificationText,
)
from app.clock import stamp
from app.markup import Box, Frame, Highlight, Mark, Number, Redaction
from app.vocabulary import Channel, Role

_NUMBER_OFFSET_PX = 22
_WIDER_PX = 6


class ExampleShape(StrEnum):
    """How a phrase is marked."""

    BOX = "box"
    HIGHLIGHT = "highlight"


class ExampleMark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase that is marked, by the name of its place, and the caption beside it."""

    shape: ExampleShape
    place: str
    caption: str


class ExampleRedaction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase that is covered, and why."""

    place: str
    reason: str


class ExampleContact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who helps."""

    role: Role
    organisation: str
    name: str
    phone: str
    mail: str


class ExampleNotification(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who was told, and their answer."""

    role: Role
    channel: Channel
    name: str
    said: str
    reply: str


class ExampleTimes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When it happened, in minutes before now."""

    published_minutes_before: int
    first_seen_minutes_before: int


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The story in one language."""

    case: CaseFacts
    author: Author
    incident: IncidentFacts
    times: ExampleTimes
    sender: IncidentSender
    sender_name: IncidentSenderName
    text: IncidentText
    note: NoteText
    private_note: NoteText
    marks: tuple[ExampleMark, ...]
    redactions: tuple[ExampleRedaction, ...]
    contacts: tuple[ExampleContact, ...]
    notifications: tuple[ExampleNotification, ...]

    def marks_at(self, places: Mapping[str, Box]) -> tuple[Mark, ...]:
        """Return its marks: each place gets its shape, and beside it the number that carries the caption."""
        marks: list[Mark] = []
        for mark in self.marks:
            box = places[mark.place]
            marks.append(Frame(box) if mark.shape is ExampleShape.BOX else Highlight(box))
            beside = max(box.x - _NUMBER_OFFSET_PX, _NUMBER_OFFSET_PX)
            marks.append(Number(beside, box.y + box.height // 2, mark.caption))
        return tuple(marks)

    def redactions_at(self, places: Mapping[str, Box]) -> tuple[Redaction, ...]:
        """Return its black boxes, wider than the words: the width of a box tells how long they were."""
        return tuple(
            Redaction(
                structs.replace(box, x=box.x - _WIDER_PX, width=box.width + 2 * _WIDER_PX),
                each.reason,
            )
            for each in self.redactions
            for box in (places[each.place],)
        )


def read_example(resources: Path, language: str) -> Example:
    """Return the story in ``da`` or ``en``."""

    class File(msgspec.Struct):
        da: Example
        en: Example

    file = msgspec.toml.decode((resources / "demo" / "demo.toml").read_bytes(), type=File)
    return file.da if language == "da" else file.en


def fill_example_case(
    case: OpenCase,
    example: Example,
    screen: Screen,
    region: Region,
    places: Mapping[str, Box],
    *,
    font: Path,
) -> None:
    """Seal the example into a case that was just begun.

    Args:
        case: where it goes.
        example: the story.
        screen: where the post is shown.
        region: where on it, in pixels.
        places: the phrases that the story names, in pixels of the region.
        font: what numbers on pictures are drawn with.

    Raises:
        CaptureError: the post cannot be captured; what was sealed before stays.
        VaultError: it cannot be sealed; what was sealed before stays.
    """
    rename_case(case, example.case.title, example.case.local_ref)
    name_author(case, example.author)

    wish = CaptureWish(region=region, context=True, url=example.incident.permalink)
    post = capture_and_seal(case, screen, wish)[0]
    now = case.clock.now().utc
    facts = structs.replace(
        example.incident,
        published_at=_before(now, example.times.published_minutes_before),
        first_seen_at=_before(now, example.times.first_seen_minutes_before),
        exhibits=(post,),
    )
    record_incident(case, facts, example.sender, example.sender_name, example.text)

    exhibit = case.state.exhibits[0]
    mark_and_redact(case, exhibit, marks=example.marks_at(places), font=font)
    exhibit = case.state.exhibits[0]
    mark_and_redact(case, exhibit, redactions=example.redactions_at(places), font=font)

    write_note(case, example.note.text, NoteFacts(about=post))
    write_note(case, example.private_note.text, NoteFacts(), private=True)
    for each in example.contacts:
        keep_contact(
            case,
            ContactFacts(role=each.role, organisation=each.organisation),
            ContactPerson(name=each.name, phone=each.phone, mail=each.mail),
        )
    for told in example.notifications:
        at = stamp(case.clock.now().utc)
        record_notification(
            case,
            NotificationFacts(role=told.role, at=at, channel=told.channel, reply_at=at),
            NotificationPerson(name=told.name),
            NotificationText(said=told.said, reply=told.reply),
        )


def _before(now: datetime, minutes: int) -> str:
    return stamp(now - timedelta(minutes=minutes))
