"""Fixtures: a case with one picture, and with a post that it shows. Folders that begin so take them in by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from evidence_store import EntryId
from tests.worlds import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


@pytest.fixture
def picture(desk: Desk) -> EntryId:
    (entry,) = capture_and_seal(desk.case, desk.open_screen(), CaptureWish())
    desk.session.publish()
    return entry


@pytest.fixture
def post(desk: Desk, picture: EntryId) -> EntryId:
    draft = IncidentDraft(
        exhibits=(picture,),
        platform="Nabolaget",
        quote="Hun lyver",
        first_seen="2026-11-22T18:00:00.000Z",
    )
    entry = write_down(desk.case, draft)
    desk.session.publish()
    return entry
