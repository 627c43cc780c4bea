"""Makes the sample case of program version 0.1.0: what that version sealed, with all that no page shows.

It was run once with the code of that version; the vault it made is frozen. Later versions make packages of it in
tests, so that what older entries hold beyond the pages stays in the house. It cannot be made anew by later code.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from app.actions.add_file import add_bytes
from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.cases import begin_case
from app.actions.machine import MachineFacts
from app.actions.mark_and_redact import mark_and_redact, set_layer
from app.actions.open_case import OpenCase
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
from app.markup import Arrow, Box, Frame, Highlight, Layer, Number, Redaction, Text
from app.vocabulary import Channel, Role, Visibility
from evidence_store import HeadMemory, Vault
from tests.fakes.clock import FakeClock
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.unit.house.tree import ROOT
from tests.written import keep_contact, record_incident, record_notification, write_note

PASSPHRASE = "ordene under feltet 2026"
FONT = ROOT / "resources" / "fonts" / "NotoSans-Bold.ttf"
MACHINE = MachineFacts(
    device="KANARIE-maskine", program="Bevismappe 0.1.0", python="3.11", qt="6.11", os="Linux"
)
TRACKED = "https://facebook.example/groups/nordby/posts/88120/?fbclid=KANARIEsporing&ref=KANARIEref"
PLAIN = "https://facebook.example/groups/nordby/posts/88121/?id=7"


def make(folder: Path) -> None:
    """One case: three captures, two of them with copies, an added file, a post, a note, and people."""
    folder.mkdir(parents=True)
    path = folder / "case.bevismappe"
    with (
        tempfile.TemporaryDirectory() as memory,
        Vault.create(path, PASSPHRASE, heads=HeadMemory(Path(memory))) as vault,
    ):
        case = begin_case(vault, clock=FakeClock(), machine=MACHINE, title="")
        case.seal({"facts": CaseFacts(title="Min sag", local_ref="ME-7")})
        case.seal({"facts": Author(name="Mette Eks", workplace="Nordby Kommune")})
        for seed, url in enumerate((TRACKED, PLAIN, "")):
            screen = FakeScreen(case.clock, striped_pixels(240, 160, seed))
            capture_and_seal(case, screen, CaptureWish(url=url))
        _mark(case)
        add_bytes(case, b"vedlagt" * 191, origin="KANARIE-filnavn")
        _tell(case)
    (folder / "passphrase.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")


def _mark(case: OpenCase) -> None:
    """A copy with words under the box and captions that no page shows, made in two steps; and a plain one."""
    hiding, plain = case.state.exhibits[0], case.state.exhibits[1]
    marks = (
        Text(34, 28, "KANARIE-under-feltet", 12),
        Frame(Box(32, 24, 83, 20), "KANARIE-rammetekst"),
        Arrow(20, 120, 60, 140, "KANARIE-piltekst"),
        Highlight(Box(100, 30, 41, 12), "KANARIE-gultekst"),
        Number(80, 40, "KANARIE-under-nummer"),
        Number(200, 120, "Påstand om sagen"),
    )
    mark_and_redact(case, hiding, marks=marks, font=FONT)
    boxes = (Redaction(Box(40, 26, 37, 13), "Barns navn"), Redaction(Box(30, 20, 160, 40), "Navn"))
    mark_and_redact(case, case.state.exhibits[0], redactions=boxes, font=FONT)
    layer = Layer(
        (Number(30, 120, "Fælles kaffe"),), (Redaction(Box(90, 20, 50, 20), "Cpr-nummer"),)
    )
    set_layer(case, plain, layer, FONT)


def _tell(case: OpenCase) -> None:
    first, second, third, file = (exhibit.original for exhibit in case.state.exhibits)
    record_incident(
        case,
        IncidentFacts(
            platform="Facebook",
            url=TRACKED,
            permalink="https://facebook.example/groups/nordby/posts/88120/?__cft__[0]=KANARIEcft",
            first_seen_at="2026-11-23T12:55:00.000Z",
            visibility=Visibility.PUBLIC,
            exhibits=(first, file),
        ),
        IncidentSender(
            handle="@torben.eks",
            profile_url="https://facebook.example/torben.eks?mibextid=KANARIEmib",
        ),
        IncidentSenderName(display_name="KANARIE-Torben-Eks", relation="KANARIE-relation"),
        IncidentText(quote="Hun er korrupt", description="Om mit arbejde"),
    )
    record_incident(
        case,
        IncidentFacts(platform="Facebook", permalink=PLAIN, exhibits=(second, third)),
        IncidentSender(handle="@torben.eks"),
        IncidentSenderName(),
        IncidentText(),
    )
    contact = keep_contact(
        case,
        ContactFacts(role=Role.MANAGER, organisation="Familieafdelingen"),
        ContactPerson(name="Anne Eks", phone="KANARIE-telefon"),
    )
    record_notification(
        case,
        NotificationFacts(
            role=Role.MANAGER,
            at="2026-11-23T13:30:00.000Z",
            channel=Channel.MEETING,
            contact=contact,
        ),
        NotificationPerson(name="Anne Eks"),
        NotificationText(said="Fortalt om opslaget"),
    )
    write_note(case, "KANARIE-neutral-note", NoteFacts())
    write_note(case, "KANARIE-privat-note", NoteFacts(), private=True)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
