"""A case with posts, and with people to ask again, on a Monday in November."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.write_down import write_down
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.notification import NotificationDraft
from app.casework.kinds.request import RequestDraft
from app.vocabulary import Role
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
    """A post of this week-end, another one of this morning, and one of last spring."""
    drafts = (
        IncidentDraft(
            quote="Ord",
            published="2026-11-21T20:10:00.000Z",
            first_seen="2026-11-22T18:03:00.000Z",
        ),
        IncidentDraft(quote="To", first_seen="2026-11-23T08:00:00.000Z"),
        IncidentDraft(quote="Tre", first_seen="2026-03-02T08:00:00.000Z"),
    )
    for draft in drafts:
        write_down(desk.case, draft)
    write_down(desk.case, NotificationDraft(role=Role.MANAGER, follow_up="2026-11-27"))
    write_down(desk.case, RequestDraft(role=Role.HR, what="Et møde", due="2026-11-20"))
    desk.session.publish()
    return [each.id for each in desk.session.state.of(INCIDENT)]
