"""A case in which every field of every kind of entry says something, corrections included."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.actions.add_file import add_bytes
from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.hand_over import hand_over
from app.actions.mark_and_redact import mark_and_redact
from app.actions.open_case import OpenCase
from app.capture import Region
from app.casework.kinds.case import Author, CaseFacts
from app.casework.kinds.contact import ContactFacts, ContactPerson
from app.casework.kinds.incident import (
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.note import NoteFacts
from app.casework.kinds.notification import NotificationFacts, NotificationPerson, NotificationText
from app.markup import Arrow, Box, Frame, Highlight, Number, Redaction, Text
from app.picture import encode_png
from app.vocabulary import AccessBasis, Channel, IncidentKind, Role, Visibility
from evidence_store import EntryId
from tests.e2e.walk.every_kind import write_every_kind
from tests.e2e.walk.house import MACHINE
from tests.fakes.screen import striped_pixels
from tests.worlds import FONT, World, order
from tests.written import keep_contact, record_incident, write_note

TRACKING = "fbclid=KANARIEklik&utm_source=KANARIEkampagne"
FULL_LINK = f"https://facebook.example/groups/nordby/?{TRACKING}"
MAIL = (
    b"From: KANARIE@example.invalid\r\n"
    # Six figures: one of four is also some place or length in a PDF.
    + (b"X-Fyld: " + b"x" * 900 + b"\r\n") * 140
    + b"\r\n"
    + (b"hej " * 50 + b"\r\n") * 30
)
PAGE_ROWS = 1754
MARKS = (
    Text(32, 26, "KANARIE-dækket", 12),
    Text(120, 100, "set", 10),
    Frame(Box(20, 20, 70, 30), "KANARIE-ramme"),
    Highlight(Box(60, 30, 90, 12), "KANARIE-gul"),
    Arrow(10, 130, 50, 140, "KANARIE-pil"),
    Number(80, 45, "KANARIE-nummer"),
    Number(200, 120, "Påstand om min afgørelse"),
)
BOXES = (
    Redaction(Box(45, 30, 30, 12), "KANARIE-indre"),
    Redaction(Box(30, 20, 90, 50), "Barns navn"),
)


def rich_case(folder: Path) -> OpenCase:
    """The case, in a vault that the caller closes."""
    world = World(folder, machine=MACHINE, picture=striped_pixels(240, 160))
    case = world.begin(world.make_vault(), "Sagen med alt")
    titled = case.seal({"facts": CaseFacts(title="Sagen med alt", local_ref="REF-77")})
    case.seal({"facts": CaseFacts(title="Sagen med alt i", local_ref="REF-78", corrects=titled)})
    author = Author(name="Mette Eks", job_title="socialrådgiver", workplace="Nordby Kommune")
    first = case.seal({"facts": author})
    case.seal({"facts": replace(author, corrects=first)})
    screen = world.open_screen()
    wish = CaptureWish(region=Region(0, 0, 220, 150), context=True, url=FULL_LINK)
    capture_and_seal(case, screen, wish)
    capture_and_seal(case, screen, CaptureWish(url="https://avis.example/artikel?id=12"))
    mark_and_redact(case, case.state.exhibits[0], marks=MARKS[:3], font=FONT)
    mark_and_redact(case, case.state.exhibits[0], marks=MARKS[3:], redactions=BOXES, font=FONT)
    with pytest.MonkeyPatch.context() as few:
        # It is longer than is drawn, as many mails are; two pages are enough to look through.
        few.setattr("app.picture.text_page._MOST_ROWS", 2 * PAGE_ROWS)
        add_bytes(case, MAIL, origin="KANARIE-mail.eml")
    add_bytes(case, encode_png(striped_pixels(60, 40)), origin="KANARIE-billede.png")
    _tell(case)
    given = hand_over(case, order(), folder / "for-et-blik.zip")
    named = {
        "exhibit": case.state.exhibits[0].original,
        "dossier": given.made.entry,
        "delivery": given.delivery,
    }
    write_every_kind(case, folder, named)
    return case


def _tell(case: OpenCase) -> None:
    originals = tuple(each.original for each in case.state.exhibits)
    incident = _incident(case, originals, None)
    _incident(case, originals, incident)
    record_incident(
        case,
        IncidentFacts(url=FULL_LINK, first_seen_at="2026-11-20T12:55:00.000Z"),
        IncidentSender(platform_id="1000417"),
        IncidentSenderName(),
        IncidentText(),
    )
    manager = ContactFacts(role=Role.MANAGER, organisation="Familieafdelingen")
    person = ContactPerson(name="Anne Eks", phone="KANARIE-telefon", mail="KANARIE-mail")
    contact = keep_contact(case, manager, person)
    corrected = ContactFacts(role=Role.MANAGER, organisation="Familie og unge", corrects=contact)
    keep_contact(case, corrected, person)
    union = ContactFacts(role=Role.UNION_CONSULTANT, organisation="Faglig forening")
    helper = keep_contact(case, union, ContactPerson(name="Bo Eks", mail="KANARIE-mail"))
    told = _notify(case, Role.MANAGER, contact, originals[0], None)
    _notify(case, Role.MANAGER, contact, originals[0], told)
    _notify(case, Role.UNION_CONSULTANT, helper, None, None)
    _notify(case, Role.COLLEAGUE, helper, None, None)
    note = write_note(case, "KANARIE-neutral", NoteFacts(about=originals[0]))
    write_note(case, "KANARIE-neutral-ret", NoteFacts(corrects=note))
    write_note(case, "KANARIE-privat", NoteFacts(), private=True)


def _incident(case: OpenCase, shown: tuple[EntryId, ...], corrects: EntryId | None) -> EntryId:
    return record_incident(
        case,
        IncidentFacts(
            form=IncidentKind.COMMENT,
            platform="Facebook",
            venue_name="Borgere i Nordby",
            url=FULL_LINK,
            permalink=f"https://facebook.example/groups/nordby/posts/88120/?comment_id=5&{TRACKING}",
            published_at_text="3 t",
            published_at="2026-11-23T09:58:00.000Z",
            first_seen_at="2026-11-23T12:55:00.000Z",
            visibility=Visibility.GROUP,
            audience="4.812 medlemmer",
            access_basis=AccessBasis.MEMBER,
            exhibits=shown,
            corrects=corrects,
        ),
        IncidentSender(
            handle="@torben.eks",
            profile_url=f"https://facebook.example/torben.eks?{TRACKING}",
            platform_id="1000417",
        ),
        IncidentSenderName(display_name="Torben Eks", relation="forælder"),
        IncidentText(
            quote="Hun er korrupt", why_offensive="Det passer ikke", description="Om mit arbejde"
        ),
    )


def _notify(
    case: OpenCase, role: Role, contact: EntryId, sent: EntryId | None, corrects: EntryId | None
) -> EntryId:
    # Sealed as older versions did: that is where an entry can be named that is no dossier.
    return case.seal(
        {
            "facts": NotificationFacts(
                role=role,
                at="2026-11-23T13:30:00.000Z",
                channel=Channel.MEETING,
                sent=sent,
                reply_at="2026-11-24T07:15:00.000Z",
                follow_up_on="2026-12-01",
                contact=contact,
                corrects=corrects,
            ),
            "to": NotificationPerson(name=f"Anne {role.value}"),
            "text": NotificationText(
                said=f"Fortalt om opslaget {role.value}", reply="Vi taler om det"
            ),
        }
    )
