"""What events are together: counted, never judged, whatever order they were written down in."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.casework import CaseState, Draft, parts_of
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.measure import MeasureDraft
from app.casework.kinds.own_reply import OwnReplyDraft
from app.casework.kinds.recheck import RecheckDraft
from app.casework.kinds.takedown import TakedownDraft
from app.casework.pattern import Pattern, pattern_of
from app.casework.pattern.figures import Held, members_in, trend_of
from app.messages import pattern_lines
from app.vocabulary import (
    Affected,
    ContentTag,
    Direction,
    IncidentKind,
    MeasureKind,
    OnlineStatus,
    TakedownStatus,
    Trend,
    Visibility,
    YesNo,
)
from evidence_store import EntryId
from tests.fakes.ledger import FakeLedger
from tests.unit.casework.sealed import capture
from tests.worlds import DANISH, ENGLISH

NOW = "2026-12-31T13:03:11.042Z"


class Case(FakeLedger):
    """A ledger to which a person gives things."""

    def give(self, draft: Draft) -> EntryId:
        parts = parts_of(self.state(), draft, None, NOW)
        return self.add(parts.pop("facts"), parts=parts)

    def post(self, day: int = 0, **more: Any) -> EntryId:
        when = f"2026-11-{day:02d}T09:00:00.000Z" if day else ""
        return self.give(IncidentDraft(quote="Ord", published=when, **more))

    def hide(self, entry: EntryId) -> None:
        self.add(Hidden(target=entry))

    def pattern(self) -> Pattern:
        return pattern_of(self.state())


def test_what_there_is_is_counted_by_day_channel_profile_and_form() -> None:
    case = Case()
    case.post(2, platform="Facebook", venue="Borgere i Nordby", handle="bo")
    case.post(2, platform=" facebook", handle="bo")
    case.post(9, form=IncidentKind.MAIL, handle="ib")
    case.post(platform="TikTok")
    found = case.pattern()
    assert (found.incidents, found.undated, found.days, found.span_days) == (4, 1, 2, 8)
    assert (found.first_on, found.last_on) == (date(2026, 11, 2), date(2026, 11, 9))
    assert [(each.name, each.count) for each in found.channels] == [
        ("Facebook", 2),
        ("TikTok", 1),
        ("mail", 1),
    ]
    assert [(each.name, each.count) for each in found.venues] == [("Borgere i Nordby", 1)]
    assert sorted(each.count for each in found.senders) == [1, 2]
    assert found.unnamed == 1
    assert [(each.name, each.count) for each in found.forms] == [("post", 3), ("mail", 1)]


def test_a_day_is_that_of_the_posting_else_when_it_was_seen_else_of_its_picture() -> None:
    case = Case()
    picture = capture(case, captured_at="2026-11-20T08:00:00.000Z")
    case.give(IncidentDraft(quote="w", exhibits=(picture,)))
    case.give(IncidentDraft(quote="w", first_seen="2026-11-12T23:30:00.000Z"))
    case.give(
        IncidentDraft(
            quote="w", published="2026-11-01T09:00:00.000Z", first_seen="2026-11-30T09:00:00.000Z"
        )
    )
    assert [each.on for each in case.pattern().held] == [
        date(2026, 11, 1),
        date(2026, 11, 13),
        date(2026, 11, 20),
    ]


@pytest.mark.parametrize(
    ("gaps", "trend"),
    [
        ((), Trend.UNKNOWN),
        ((9, 1, 1), Trend.UNKNOWN),
        ((9, 8, 2, 1), Trend.CLOSER),
        ((1, 2, 9, 8), Trend.FURTHER),
        ((3, 3, 50, 3, 3), Trend.EVEN),
    ],
)
def test_whether_it_happens_more_often_is_said_only_where_there_is_enough_to_say_it(
    gaps: tuple[int, ...], trend: Trend
) -> None:
    assert trend_of(gaps) is trend


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("Offentlig gruppe med 4.812 medlemmer", 4812),
        ("4,812 members", 4812),
        ("4 812", 4812),
        ("37 likes og 120 delinger", 120),
        ("4,8 tusind", 0),
        ("9" * 40, 0),
        ("mange", 0),
    ],
)
def test_how_many_could_see_it_is_read_only_where_it_is_a_plain_number(
    words: str, members: int
) -> None:
    assert members_in(words) == members


def test_how_it_is_aimed_what_is_in_it_and_whom_else_it_hits() -> None:
    case = Case()
    case.post(1, directed_at=Direction.NAMED_REACHING, tags=(ContentTag.THREAT,))
    case.post(2, directed_at=Direction.OTHERS, tags=(ContentTag.THREAT, ContentTag.ABUSE))
    case.post(3, affected=(Affected.CHILD,), outside_work=YesNo.YES, going_on=YesNo.YES)
    case.post(4, visibility=Visibility.GROUP, audience="80 medlemmer")
    found = case.pattern()
    assert (found.aimed, found.aim_known) == (1, 2)
    assert [(each.name, each.count) for each in found.tags] == [("threat", 2), ("abuse", 1)]
    assert (found.untagged, found.outside_work, found.going_on) == (2, 1, 1)
    assert [each.name for each in found.affected] == ["child"]
    assert (found.widest, found.most_members) == (Visibility.GROUP, 80)


def test_a_warning_is_told_with_what_followed_it() -> None:
    case = Case()
    first = case.post(1, handle="bo")
    demand = case.give(TakedownDraft(at="2026-11-03T09:00:00.000Z", incidents=(first,)))
    case.give(MeasureDraft(action=MeasureKind.RISK_ASSESSMENT))
    reply = case.give(OwnReplyDraft(words="Hold op", at="2026-11-04T09:00:00.000Z"))
    same = case.post(5, handle="bo")
    other = case.post(6, handle="ib")
    named = case.post(7, handle="eva", after_warning=reply)
    by_entry = {each.entry: each for each in case.pattern().warnings}
    assert set(by_entry) == {demand, reply}
    assert by_entry[demand].on == date(2026, 11, 3)
    assert by_entry[demand].followed == (same,)
    assert by_entry[reply].followed == (named,)
    assert other not in by_entry[demand].followed


@pytest.mark.parametrize("seen_by", ["demand", "look"])
def test_posted_again_after_it_had_been_removed(seen_by: str) -> None:
    case = Case()
    first = case.post(1)
    case.post(2, repost_of=first)
    if seen_by == "demand":
        case.give(
            TakedownDraft(
                at="2026-11-02T09:00:00.000Z",
                status=TakedownStatus.REMOVED,
                status_on="2026-11-04",
                incidents=(first,),
            )
        )
    else:
        case.give(
            RecheckDraft(about=first, status=OnlineStatus.REMOVED, at="2026-11-04T09:00:00.000Z")
        )
    case.post(5, repost_of=first)
    assert [each.after_removal for each in case.pattern().reposts] == [False, True]
    assert {each.of for each in case.pattern().reposts} == {first}


def test_what_was_put_out_of_sight_counts_nowhere() -> None:
    case = Case()
    first = case.post(1, platform="Facebook", handle="bo", tags=(ContentTag.THREAT,))
    demand = case.give(TakedownDraft(at="2026-11-03T09:00:00.000Z", incidents=(first,)))
    again = case.post(5, handle="bo", repost_of=first)
    case.hide(again)
    assert case.pattern().reposts == ()
    assert [each.followed for each in case.pattern().warnings] == [()]
    case.hide(first)
    case.hide(demand)
    assert case.pattern() == Pattern()


def test_a_single_post_is_told_by_what_is_in_it_and_not_by_how_few_there_are() -> None:
    case = Case()
    case.post(
        1,
        tags=(ContentTag.THREAT, ContentTag.PICTURE_OF_CHILDREN),
        directed_at=Direction.NAMED_REACHING,
        visibility=Visibility.PUBLIC,
    )
    lines = pattern_lines(case.pattern(), str, DANISH)
    assert lines[0] == "Indhold: Trussel\u00a0(1), billede af børn\u00a0(1)"
    assert "et enkelt opslag kan være nok" in lines[-1]
    said = " ".join(pattern_lines(case.pattern(), str, ENGLISH))
    assert "Days between" not in said
    assert "Aimed at you" not in said
    assert "0" not in said.replace("2026", "")


def test_nothing_is_told_where_nothing_is_described() -> None:
    assert len(pattern_lines(Pattern(), str, DANISH)) == 1


_POSTS = st.fixed_dictionaries(
    {
        "day": st.integers(0, 28),
        "platform": st.sampled_from(["", "Facebook", "facebook", "TikTok"]),
        "handle": st.sampled_from(["", "bo", "ib", "eva"]),
        "form": st.sampled_from(list(IncidentKind)),
        "tags": st.lists(st.sampled_from(list(ContentTag)), max_size=3, unique=True).map(tuple),
        "directed_at": st.sampled_from(list(Direction)),
        "visibility": st.sampled_from(list(Visibility)),
        "audience": st.sampled_from(["", "80", "4.812 medlemmer"]),
        "outside_work": st.sampled_from(list(YesNo)),
        "affected": st.lists(st.sampled_from(list(Affected)), max_size=2, unique=True).map(tuple),
    }
)
_COUNTS = (
    *("incidents", "undated", "days", "span_days", "unnamed", "most_members", "aimed"),
    *("aim_known", "untagged", "outside_work", "going_on"),
)
_COUNTED = (
    *("channels", "venues", "forms", "visibility", "directions", "tags", "affected", "senders"),
)


def add(case: Case, post: dict[str, Any]) -> EntryId:
    """Write down a post, whatever stands there already."""
    day = post["day"]
    when = f"2026-11-{day:02d}T09:00:00.000Z" if day else ""
    said = {name: value for name, value in post.items() if name != "day"}
    parts = parts_of(_EMPTY, IncidentDraft(quote="Ord", published=when, **said), None, NOW)
    return case.add(parts.pop("facts"), parts=parts)


_EMPTY = FakeLedger().state()


def state_of(posts: list[dict[str, Any]]) -> CaseState:
    case = Case()
    for post in posts:
        add(case, post)
    return case.state()


def plain(found: Pattern) -> tuple[object, ...]:
    """A pattern without what names entries: letters of senders follow the order of the ledger."""

    def held(each: Held) -> tuple[object, ...]:
        return (str(each.on), each.tags, each.direction, each.visibility, each.members)

    return (
        *(getattr(found, name) for name in (*_COUNTS, "gaps", "trend", "widest", *_COUNTED[:-1])),
        sorted(each.count for each in found.senders),
        sorted(map(held, found.held)),
    )


@given(posts=st.lists(_POSTS, max_size=6), data=st.data())
@settings(deadline=None, max_examples=60)
def test_the_order_in_which_things_were_written_down_changes_nothing(
    posts: list[dict[str, Any]], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(posts))
    assert plain(pattern_of(state_of(posts))) == plain(pattern_of(state_of(list(shuffled))))


@given(posts=st.lists(_POSTS, max_size=6), more=_POSTS)
@settings(deadline=None, max_examples=60)
def test_one_more_event_never_lowers_a_count(
    posts: list[dict[str, Any]], more: dict[str, Any]
) -> None:
    before, after = pattern_of(state_of(posts)), pattern_of(state_of([*posts, more]))
    for name in _COUNTS:
        assert getattr(after, name) >= getattr(before, name), name
    for name in _COUNTED:
        now = {each.name.casefold(): each.count for each in getattr(after, name)}
        for each in getattr(before, name):
            assert now[each.name.casefold()] >= each.count, name


@given(posts=st.lists(_POSTS, max_size=5), out_of_sight=st.lists(_POSTS, max_size=3))
@settings(deadline=None, max_examples=60)
def test_events_that_were_put_out_of_sight_change_no_figure(
    posts: list[dict[str, Any]], out_of_sight: list[dict[str, Any]]
) -> None:
    case = Case()
    for post in out_of_sight:
        case.hide(add(case, post))
    for post in posts:
        add(case, post)
    assert plain(case.pattern()) == plain(pattern_of(state_of(posts)))
