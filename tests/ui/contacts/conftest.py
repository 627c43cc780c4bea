"""A case with people in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.write_down import write_down
from app.casework.kinds.contact import ContactDraft
from app.casework.kinds.notification import NotificationDraft
from app.vocabulary import Channel, Role
from tests.worlds import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


@pytest.fixture
def peopled(desk: Desk) -> Desk:
    """A manager who was told and answered, a shop steward who was not, and a colleague who is no contact."""
    case = desk.case
    manager = write_down(
        case,
        ContactDraft(
            role=Role.MANAGER,
            name="Anne Leder",
            organisation="Familieafdelingen",
            phone="12 34 56 78",
            mail="anne@nordby.example",
        ),
    )
    write_down(case, ContactDraft(role=Role.SHOP_STEWARD, name="Ole Eks"))
    for draft in (
        NotificationDraft(
            contact=manager,
            role=Role.MANAGER,
            at="2026-11-20T14:10:00.000Z",
            channel=Channel.CONVERSATION,
            said="Jeg bad om et møde",
        ),
        NotificationDraft(
            role=Role.MANAGER,
            name="Anne Leder",
            at="2026-11-22T14:10:00.000Z",
            channel=Channel.PHONE,
            reply="Vi mødes i morgen",
            reply_at="2026-11-22T15:00:00.000Z",
        ),
        NotificationDraft(
            role=Role.COLLEAGUE, at="2026-11-21T14:10:00.000Z", channel=Channel.MEETING
        ),
    ):
        write_down(case, draft)
    desk.session.publish()
    return desk
