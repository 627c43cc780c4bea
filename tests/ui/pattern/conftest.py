"""A case with a post, its repost and what was done about the first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.write_down import write_down
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.takedown import TAKEDOWN, TakedownDraft
from app.vocabulary import ContentTag, IncidentKind, TakedownStatus
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
    """A post, what was asked about it, and the same post again."""
    write_down(
        desk.case,
        IncidentDraft(
            form=IncidentKind.POST,
            tags=(ContentTag.THREAT,),
            platform="Nabolaget",
            published="2026-11-01T20:10:00.000Z",
        ),
    )
    first = desk.case.state.of(INCIDENT)[0].id
    write_down(
        desk.case,
        TakedownDraft(
            incidents=(first,), status=TakedownStatus.SENT, at="2026-11-02T08:00:00.000Z"
        ),
    )
    write_down(
        desk.case,
        IncidentDraft(
            form=IncidentKind.SHARE,
            platform="Nabolaget",
            repost_of=first,
            after_warning=desk.case.state.of(TAKEDOWN)[0].id,
            published="2026-11-21T20:10:00.000Z",
        ),
    )
    desk.session.publish()
    return [each.id for each in desk.session.state.of(INCIDENT)]
