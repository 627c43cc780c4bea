"""A case in which others may ask about two posts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.write_down import write_down
from app.casework.kinds.incident import INCIDENT
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
def posts(desk: Desk) -> list[EntryId]:
    """Two posts without a link, the first of them with a time."""
    write_down(desk.case, IncidentDraft(quote="Ord", published="2026-11-21T20:10:00.000Z"))
    write_down(desk.case, IncidentDraft(quote="To"))
    desk.session.publish()
    return [each.id for each in desk.session.state.of(INCIDENT)]
