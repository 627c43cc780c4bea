"""The incidents of a case: two orders, which are wanted, what belongs together, and what was noted late."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.hide import hide
from app.actions.open_case import OpenCase
from app.actions.write_down import write_down
from app.casework.kinds.incident import INCIDENT, noted_late
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.notification import NotificationDraft
from app.casework.kinds.police_report import PoliceDraft
from app.casework.kinds.request import RequestDraft
from app.casework.kinds.takedown import TakedownDraft
from app.timeline import (
    NOBODY_TOLD,
    SOMEBODY_TOLD,
    IncidentOrder,
    Related,
    Relation,
    WantedIncidents,
    happened_at,
    incidents_of,
    related_to,
    roles_told,
    steps_about,
)
from app.vocabulary import ContentTag, PoliceStatus, Role
from evidence_store import EntryId
from tests.worlds import World


@pytest.fixture
def case(tmp_path: Path) -> Iterator[OpenCase]:
    world = World(tmp_path)
    vault = world.make_vault()
    yield world.begin(vault)
    vault.close()


@pytest.fixture
def posts(case: OpenCase) -> list[EntryId]:
    """The first happened last, and the last was seen long before it was noted."""
    drafts = (
        IncidentDraft(
            quote="Ét",
            platform="Nabolaget",
            url="https://nabolaget.example/1",
            published="2026-11-23T08:00:00.000Z",
            first_seen="2026-11-23T09:00:00.000Z",
            tags=(ContentTag.THREAT, ContentTag.ABUSE),
            handle="torben.eks",
        ),
        IncidentDraft(
            quote="To",
            platform="Kvidder",
            published="2026-10-01T08:00:00.000Z",
            first_seen="2026-11-23T09:30:00.000Z",
            tags=(ContentTag.ABUSE,),
            handle="gitte",
        ),
        IncidentDraft(quote="Tre", platform="Nabolaget", first_seen="2026-11-02T08:00:00.000Z"),
    )
    return [write_down(case, each) for each in drafts]


def ids(case: OpenCase, wanted: WantedIncidents, order: IncidentOrder) -> list[EntryId]:
    return [each.id for each in incidents_of(case.state, wanted, order)]


def happened(case: OpenCase, **wanted: object) -> list[EntryId]:
    return ids(case, WantedIncidents(**wanted), IncidentOrder.HAPPENED)  # type: ignore[arg-type]  # by name


def test_two_orders_by_when_it_happened_and_by_when_it_was_recorded(
    case: OpenCase, posts: list[EntryId]
) -> None:
    one, two, three = posts
    assert happened(case) == [one, three, two]
    assert ids(case, WantedIncidents(), IncidentOrder.RECORDED) == [three, two, one]
    times = [happened_at(each)[:10] for each in incidents_of(case.state)]
    assert times == ["2026-11-23", "2026-11-02", "2026-10-01"]


def test_a_late_entry_is_one_that_was_noted_long_after_it_was_seen(
    case: OpenCase, posts: list[EntryId]
) -> None:
    late = {each.id for each in incidents_of(case.state) if noted_late(each)}
    # The second was posted in October, and noted on the day on which it was seen.
    assert late == {posts[2]}


def test_where_it_is_not_known_when_it_was_seen_the_day_of_the_post_counts(case: OpenCase) -> None:
    write_down(case, IncidentDraft(quote="Ord", published="2026-10-01T08:00:00.000Z"))
    write_down(case, IncidentDraft(quote="Ord"))
    assert [noted_late(each) for each in case.state.of(INCIDENT)] == [True, False]


def test_only_those_that_are_wanted(case: OpenCase, posts: list[EntryId]) -> None:
    one, two, three = posts
    assert happened(case, platform="Nabolaget") == [one, three]
    assert happened(case, sender="A") == [one]
    assert happened(case, sender="B") == [two]
    assert happened(case, tag=ContentTag.ABUSE) == [one, two]
    assert happened(case, no_link=True) == [three, two]
    assert happened(case, platform="Nabolaget", no_link=True) == [three]
    assert not WantedIncidents().leaves_out
    assert WantedIncidents(no_link=True).leaves_out


def test_somebody_knows_of_what_a_note_of_who_was_told_names(
    case: OpenCase, posts: list[EntryId]
) -> None:
    one, two, three = posts
    write_down(case, NotificationDraft(role=Role.MANAGER, incidents=(one, two)))
    told = write_down(case, NotificationDraft(role=Role.SAFETY_REP, incidents=(one,)))
    write_down(case, NotificationDraft(role=Role.HR))
    (first,) = (each for each in case.state.of(INCIDENT) if each.id == one)
    assert roles_told(case.state, first) == (Role.MANAGER, Role.SAFETY_REP)
    assert happened(case, told=SOMEBODY_TOLD) == [one, two]
    assert happened(case, told=NOBODY_TOLD) == [three]
    assert happened(case, told="safety_rep") == [one]
    hide(case, told)
    assert happened(case, told="safety_rep") == []


def test_a_relation_is_told_at_both_of_its_ends(case: OpenCase, posts: list[EntryId]) -> None:
    one, two, three = posts
    warning = write_down(case, RequestDraft(what="At I beder om at fjerne det"))
    new = write_down(
        case,
        IncidentDraft(
            quote="Fire", series=(one,), repost_of=two, reply_to=three, after_warning=warning
        ),
    )
    of = {each.id: related_to(case.state, each) for each in case.state.of(INCIDENT)}
    assert of[new] == (
        Related(Relation.SERIES, one),
        Related(Relation.REPOST_OF, two),
        Related(Relation.REPLY_TO, three),
        Related(Relation.AFTER_WARNING, warning),
    )
    assert of[one] == (Related(Relation.SERIES, new),)
    assert of[two] == (Related(Relation.POSTED_AGAIN, new),)
    assert of[three] == (Related(Relation.ANSWERED_BY, new),)
    hide(case, new)
    assert all(related_to(case.state, each) == () for each in incidents_of(case.state))


def test_those_that_name_each_other_are_one_series(case: OpenCase, posts: list[EntryId]) -> None:
    one, two, _ = posts
    write_down(case, IncidentDraft(series=(two,)), corrects=one)
    write_down(case, IncidentDraft(series=(one,)), corrects=two)
    first, second, _ = case.state.of(INCIDENT)
    assert related_to(case.state, first) == (Related(Relation.SERIES, two),)
    assert related_to(case.state, second) == (Related(Relation.SERIES, one),)


def test_what_was_done_outwards_stands_with_the_incident_it_names(
    case: OpenCase, posts: list[EntryId]
) -> None:
    one, two, _ = posts
    write_down(case, TakedownDraft(incidents=(one,)))
    write_down(case, PoliceDraft(status=PoliceStatus.REPORTED, incidents=(one, two)))
    first, second, third = case.state.of(INCIDENT)
    assert [kind.tag for kind, _ in steps_about(case.state, first)] == ["police_report", "takedown"]
    assert [kind.tag for kind, _ in steps_about(case.state, second)] == ["police_report"]
    assert steps_about(case.state, third) == ()


def test_what_is_out_of_sight_counts_nowhere(case: OpenCase, posts: list[EntryId]) -> None:
    hide(case, posts[0])
    assert posts[0] not in happened(case)
