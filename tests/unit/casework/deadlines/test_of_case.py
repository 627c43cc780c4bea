"""What of a case deadlines count from: what is in sight, with times that can be reckoned with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.actions.find_deadlines import find_deadlines, read_rulebook
from app.actions.hide import hide
from app.actions.open_case import OpenCase
from app.actions.write_down import write_down
from app.casework import Draft
from app.casework.deadlines import facts_of
from app.casework.deadlines.facts import PROMISE, Away, FollowedUp, InjuryReported, NotedOn
from app.casework.kinds.absence import AbsenceDraft
from app.casework.kinds.answer import AnswerDraft
from app.casework.kinds.care_contact import CareDraft
from app.casework.kinds.caseworker_change import ChangeDraft
from app.casework.kinds.concern import ConcernDraft
from app.casework.kinds.expense import ExpenseDraft
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.injury_step import InjuryDraft
from app.casework.kinds.notification import NotificationDraft
from app.casework.kinds.police_report import PoliceDraft
from app.casework.kinds.request import RequestDraft
from app.casework.kinds.takedown import TakedownDraft
from app.vocabulary import (
    AnswerKind,
    DeadlineState,
    InjuryStep,
    PoliceStatus,
    PromiseStatus,
    Role,
    TakedownStatus,
    TakedownTo,
    YesNo,
)
from tests.worlds import RESOURCES, World


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


def test_what_is_private_counts_too_and_belongs_to_its_incident(case: OpenCase) -> None:
    post = write_down(case, IncidentDraft(quote="Ord", first_seen="2026-11-02T08:00:00.000Z"))
    write_down(
        case,
        AbsenceDraft(from_on="2026-11-03", to_on="2026-11-05", percent=50, incidents=(post,)),
    )
    write_down(case, ExpenseDraft(amount=100, paid_on="2026-11-10"))
    write_down(
        case,
        InjuryDraft(
            step=InjuryStep.EMPLOYER_REPORT,
            at="2026-11-12T23:30:00.000Z",
            injury_on="2026-11-01",
            receipt_on="2026-11-14",
            incidents=(post,),
        ),
    )
    facts = facts_of(case.state)
    assert facts.absences == (
        Away(first=date(2026, 11, 3), last=date(2026, 11, 5), fraction=0.5, about=post),
    )
    assert facts.expenses == (NotedOn(on=date(2026, 11, 10)),)
    assert facts.injury_reports == (
        InjuryReported(on=date(2026, 11, 13), receipt_on=date(2026, 11, 14), about=post),
    )
    assert [each.injured for each in facts.events] == [date(2026, 11, 1)]


@pytest.mark.parametrize(
    "draft",
    [
        AbsenceDraft(from_on="2026-11-03", because=YesNo.NO),
        AbsenceDraft(from_on="0001-01-01"),
        ExpenseDraft(amount=100, paid_on="9998-01-01"),
        InjuryDraft(step=InjuryStep.CERTIFICATE, at="2026-11-12T09:00:00.000Z"),
        InjuryDraft(step=InjuryStep.OWN_REPORT, at="9998-01-01T00:00:00.000Z"),
    ],
    ids=lambda draft: type(draft).__name__,
)
def test_what_is_private_and_counts_for_nothing_here(case: OpenCase, draft: Draft) -> None:
    write_down(case, draft)
    facts = facts_of(case.state)
    assert (facts.absences, facts.expenses, facts.injury_reports) == ((), (), ())


def test_what_is_private_and_was_put_out_of_sight_counts_from_nothing(case: OpenCase) -> None:
    drafts = (
        AbsenceDraft(from_on="2026-11-03"),
        ExpenseDraft(amount=100),
        InjuryDraft(step=InjuryStep.OWN_REPORT),
    )
    for draft in drafts:
        hide(case, write_down(case, draft))
    facts = facts_of(case.state)
    assert (facts.absences, facts.expenses, facts.injury_reports) == ((), (), ())


def test_absence_makes_the_deadline_of_the_employer_and_a_report_ends_it(case: OpenCase) -> None:
    post = write_down(case, IncidentDraft(quote="Ord", first_seen="2026-06-01T08:00:00.000Z"))
    write_down(case, AbsenceDraft(from_on="2026-06-02", to_on="2026-06-05", incidents=(post,)))

    def states() -> list[tuple[str, DeadlineState, str]]:
        due = find_deadlines(
            case.state, read_rulebook(RESOURCES), datetime(2026, 6, 8, 8, tzinfo=UTC)
        )
        return [
            (row.rule.id, row.state, str(row.due_at))
            for row in due.deadlines
            if row.rule.id == "employer_report_14d_absence"
        ]

    assert [(state, due[:10]) for _, state, due in states()] == [(DeadlineState.OPEN, "2026-06-16")]
    report = InjuryDraft(
        step=InjuryStep.EMPLOYER_REPORT, at="2026-06-07T08:00:00.000Z", incidents=(post,)
    )
    write_down(case, report)
    assert [state for _, state, _ in states()] == [DeadlineState.DONE]


def test_what_was_linked_to_work_counts_from_the_first_who_said_it(case: OpenCase) -> None:
    post = write_down(case, IncidentDraft(quote="Ord"))
    write_down(case, CareDraft(linked="2026-11-20", incidents=(post,)))
    write_down(case, CareDraft(linked="2026-11-12", incidents=(post,)))
    hidden = write_down(case, CareDraft(linked="2026-11-01", incidents=(post,)))
    hide(case, hidden)
    write_down(case, CareDraft(linked="2026-11-25"))
    write_down(case, CareDraft(words="Uden dag"))
    assert facts_of(case.state).linkings == (
        NotedOn(on=date(2026, 11, 12), about=post),
        NotedOn(on=date(2026, 11, 25)),
    )


def test_an_answer_of_a_platform_is_followed_until_it_is_complained_of_or_removed(
    case: OpenCase,
) -> None:
    post = write_down(case, IncidentDraft(quote="Ord"))
    asked = write_down(case, TakedownDraft(incidents=(post,), asked=TakedownTo.PLATFORM))
    assert facts_of(case.state).answers == ()
    refused = TakedownDraft(status=TakedownStatus.REFUSED, status_on="2026-11-20")
    write_down(case, refused, corrects=asked)
    answered = FollowedUp(on=date(2026, 11, 20), about=post)
    assert facts_of(case.state).answers == (answered,)
    late = "2026-11-22T23:30:00.000Z"  # the next day in Denmark
    complained = TakedownDraft(
        status=TakedownStatus.COMPLAINED, status_on="2026-11-23", complained_at=late
    )
    write_down(case, complained, corrects=asked)
    assert facts_of(case.state).answers == (replace(answered, done=True),)
    assert facts_of(case.state).lodged == ()
    lodged = TakedownDraft(status=TakedownStatus.OUT_OF_COURT, status_on="", body_at=late)
    write_down(case, lodged, corrects=asked)
    assert facts_of(case.state).answers == (replace(answered, done=True),)
    assert facts_of(case.state).lodged == (FollowedUp(on=date(2026, 11, 23), about=post),)
    removed = TakedownDraft(status=TakedownStatus.REMOVED, status_on="2026-11-30")
    write_down(case, removed, corrects=asked)
    assert facts_of(case.state).answers == ()
    assert facts_of(case.state).lodged == (
        FollowedUp(on=date(2026, 11, 23), about=post, done=True),
    )
    hide(case, asked)
    assert facts_of(case.state).lodged == ()


def test_a_new_refusal_can_be_complained_of_again(case: OpenCase) -> None:
    asked = write_down(
        case,
        TakedownDraft(
            status=TakedownStatus.REFUSED,
            status_on="2026-11-20",
            complained_at="2026-11-21T08:00:00.000Z",
        ),
    )
    assert facts_of(case.state).answers == (FollowedUp(on=date(2026, 11, 20), done=True),)
    again = TakedownDraft(status=TakedownStatus.RESTORED, status_on="2026-11-28")
    write_down(case, again, corrects=asked)
    assert facts_of(case.state).answers == (FollowedUp(on=date(2026, 11, 28)),)


@pytest.mark.parametrize(
    "draft",
    [
        TakedownDraft(
            asked=TakedownTo.GROUP, status=TakedownStatus.REFUSED, status_on="2026-11-20"
        ),
        TakedownDraft(status=TakedownStatus.REFUSED),
        TakedownDraft(status=TakedownStatus.REFUSED, status_on="9999-11-20"),
        TakedownDraft(status=TakedownStatus.RECEIVED, status_on="2026-11-20"),
    ],
    ids=["no platform", "no day", "no day of ours", "only received"],
)
def test_what_is_no_answer_of_a_platform_starts_no_clock(
    case: OpenCase, draft: TakedownDraft
) -> None:
    write_down(case, draft)
    assert facts_of(case.state).answers == ()
