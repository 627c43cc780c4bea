"""What a person does while the timeline is shown."""

from __future__ import annotations

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.casework.kinds.incident import (
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from evidence_store import EntryId
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.worlds import Desk
from tests.written import record_incident


def capture(desk: Desk) -> None:
    screen = FakeScreen(desk.clock, striped_pixels(120, 80, 0))
    capture_and_seal(desk.case, screen, CaptureWish())
    desk.session.publish()


def post(desk: Desk, *exhibits: EntryId, words: str = "Nævner mit navn") -> EntryId:
    entry = record_incident(
        desk.case,
        IncidentFacts(exhibits=exhibits),
        IncidentSender(),
        IncidentSenderName(),
        IncidentText(description=words),
    )
    desk.session.publish()
    return entry
