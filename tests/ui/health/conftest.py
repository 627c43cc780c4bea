from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.write_down import write_down
from app.casework.kinds.absence import AbsenceDraft
from app.casework.kinds.expense import ExpenseDraft
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.injury_step import InjuryDraft
from app.casework.kinds.notification import NotificationDraft
from app.casework.kinds.reaction import ReactionDraft
from app.vocabulary import ExpenseKind, InjuryStep, ReactionKind, Role
from evidence_store import EntryId
from tests.worlds import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    desk.context.settings.choose_blur(blurred=False)
    yield desk
    desk.session.close()


@pytest.fixture
def noted(desk: Desk) -> dict[str, EntryId]:
    """A few things as they were noted, by a name for each."""
    post = write_down(desk.case, IncidentDraft(why="Usandt", first_seen="2026-11-20T10:00:00.000Z"))
    drafts = {
        "reaction": ReactionDraft(
            reactions=(ReactionKind.SLEEP,), started="2026-11-20T13:00:00.000Z", incidents=(post,)
        ),
        "absence": AbsenceDraft(from_on="2026-11-02", to_on="2026-11-04", percent=50),
        "expense": ExpenseDraft(
            form=ExpenseKind.MEDICINE, amount=12345, refunded=2345, paid_on="2026-11-10"
        ),
        "step": InjuryDraft(
            step=InjuryStep.EMPLOYER_REPORT,
            at="2026-11-12T09:00:00.000Z",
            receipt_on="2026-11-14",
        ),
    }
    told = NotificationDraft(role=Role.MANAGER, at="2026-11-01T09:00:00.000Z")
    write_down(desk.case, told)
    made = {name: write_down(desk.case, draft) for name, draft in drafts.items()}
    desk.session.publish()
    return {"post": post, **made}
