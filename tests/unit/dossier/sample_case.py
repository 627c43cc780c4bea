"""A made-up case with pictures, as a whole case of a few weeks looks. Nobody in it exists."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from PIL import Image, ImageDraw, ImageFont

from app.casework import CaseState, Machine, Part, Person, encode
from app.casework.kinds.capture import CaptureFacts, CaptureWindow
from app.casework.kinds.case import Author, CaseFacts
from app.casework.kinds.contact import ContactFacts, ContactPerson
from app.casework.kinds.file import FileFacts, FileSource
from app.casework.kinds.incident import (
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.note import NoteFacts, NoteText
from app.casework.kinds.notification import NotificationFacts, NotificationPerson, NotificationText
from app.casework.kinds.request import RequestFacts, RequestPerson, RequestText
from app.casework.kinds.working_copy import (
    WorkingCopyFacts,
    WorkingCopyFull,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.dossier import PrintedReceipt
from app.markup.shapes import Box, Number, Redaction
from app.picture import Pixels, encode_png
from app.vocabulary import AccessBasis, CaptureMethod, Channel, Role, Visibility
from evidence_store import EntryId, StoredEntry
from tests.fakes.ledger import state_of, stored

ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "resources" / "fonts"
RECIPIENTS = ROOT / "resources" / "recipients"
EVIDENCE = "e" * 32
PRIVATE = "a" * 32
MADE_AT = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
CODE = "7K2F 91QD 03BC A8E4 5N0X TT7W 2H6M C9ZR"

# Words that no dossier may show to anybody, wherever they stand in the case.
CANARIES = (
    "KANARIE-privat-note",
    "KANARIE-maskine",
    "KANARIE-vindue",
    "KANARIE-filnavn",
    "KANARIE-neutral-note",
    "KANARIE-telefon",
)
SENDER_NAME_CANARY = "KANARIE-Torben-Eks"
DOCTOR_CANARY = "KANARIE-laege"


def made_picture(
    width_px: int, height_px: int, colour: tuple[int, int, int] = (90, 120, 150)
) -> bytes:
    """A small picture with a gradient, so that a shifted or lost row is seen."""
    rows = bytearray()
    for y in range(height_px):
        for x in range(width_px):
            rows += bytes(((colour[0] + x) % 256, (colour[1] + y) % 256, (colour[2] + x * y) % 256))
    return encode_png(Pixels(width_px, height_px, bytes(rows)))


def made_post(
    width_px: int, height_px: int, name: str, place: str, words: str, boxes: tuple[Box, ...] = ()
) -> bytes:
    """A picture of a post that never was."""
    image = Image.new("RGB", (width_px, height_px), (240, 242, 245))
    draw = ImageDraw.Draw(image)

    def font(face: str, size: int) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(str(FONTS / f"NotoSans-{face}.ttf"), size)

    unit = max(width_px // 60, 10)
    draw.rectangle((0, 0, width_px, unit * 3), fill=(255, 255, 255))
    draw.rounded_rectangle(
        (unit * 6, unit // 2, width_px - unit * 6, unit * 5 // 2), unit, fill=(236, 238, 241)
    )
    draw.text(
        (unit * 8, unit), "facebook.example/groups/nordby", (90, 96, 110), font("Regular", unit)
    )
    left, top = unit * 8, unit * 6
    right = width_px - left
    lines = _wrapped(words, max((right - left - 3 * unit) // (unit * 2 // 3), 12))
    draw.rounded_rectangle(
        (left, top, right, top + unit * (9 + 3 * len(lines))), unit, fill=(255, 255, 255)
    )
    draw.text((left + unit * 3 // 2, top + unit), name, (31, 42, 55), font("Bold", unit * 3 // 2))
    draw.text(
        (left + unit * 3 // 2, top + unit * 7 // 2), place, (91, 100, 114), font("Regular", unit)
    )
    for at, line in enumerate(lines):
        draw.text(
            (left + unit * 3 // 2, top + unit * 6 + at * unit * 3),
            line,
            (31, 42, 55),
            font("Regular", unit * 4 // 3),
        )
    for box in boxes:
        draw.rectangle((box.x, box.y, box.x + box.width, box.y + box.height), fill=(0, 0, 0))
    return encode_png(Pixels(width_px, height_px, image.tobytes()))


def _wrapped(words: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in words.split():
        if line and len(line) + len(word) + 1 > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


class SampleCase:
    """A case being written, entry by entry, with the objects its entries sealed."""

    def __init__(self) -> None:
        self.entries: list[StoredEntry] = []
        self.objects: dict[EntryId, bytes] = {}
        self._next = {EVIDENCE: 0, PRIVATE: 0}
        for chain, kind in ((EVIDENCE, "evidence"), (PRIVATE, "private")):
            body = {
                "kind": "genesis",
                "version": 1,
                "format": 1,
                "vault": "b" * 32,
                "case": "c" * 32,
            }
            body |= {"chain_kind": kind, "program": "bevismappe"}
            self._append({"genesis": json.dumps(body).encode()}, chain, "2026-11-02T09:00:00.000Z")

    def _append(self, parts: dict[str, bytes], chain: str, time: str) -> EntryId:
        id = EntryId(chain, self._next[chain])
        self._next[chain] += 1
        self.entries.append(stored(id, dict(parts), time))
        return id

    def add_bodies(self, parts: dict[str, bytes], chain: str = EVIDENCE) -> EntryId:
        """Append an entry of raw bodies."""
        return self._append(parts, chain, "2026-11-23T17:00:00.000Z")

    def add(
        self,
        facts: Part,
        time: str = "2026-11-23T13:03:12.000Z",
        *,
        chain: str = EVIDENCE,
        png: bytes | None = None,
        media_type: str = "image/png",
        person: str = "Mette Eks",
        **parts: Part,
    ) -> EntryId:
        """Append an entry; ``png`` is sealed with it."""
        own = Machine(device="KANARIE-maskine", boot_id="KANARIE-maskine")
        machine = parts.pop("machine", own)
        every = {"facts": facts, **parts, "person": Person(actor=person), "machine": machine}
        bodies = {name: encode(part) for name, part in every.items()}
        if png is not None:
            body = {"kind": "object", "version": 1, "sha256": hashlib.sha256(png).hexdigest()}
            body |= {"size": len(png), "media_type": media_type}
            bodies["object"] = json.dumps(body).encode()
        id = self._append(bodies, chain, time)
        if png is not None:
            self.objects[id] = png
        return id

    def capture(self, png: bytes, time: str, size: tuple[int, int], **facts: Any) -> EntryId:
        """A screenshot."""
        parts = {"series": facts.pop("series")} if "series" in facts else {}
        known: dict[str, Any] = {
            "method": CaptureMethod.REGION,
            "width_px": size[0],
            "height_px": size[1],
        }
        return self.add(
            CaptureFacts(captured_at=time, **{**known, **facts}),
            time,
            png=png,
            window=CaptureWindow(title="KANARIE-vindue", program="KANARIE-vindue"),
            **parts,
        )

    @property
    def state(self) -> CaseState:
        """The case so far."""
        return state_of(self.entries)

    @property
    def receipt(self) -> PrintedReceipt:
        """The head of the evidence chain; the code is made up."""
        return PrintedReceipt(EntryId(EVIDENCE, self._next[EVIDENCE] - 1), CODE)

    @property
    def open_object(self) -> Callable[[EntryId], BinaryIO]:
        """Gives the sealed bytes as a stream."""
        return lambda id: io.BytesIO(self.objects[id])


def small_case() -> SampleCase:
    """One covered exhibit, one open one, one file without a picture; every canary is in it somewhere."""
    case = SampleCase()
    case.add(CaseFacts(title="Min sag, efterår 2026", local_ref="ME-7"))
    case.add(Author(name="Mette Eks", job_title="socialrådgiver", workplace="Nordby Kommune"))
    first = case.capture(made_picture(64, 40), "2026-11-23T13:03:11.000Z", (64, 40))
    second = case.capture(made_picture(40, 64, (200, 10, 10)), "2026-11-23T14:00:00.000Z", (40, 64))
    third = case.add(
        FileFacts(added_at="2026-11-23T15:00:00.000Z", media_type="application/pdf", size=4812),
        png=b"%PDF not a picture",
        media_type="application/pdf",
        source=FileSource(name="KANARIE-filnavn.pdf"),
    )
    case.add(
        WorkingCopyFacts(parent=first, width_px=64, height_px=40),
        png=made_picture(64, 40, (0, 0, 0)),
        marks=WorkingCopyMarks(marks=(Number(45, 20, "Beskyldning om korruption"),)),
        redactions=WorkingCopyRedactions(redactions=(Redaction(Box(1, 1, 9, 9), "barns navn"),)),
        full=WorkingCopyFull(),
    )
    case.add(
        IncidentFacts(
            platform="Facebook",
            venue_name="Borgere i Nordby",
            permalink="https://facebook.example/groups/nordby/posts/88120",
            published_at_text="3 t",
            published_at="2026-11-23T09:58:00.000Z",
            first_seen_at="2026-11-23T12:55:00.000Z",
            visibility=Visibility.PUBLIC,
            audience="4.812 medlemmer",
            access_basis=AccessBasis.PUBLIC,
            exhibits=(first, second, third),
        ),
        sender=IncidentSender(
            handle="@torben.eks", profile_url="https://facebook.example/torben.eks"
        ),
        sender_name=IncidentSenderName(
            display_name=SENDER_NAME_CANARY, relation=SENDER_NAME_CANARY
        ),
        text=IncidentText(quote="Hun er korrupt", description="Opslag om mit arbejde"),
    )
    contact = case.add(
        ContactFacts(role=Role.MANAGER, organisation="Familieafdelingen"),
        contact=ContactPerson(name="Hanne Eks", phone="KANARIE-telefon"),
    )
    case.add(
        NotificationFacts(
            role=Role.MANAGER,
            at="2026-11-23T13:30:00.000Z",
            channel=Channel.MEETING,
            contact=contact,
        ),
        to=NotificationPerson(name="Hanne Eks"),
        text=NotificationText(said="Fortalt om opslaget", reply="Vi taler om det"),
    )
    case.add(
        NotificationFacts(role=Role.DOCTOR, at="2026-11-23T16:00:00.000Z", channel=Channel.PHONE),
        to=NotificationPerson(name=DOCTOR_CANARY),
        text=NotificationText(said=DOCTOR_CANARY),
    )
    case.add(
        RequestFacts(
            role=Role.MANAGER,
            at="2026-11-23T13:40:00.000Z",
            due_on="2026-11-30",
            reply_at="2026-11-24T07:00:00.000Z",
            about=first,
        ),
        to=RequestPerson(name="Hanne Eks"),
        text=RequestText(what="Et møde i denne uge", reply="På torsdag"),
    )
    case.add(
        RequestFacts(role=Role.DOCTOR, at="2026-11-23T16:10:00.000Z"),
        to=RequestPerson(name=DOCTOR_CANARY),
        text=RequestText(what=DOCTOR_CANARY, reply=DOCTOR_CANARY),
    )
    case.add(NoteFacts(about=first), text=NoteText(text="KANARIE-neutral-note"))
    case.add(NoteFacts(), chain=PRIVATE, text=NoteText(text="KANARIE-privat-note"))
    return case


def many_pictures(count: int, png: bytes, size: tuple[int, int]) -> SampleCase:
    """A case of equal screenshots."""
    case = SampleCase()
    case.add(CaseFacts(title="Mange billeder"))
    for number in range(count):
        case.capture(png, f"2026-11-{number % 28 + 1:02d}T13:03:11.000Z", size)
    return case
