"""A case with three incidents that have to do with each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.notification import NotificationDraft
from app.casework.kinds.police_report import PoliceDraft
from app.vocabulary import ContentTag, PoliceStatus, Role
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
    """One with a link that was reported, one without, and an old one that was posted again and noted late."""
    case = desk.case
    old = write_down(
        case,
        IncidentDraft(
            quote="Tre",
            platform="Kvidder",
            url="https://kvidder.example/3",
            first_seen="2026-11-02T08:00:00.000Z",
        ),
    )
    new = write_down(
        case,
        IncidentDraft(
            quote="Ét",
            platform="Nabolaget",
            url="https://nabolaget.example/1",
            published="2026-11-22T20:00:00.000Z",
            first_seen="2026-11-23T09:00:00.000Z",
            tags=(ContentTag.THREAT, ContentTag.ABUSE),
            handle="torben.eks",
            repost_of=old,
        ),
    )
    bare = write_down(
        case, IncidentDraft(quote="To", platform="Nabolaget", first_seen="2026-11-23T08:00:00.000Z")
    )
    write_down(case, PoliceDraft(status=PoliceStatus.REPORTED, incidents=(new,)))
    write_down(case, NotificationDraft(role=Role.MANAGER, incidents=(old,)))
    desk.session.publish()
    return [new, bare, old]
