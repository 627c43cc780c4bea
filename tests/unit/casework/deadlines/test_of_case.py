"""What of a case deadlines count from: what is in sight, with times that can be reckoned with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.actions.hide import hide
from app.actions.open_case import OpenCase
from app.actions.write_down import write_down
from app.casework import facts_of
from app.casework.deadlines.facts import PROMISE, NotedOn
from app.casework.kinds.answer import AnswerDraft
from app.casework.kinds.caseworker_change import ChangeDraft
from app.casework.kinds.concern import ConcernDraft
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.notification import NotificationDraft
from app.casework.kinds.police_report import PoliceDraft
from app.casework.kinds.request import RequestDraft
from app.vocabulary import AnswerKind, PoliceStatus, PromiseStatus, Role
from tests.worlds import World


@pytest.fixture
def case(tmp_path: Path) -> Iterator[OpenCase]:
    world = World(tmp_path)
    with world.make_vault() as vault:
        yield world.begin(vault)


def test_an_incident_counts_from_its_own_times(case: OpenCase) -> None:
    entry = write_down(
        case,
        IncidentDraft(
            quote="Ord",
            published="2026-11-20T20:00:00.000Z",
            first_seen="2026-11-23T08:00:00.000Z",
        ),
    )
    (event,) = facts_of(case.state).events
    assert event.id == entry
    assert event.published == datetime(2026, 11, 20, 20, tzinfo=UTC)
    assert event.first_seen == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert event.captured is None


def test_what_was_put_out_of_sight_counts_from_nothing(case: OpenCase) -> None:
    entries = [
        write_down(case, draft)
        for draft in (
            IncidentDraft(quote="Ord", first_seen="2026-11-23T08:00:00.000Z"),
            NotificationDraft(role=Role.MANAGER, follow_up="2026-12-01"),
            RequestDraft(what="Et møde", due="2026-12-01"),
        )
    ]
    assert len(facts_of(case.state).follow_ups) == 2
    for entry in entries:
        hide(case, entry)
    facts = facts_of(case.state)
    assert (facts.events, facts.follow_ups) == ((), ())


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00.000Z", "9998-12-31T00:00:00.000Z"])
def test_a_year_that_nothing_can_be_reckoned_in_is_not_known(case: OpenCase, text: str) -> None:
    write_down(case, IncidentDraft(quote="Ord", first_seen=text))
    (event,) = facts_of(case.state).events
    assert event.first_seen is None


def waiting(case: OpenCase) -> list[tuple[str, bool]]:
    return [(each.kind, each.answered) for each in facts_of(case.state).follow_ups]


def test_an_answer_that_was_noted_for_it_ends_the_waiting_and_taken_away_it_begins_anew(
    case: OpenCase,
) -> None:
    asked = write_down(case, RequestDraft(what="Et møde", due="2026-12-01"))
    assert waiting(case) == [("request", False)]
    answer = write_down(case, AnswerDraft(about=asked, reply=AnswerKind.NO))
    assert waiting(case) == [("request", True)]
    hide(case, answer)
    assert waiting(case) == [("request", False)]


def test_whatever_was_asked_or_promised_by_a_day_is_followed_up(case: OpenCase) -> None:
    day = "2026-12-01"
    write_down(case, RequestDraft(what="Et møde", due=day))
    write_down(case, NotificationDraft(role=Role.MANAGER, follow_up=day))
    write_down(case, ConcernDraft(what="Ord", follow_up=day))
    write_down(case, ChangeDraft(why="Ord", due=day))
    promised = write_down(case, AnswerDraft(promise="En vagt", due=day))
    kinds = ["request", "notification", "concern", "caseworker_change", PROMISE]
    assert waiting(case) == [(kind, False) for kind in kinds]
    write_down(case, AnswerDraft(kept=PromiseStatus.KEPT), corrects=promised)
    assert waiting(case)[-1] == (PROMISE, True)


def test_a_report_to_the_police_is_done_for_the_posts_it_names(case: OpenCase) -> None:
    first = write_down(case, IncidentDraft(platform="Facebook"))
    write_down(case, IncidentDraft(platform="Instagram"))
    late = "2026-11-20T23:30:00.000Z"  # the next day in Denmark
    report = write_down(
        case, PoliceDraft(status=PoliceStatus.REPORTED, at=late, incidents=(first,))
    )
    facts = facts_of(case.state)
    assert facts.police_reports == (NotedOn(on=date(2026, 11, 21), about=first),)
    assert facts.closings == ()
    write_down(
        case, PoliceDraft(status=PoliceStatus.DECIDED, status_on="2026-12-24"), corrects=report
    )
    facts = facts_of(case.state)
    assert facts.police_reports == (NotedOn(on=date(2026, 11, 21), about=first),)
    assert facts.closings == (NotedOn(on=date(2026, 12, 24), about=first),)
    hide(case, report, hidden=True)
    assert facts_of(case.state).police_reports == facts_of(case.state).closings == ()


@pytest.mark.parametrize("status", [PoliceStatus.UNKNOWN, PoliceStatus.NOT_REPORTED])
def test_what_is_not_reported_stops_no_clock(case: OpenCase, status: PoliceStatus) -> None:
    write_down(case, PoliceDraft(status=status, note="De kom forbi", status_on="2026-11-23"))
    facts = facts_of(case.state)
    assert facts.police_reports == facts.closings == ()


def test_a_report_that_names_no_post_and_no_time_counts_from_when_it_was_noted(
    case: OpenCase,
) -> None:
    write_down(case, PoliceDraft(status=PoliceStatus.RECEIVED, at=""))
    (noted,) = facts_of(case.state).police_reports
    assert noted == NotedOn(on=date(2026, 11, 23))
