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
from app.actions.write_down import write_down
from app.capture import Region, Screen
from app.casework.kinds.case import Author, CaseFacts
from app.casework.kinds.contact import ContactDraft
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.note import NoteDraft
from app.casework.kinds.notification import NotificationDraft
from app.clock import stamp
from app.markup import Box, Frame, Highlight, Mark, Number, Redaction
from app.vocabulary import Zone

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


class ExampleTimes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When it happened, in minutes before now."""

    published_minutes_before: int
    first_seen_minutes_before: int


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The story in one language."""

    case: CaseFacts
    author: Author
    incident: IncidentDraft
    times: ExampleTimes
    note: NoteDraft
    private_note: NoteDraft
    marks: tuple[ExampleMark, ...]
    redactions: tuple[ExampleRedaction, ...]
    contacts: tuple[ContactDraft, ...]
    notifications: tuple[NotificationDraft, ...]

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

    wish = CaptureWish(region=region, context=True, url=example.incident.permalink or "")
    post = capture_and_seal(case, screen, wish)[0]
    now = case.clock.now().utc
    incident = structs.replace(
        example.incident,
        published=_before(now, example.times.published_minutes_before),
        first_seen=_before(now, example.times.first_seen_minutes_before),
        exhibits=(post,),
    )
    write_down(case, incident)

    exhibit = case.state.exhibits[0]
    mark_and_redact(case, exhibit, marks=example.marks_at(places), font=font)
    exhibit = case.state.exhibits[0]
    mark_and_redact(case, exhibit, redactions=example.redactions_at(places), font=font)

    write_down(case, structs.replace(example.note, about=post))
    write_down(case, structs.replace(example.private_note, zone=Zone.PRIVATE))
    for contact in example.contacts:
        write_down(case, contact)
    for told in example.notifications:
        write_down(case, structs.replace(told, reply_at=stamp(case.clock.now().utc)))


def _before(now: datetime, minutes: int) -> str:
    return stamp(now - timedelta(minutes=minutes))
