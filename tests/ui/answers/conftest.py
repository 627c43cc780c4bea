"""A case in which much was asked for, on a Monday in November."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.write_down import write_down
from app.casework.kinds.answer import AnswerDraft
from app.casework.kinds.caseworker_change import ChangeDraft
from app.casework.kinds.measure import MeasureDraft
from app.casework.kinds.notification import NotificationDraft
from app.casework.kinds.request import RequestDraft
from app.casework.kinds.support import SupportDraft
from app.vocabulary import (
    AnswerKind,
    Channel,
    MeasureKind,
    MeasureStatus,
    Outcome,
    PromiseStatus,
    RequestTopic,
    Role,
    SupportKind,
)
from evidence_store import EntryId
from tests.worlds import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


def at(day: int) -> str:
    return f"2026-11-{day:02}T09:00:00.000Z"


@pytest.fixture
def asked(desk: Desk) -> dict[str, EntryId]:
    """Two requests that wait, one that was answered and kept, and what else the workplace did."""
    case, found = desk.case, {}
    found["meeting"] = write_down(
        case, RequestDraft(role=Role.MANAGER, topic=RequestTopic.MEETING, at=at(9), what="Et møde")
    )
    found["yes"] = write_down(
        case,
        AnswerDraft(
            about=found["meeting"],
            role=Role.MANAGER,
            said="Vi mødes i morgen",
            promise="Et møde",
            due="2026-11-10",
            kept=PromiseStatus.KEPT,
            at=at(9),
        ),
    )
    found["guidelines"] = write_down(
        case,
        RequestDraft(
            role=Role.MANAGER,
            topic=RequestTopic.GUIDELINES,
            channel=Channel.CONVERSATION,
            what="Hvad gælder hos os?",
            at=at(16),
        ),
    )
    found["young"] = write_down(case, RequestDraft(role=Role.HR, what="Et tilbud", at=at(22)))
    found["told"] = write_down(case, NotificationDraft(role=Role.SAFETY_REP, at=at(12)))
    found["promised"] = write_down(
        case,
        AnswerDraft(
            about=found["told"],
            role=Role.SAFETY_REP,
            reply=AnswerKind.YES,
            promise="At tale med lederen",
            due="2026-11-20",
            at=at(13),
        ),
    )
    found["tasks"] = write_down(
        case,
        MeasureDraft(
            action=MeasureKind.OTHER_TASKS,
            role=Role.MANAGER,
            status=MeasureStatus.AGREED,
            due="2026-12-01",
            at=at(18),
        ),
    )
    found["talks"] = write_down(
        case, SupportDraft(form=SupportKind.CRISIS_SUPPORT, role=Role.HR, at=at(19))
    )
    found["proposal"] = write_down(
        case,
        ChangeDraft(role=Role.MANAGER, at=at(11), outcome=Outcome.NOT_MET, why="Det er for tæt på"),
    )
    desk.session.publish()
    return found
