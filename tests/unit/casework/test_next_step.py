"""The one next step: save, tell, note, wait; from facts alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.actions.find_deadlines import read_rulebook
from app.actions.find_next_step import find_next_step
from app.casework import Asked, Draft, Promised, parts_of
from app.casework.kinds.answer import AnswerDraft
from app.casework.kinds.file import FileFacts, FileSource, FileWithin
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.notification import NotificationDraft
from app.casework.kinds.police_report import PoliceDraft
from app.casework.kinds.request import RequestDraft
from app.casework.next_step import (
    MOST_AFTER,
    Clock,
    NextSteps,
    Phase,
    Standing,
    StepKind,
    next_steps,
    steps_of,
)
from app.messages import since_words, step_in_words, who_does_what
from app.vocabulary import IncidentKind, PoliceStatus, PromiseStatus, Role, in_words
from evidence_store import EntryId
from tests.fakes.ledger import EVIDENCE, FakeLedger, picture
from tests.unit.casework.sealed import added_file, capture
from tests.unit.house.tree import ROOT
from tests.worlds import DANISH, ENGLISH

SEALED = "2026-11-23T13:03:11.042Z"
NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)
BOOK = read_rulebook(ROOT / "resources")
ORDER = list(Phase)
ENTRY = EntryId(EVIDENCE, 7)


class Case(FakeLedger):
    """A ledger to which a person gives things."""

    def give(self, draft: Draft) -> EntryId:
        parts = parts_of(self.state(), draft, None, SEALED)
        return self.add(parts.pop("facts"), parts=parts)

    def steps(self, hours: float = 0) -> NextSteps:
        return find_next_step(self.state(), BOOK, NOW + timedelta(hours=hours))[0]

    def kinds(self, hours: float = 0) -> list[StepKind]:
        found = self.steps(hours)
        return [found.now.kind, *(each.kind for each in found.then)]

    def post(self, **said: object) -> EntryId:
        picture = capture(self, captured_at="2026-11-22T22:03:00.000Z")
        first = {"first_seen": "2026-11-22T22:00:00.000Z", "quote": "Ord", **said}
        return self.give(IncidentDraft(exhibits=(picture,), **first))  # type: ignore[arg-type]


def told(role: Role) -> NotificationDraft:
    return NotificationDraft(role=role, at="2026-11-23T13:00:00.000Z")


def test_first_the_post_is_saved_and_nothing_else_is_asked_for() -> None:
    case = Case()
    assert case.kinds() == [StepKind.SAVE]
    assert case.steps().hours is None


def test_the_day_of_the_picture_of_the_design() -> None:
    """One post, seen 20 hours ago: the manager, the clock, a representative, and what the exhibit lacks."""
    case = Case()
    case.post()
    found = case.steps()
    assert case.kinds() == [
        StepKind.TELL_MANAGER,
        StepKind.CLOCK,
        StepKind.TELL_REPRESENTATIVE,
        StepKind.ADD_LINK,
    ]
    assert found.hours == 20
    assert found.then[0].clock is not None
    assert found.then[0].clock.act_before == datetime(2026, 11, 25, 22, tzinfo=UTC)
    assert step_in_words(found.then[0], DANISH).why == "Senest onsdag 25. november 2026 kl. 23.00"
    assert found.then[2].exhibit == 1
    assert step_in_words(found.then[2], DANISH).title == "Bilag 1 mangler link"
    assert "20 timer" in since_words(found, DANISH)


def test_that_nobody_knows_after_a_day_is_a_nudge_and_no_step() -> None:
    case = Case()
    case.post()
    assert not case.steps(hours=3.9).nudge
    late = case.steps(hours=4)
    assert late.nudge
    assert late.now.kind is StepKind.TELL_MANAGER
    case.give(told(Role.RELATIVE))
    assert not case.steps(hours=4).nudge


def test_a_report_to_the_police_ends_the_clock_and_so_do_reasons_against_one() -> None:
    for status in (PoliceStatus.REPORTED, PoliceStatus.NOT_REPORTED):
        case = Case()
        case.post()
        assert StepKind.CLOCK in case.kinds()
        case.give(PoliceDraft(status=status, why_not="Grund"))
        assert StepKind.CLOCK not in case.kinds()


def test_whom_to_go_to_when_the_workplace_does_not_answer() -> None:
    case = Case()
    case.post()
    case.give(told(Role.MANAGER))
    asked = case.give(RequestDraft(what="Et møde", role=Role.MANAGER, at=SEALED))
    after = 24 * 12
    kinds = case.kinds(after)
    assert kinds[:2] == [StepKind.TELL_REPRESENTATIVE, StepKind.ASK_AGAIN]
    case.give(told(Role.SHOP_STEWARD))
    assert case.kinds(after)[:2] == [StepKind.ASK_AGAIN, StepKind.TELL_CONSULTANT]
    assert "12 dage" in step_in_words(case.steps(after).now, DANISH).why
    case.give(told(Role.UNION_CONSULTANT))
    assert StepKind.TELL_CONSULTANT not in case.kinds(after)
    case.give(AnswerDraft(about=asked, said="I morgen"))
    assert StepKind.ASK_AGAIN not in case.kinds(after)


def test_a_call_has_no_picture_and_no_link() -> None:
    case = Case()
    case.give(IncidentDraft(form=IncidentKind.CALL, quote="Ord"))
    assert StepKind.SAVE not in case.kinds()
    assert StepKind.ADD_LINK not in case.kinds()
    case.give(IncidentDraft(form=IncidentKind.POST, quote="Ord"))
    assert case.kinds()[0] is StepKind.SAVE


def test_what_is_out_of_sight_counts_for_nothing() -> None:
    case = Case()
    post = case.post()
    case.add(Hidden(target=case.state().exhibits[0].original))
    case.add(Hidden(target=post))
    assert case.kinds() == [StepKind.SAVE]


def test_the_newest_picture_without_a_post_is_named_and_a_whole_screen_never() -> None:
    case = Case()
    first = capture(case)
    capture(case)
    capture(case, context=True)
    post = case.give(IncidentDraft(exhibits=(first,), quote="Ord"))

    def undescribed() -> int:
        named = find_next_step(case.state(), BOOK, NOW)[1].undescribed
        return named[0] if named is not None else 0

    assert undescribed() == 2
    case.add(Hidden(target=case.state().exhibits[1].original))
    assert undescribed() == 0
    case.add(Hidden(target=post))
    assert undescribed() == 1


def test_what_was_attached_to_a_mail_asks_for_no_post_of_its_own() -> None:
    case = Case()
    mail = added_file(case)
    case.add(
        FileFacts(media_type="image/jpeg"),
        source=FileSource(),
        within=FileWithin(parent=mail),
        object=picture(4),
    )
    named = find_next_step(case.state(), BOOK, NOW)[1].undescribed
    assert named == (1, mail)


CLOCKS = st.none() | st.builds(
    Clock, rule=st.just("police_72h"), act_before=st.just(NOW), of_police=st.booleans()
)
WAITING = st.none() | st.builds(
    Asked,
    entry=st.just(ENTRY),
    kind=st.just("request"),
    role=st.sampled_from(Role),
    on=st.just(date(2026, 11, 1)),
    due_on=st.none(),
    answers=st.just(()),
    replied=st.just(False),
    missing=st.just(True),
    days=st.integers(0, 400),
    overdue=st.just(True),
)
BROKEN = st.none() | st.builds(
    Promised,
    entry=st.just(ENTRY),
    role=st.sampled_from(Role),
    what=st.text(max_size=5),
    due_on=st.none(),
    status=st.just(PromiseStatus.OPEN),
    overdue=st.just(True),
)
LACKS = st.none() | st.tuples(st.integers(0, 9999), st.just(ENTRY))
STANDINGS = st.builds(
    Standing,
    saved=st.integers(0, 3),
    described=st.integers(0, 3),
    without_picture=st.booleans(),
    first_known_at=st.none() | st.datetimes(timezones=st.just(UTC)),
    told=st.frozensets(st.sampled_from(Role)),
    clock=CLOCKS,
    waiting=WAITING,
    broken=BROKEN,
    undescribed=LACKS,
    without_link=LACKS,
    registered=st.booleans(),
    removal_asked=st.booleans(),
    reported_to_manager=st.booleans(),
    ask_again_on=st.none() | st.dates(),
)
MOMENTS = st.datetimes(timezones=st.just(UTC))


@given(STANDINGS, MOMENTS)
def test_one_step_at_most_three_after_it_in_the_order_of_the_phases(
    standing: Standing, now: datetime
) -> None:
    found = next_steps(standing, now)
    steps = [found.now, *found.then]
    places = [ORDER.index(each.phase) for each in steps]
    assert len(found.then) <= MOST_AFTER
    assert places == sorted(places)
    assert len({each.kind for each in steps}) == len(steps)
    assert Phase.WAIT not in {each.phase for each in found.then}
    assert found.hours is None or found.hours >= 0


@given(STANDINGS, MOMENTS, st.sampled_from(Role))
def test_telling_somebody_never_adds_a_step_of_telling_the_same(
    standing: Standing, now: datetime, role: Role
) -> None:
    after = next_steps(
        Standing(**{**_fields(standing), "told": standing.told | {role}}),  # type: ignore[arg-type]
        now,
    )
    assert not after.nudge
    for each in (after.now, *after.then):
        if each.kind in (StepKind.TELL_MANAGER, StepKind.TELL_CONSULTANT):
            assert each.role is not role


@given(STANDINGS, MOMENTS)
def test_every_step_has_words_in_both_languages(standing: Standing, now: datetime) -> None:
    found = next_steps(standing, now)
    for language in (DANISH, ENGLISH):
        for each in (found.now, *found.then):
            words = step_in_words(each, language)
            assert words.title
            assert "{" not in words.title + words.why
        since_words(found, language)


def test_who_does_what_is_told_in_the_order_in_which_one_goes_to_them() -> None:
    assert [who for who, _ in who_does_what(ENGLISH)] == [
        in_words(role, ENGLISH)
        for role in (Role.MANAGER, Role.SAFETY_REP, Role.SHOP_STEWARD, Role.UNION_CONSULTANT)
    ]


def _fields(standing: Standing) -> dict[str, object]:
    return {name: getattr(standing, name) for name in standing.__struct_fields__}


def test_a_mail_and_a_contact_card_are_asked_for_no_link_and_a_picture_that_came_as_a_file_is() -> (
    None
):
    case = Case()
    received = [
        case.add(FileFacts(added_at=SEALED, media_type=media_type), source=FileSource(name="x"))
        for media_type in ("message/rfc822", "application/pdf", "text/plain", "application/zip")
    ]
    assert StepKind.DESCRIBE not in case.kinds()
    case.give(IncidentDraft(exhibits=tuple(received), quote="Ord"))
    assert StepKind.ADD_LINK not in case.kinds()
    for media_type in ("image/png", "multipart/related"):
        shown = case.add(
            FileFacts(added_at=SEALED, media_type=media_type), source=FileSource(name="x")
        )
        assert StepKind.DESCRIBE in case.kinds()
        case.give(IncidentDraft(exhibits=(shown,), quote="Ord"))
        assert StepKind.DESCRIBE not in case.kinds()
        assert StepKind.ADD_LINK in case.kinds()


def test_all_steps_stand_in_the_one_order_also_while_nothing_is_saved() -> None:
    waits = Standing(
        waiting=Asked(
            ENTRY, "request", Role.MANAGER, date(2026, 11, 2), None, (), False, True, 21, True
        )
    )
    kinds = [each.kind for each in steps_of(waits)]
    assert kinds[0] is StepKind.SAVE
    assert StepKind.ASK_AGAIN in kinds
    assert next_steps(waits, NOW).then == ()
