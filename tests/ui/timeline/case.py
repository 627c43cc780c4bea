"""A case in memory with one of each kind, and a page that remembers what it is told."""

from __future__ import annotations

from typing import Any

from app.casework import CaseState, Kept
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.dossier import DeliveryFacts, DossierFacts
from app.casework.kinds.file import FileFacts, FileSource
from app.casework.kinds.handed_over import HandedOverFacts, HandedOverPerson
from app.casework.kinds.incident import IncidentFacts, IncidentSender, IncidentText
from app.casework.kinds.note import NoteFacts, NoteText
from app.casework.kinds.notification import NotificationFacts, NotificationPerson, NotificationText
from app.picture import Pixels
from app.timeline import Row, TimelineRows, Ways, all_rows
from app.ui.timeline.details import Detail
from app.ui.timeline.fetching import Found
from app.ui.timeline.said import Said
from app.ui.timeline.sharing import Answer
from app.vocabulary import Channel, IncidentKind, Role, Visibility
from evidence_store import EntryId
from tests.fakes.ledger import EVIDENCE, PRIVATE, FakeLedger, picture


def capture(ledger: FakeLedger, time: str = "", url: str = "", *, context: bool = False) -> EntryId:
    facts = CaptureFacts(captured_at=time, width_px=800, height_px=600, url=url, context=context)
    return ledger.add(facts, time=time, object=picture())


def post(ledger: FakeLedger, *exhibits: EntryId, time: str = "", **facts: object) -> EntryId:
    return ledger.add(
        IncidentFacts(
            platform="Nabolaget",
            form=IncidentKind.POST,
            exhibits=exhibits,
            **facts,  # type: ignore[arg-type]  # fields of the record, by name
        ),
        time=time,
        sender=IncidentSender(handle="torben.eks"),
        text=IncidentText(description="Nævner mit navn"),
    )


def told(ledger: FakeLedger, role: Role = Role.MANAGER, at: str = "") -> EntryId:
    return ledger.add(
        NotificationFacts(role=role, at=at, channel=Channel.PHONE),
        to=NotificationPerson(name="Anne Eks"),
        text=NotificationText(said="Jeg fortalte om opslaget"),
    )


def note(
    ledger: FakeLedger, words: str, *, private: bool = False, corrects: EntryId | None = None
) -> EntryId:
    chain = PRIVATE if private else EVIDENCE
    return ledger.add(NoteFacts(corrects=corrects), chain=chain, text=NoteText(text=words))


def report(ledger: FakeLedger, head: EntryId | None = None, time: str = "") -> EntryId:
    facts = DossierFacts(head=head or EntryId(EVIDENCE, 0), recipient="manager", pages=7)
    return ledger.add(facts, time=time, object=picture(2))


def package(ledger: FakeLedger, dossier: EntryId, time: str = "") -> EntryId:
    facts = DeliveryFacts(dossier=dossier, recipient="manager", package_sha256="ab" * 32)
    return ledger.add(facts, time=time)


def full_case() -> CaseState:
    """One exhibit, a file, the post about the first, notes, a message, a report and its hand-over."""
    ledger = FakeLedger()
    exhibit = capture(ledger, "2026-11-22T16:42:00.000Z")
    ledger.add(
        FileFacts(added_at="2026-11-22T17:00:00.000Z", media_type="audio/mp4", size=2_400_000),
        time="2026-11-22T17:00:00.000Z",
        source=FileSource(name="besked.m4a"),
        object=picture(1),
    )
    post(
        ledger,
        exhibit,
        time="2026-11-23T08:00:00.000Z",
        first_seen_at="2026-11-22T16:30:00.000Z",
        venue_name="Borgere i Nordby",
        visibility=Visibility.PUBLIC,
        permalink="https://nabolaget.example/88120",
    )
    note(ledger, "En kollega fandt opslaget")
    note(ledger, "Sov dårligt", private=True)
    told(ledger, at="2026-11-23T12:20:00.000Z")
    dossier = report(ledger, exhibit, time="2026-11-23T13:00:00.000Z")
    saved = package(ledger, dossier, time="2026-11-23T13:01:00.000Z")
    ledger.add(
        HandedOverFacts(
            what=saved, role=Role.MANAGER, channel=Channel.MAIL, at="2026-11-23T14:00:00.000Z"
        ),
        time="2026-11-23T15:00:00.000Z",
        to=HandedOverPerson(name="Anne Eks"),
    )
    return ledger.state()


def rows_of(state: CaseState, kind: Kept[Any], *, private: bool = False) -> list[Row]:
    """The rows of one kind, oldest first, the hidden ones too."""
    rows = all_rows(state, Ways(newest_first=False, hidden=True)).rows
    return [row for row in rows if row.kind is kind and row.private is private]


class FakePage:
    """Remembers the last it was told of each."""

    def __init__(self) -> None:
        self.summary = ""
        self.step = ("", "", "")
        self.empty = False
        self.said = Said()
        self.fresh: frozenset[EntryId] = frozenset()
        self.brought = 0
        self.timeline = TimelineRows()
        self.chosen: EntryId | None = None
        self.shown = 0
        self.detail: Detail | None = None
        self.codes: list[str] = []
        self.pictures: list[tuple[Pixels | None, str]] = []
        self.thumbnails: list[Found] = []
        self.asked: list[tuple[str, Answer]] = []

    def show_summary(self, sentence: str) -> None:
        self.summary = sentence

    def show_step(self, title: str, reason: str, button: str) -> None:
        self.step = (title, reason, button)

    def show_empty(self, *, empty: bool) -> None:
        self.empty = empty

    def show_said(self, said: Said) -> None:
        self.said = said

    def show_rows(
        self,
        timeline: TimelineRows,
        chosen: EntryId | None,
        *,
        show: bool,
        fresh: frozenset[EntryId],
    ) -> None:
        self.timeline, self.chosen, self.fresh = timeline, chosen, fresh
        self.shown += 1
        self.brought += show

    def show_detail(self, detail: Detail | None) -> None:
        self.detail = detail

    def show_code(self, id: EntryId, code: str) -> None:
        self.codes.append(code)

    def show_picture(self, id: EntryId, pixels: Pixels | None, sentence: str = "") -> None:
        self.pictures.append((pixels, sentence))

    def ask_what_is_shared(self, told: str, answer: Answer) -> None:
        self.asked.append((told, answer))

    def show_thumbnails(self, found: Found) -> None:
        self.thumbnails.append(found)
