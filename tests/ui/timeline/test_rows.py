"""The timeline has one row for each thing, in the order it happened, grouped by Danish days."""

from __future__ import annotations

from datetime import date

from app.casework import Icon, rows_in_sight
from app.casework.kinds.handed_over import HandedOverFacts
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.note import NOTE
from app.casework.kinds.working_copy import WorkingCopyFacts
from app.timeline import (
    UNREAD,
    Filter,
    Group,
    Row,
    Ways,
    all_rows,
    first_look,
    found_rows,
    row_at,
    size,
)
from evidence_store import PartState
from tests.fakes.ledger import PRIVATE, FakeLedger, picture
from tests.ui.timeline.case import capture, full_case, note, post, report


def test_every_thing_has_one_row_newest_first() -> None:
    rows = all_rows(full_case(), Ways()).rows

    assert [(row.kind.tag, row.private, row.icon) for row in rows] == [
        ("handed_over", False, Icon.PLANE),
        ("notification", False, Icon.BUBBLE),
        ("note", True, Icon.LOCK),
        ("note", False, Icon.LINES),
        ("incident", False, Icon.FLAG),
        ("exhibit", False, Icon.PICTURE),
        ("exhibit", False, Icon.PICTURE),
    ]


def test_oldest_first_is_the_same_the_other_way_round() -> None:
    state = full_case()
    newest = all_rows(state, Ways())
    oldest = all_rows(state, Ways(newest_first=False))

    assert list(oldest.rows) == list(reversed(newest.rows))
    assert [oldest.days[start] for start in oldest.starts] == [
        date(2026, 11, 22),
        date(2026, 11, 23),
    ]


def test_a_post_lies_where_it_was_saved_and_by_a_switch_where_it_was_posted_with_its_picture() -> (
    None
):
    ledger = FakeLedger()
    exhibit = capture(ledger, "2026-11-24T09:00:00.000Z")
    times = {
        "published_at": "2026-11-18T10:00:00.000Z",
        "first_seen_at": "2026-11-20T10:00:00.000Z",
    }
    post(ledger, exhibit, time="2026-11-24T10:00:00.000Z", **times)
    state = ledger.state()

    assert all_rows(state, Ways()).days == [date(2026, 11, 24)] * 2
    posted = all_rows(state, Ways(as_posted=True))
    assert posted.days == [date(2026, 11, 18)] * 2
    assert row_at(state, exhibit, as_posted=True) in posted.rows


def test_a_report_its_package_and_the_first_hand_over_are_one_row_that_each_of_them_leads_to() -> (
    None
):
    state = full_case()
    (row,) = (row for row in all_rows(state, Ways()).rows if row.kind.tag == "handed_over")

    assert [each.kind.tag for each in row.along] == ["delivery", "dossier"]
    assert [row_at(state, id) for id in row.ids] == 3 * [row]
    assert rows_in_sight(state) == len(all_rows(state, Ways()).rows)


def test_a_report_stands_by_itself_while_its_hand_over_is_out_of_sight() -> None:
    ledger = FakeLedger()
    dossier = report(ledger)
    given = ledger.add(HandedOverFacts(what=dossier))
    ledger.add(Hidden(target=given))
    state = ledger.state()

    (row,) = all_rows(state, Ways()).rows
    assert row.kind.tag == "dossier"
    assert rows_in_sight(state) == 1
    assert len(all_rows(state, Ways(hidden=True)).rows) == 2


def test_the_groups_are_counted_and_shown_one_by_one() -> None:
    state = full_case()
    counts = all_rows(state, Ways()).counts

    assert counts == {
        Group.EVERYTHING: 7,
        Group.EXHIBITS: 2,
        Group.EVENTS: 1,
        Group.MESSAGES: 1,
        Group.REPORTS: 1,
    }
    for group in Group:
        shown = all_rows(state, Ways(wanted=Filter(group=group)))
        assert (len(shown.rows), shown.counts) == (counts[group], counts)


def test_a_time_in_a_form_of_its_own_gives_way_to_that_of_the_seal() -> None:
    ledger = FakeLedger()
    post(ledger, time="2026-11-24T10:00:00.000Z", published_at="i går")

    timeline = all_rows(ledger.state(), Ways(as_posted=True))

    assert timeline.rows[0].stamp == "2026-11-24T10:00:00.000Z"


def test_half_past_eleven_at_night_in_london_is_the_next_day_in_denmark() -> None:
    ledger = FakeLedger()
    capture(ledger, "2026-11-22T23:30:00.000Z")
    capture(ledger, "2026-07-01T22:30:00.000Z")

    timeline = all_rows(ledger.state(), Ways())

    assert timeline.days == [date(2026, 11, 23), date(2026, 7, 2)]


def test_a_working_copy_belongs_to_its_exhibit() -> None:
    ledger = FakeLedger()
    original = capture(ledger)
    ledger.add(WorkingCopyFacts(parent=original), object=picture(1))

    assert len(all_rows(ledger.state(), Ways()).rows) == 1


def test_hidden_things_are_out_of_sight_until_they_are_asked_for() -> None:
    ledger = FakeLedger()
    ledger.add(Hidden(target=capture(ledger)))
    ledger.add(Hidden(target=note(ledger, "privat", private=True)), chain=PRIVATE)
    state = ledger.state()

    assert not all_rows(state, Ways()).rows
    assert len(all_rows(state, Ways(hidden=True)).rows) == 2


def test_the_first_look_has_the_newest_rows_and_says_that_there_are_more() -> None:
    ledger = FakeLedger()
    for _ in range(30):
        capture(ledger)
    state = ledger.state()

    look = first_look(state, 10, Ways())
    whole = all_rows(state, Ways())

    assert not look.whole
    assert list(look.rows) == list(whole.rows[:10])
    assert first_look(state, 30, Ways()).whole
    assert size(state) == 30


def test_the_first_look_from_the_other_end_has_the_oldest_rows() -> None:
    ledger = FakeLedger()
    for _ in range(30):
        capture(ledger)
    state = ledger.state()

    look = first_look(state, 10, Ways(newest_first=False))

    assert [row.thing.number for row in look.rows] == list(range(1, 11))  # type: ignore[union-attr]  # exhibits


def test_what_was_found_is_in_the_order_of_the_timeline_and_each_thing_once() -> None:
    ledger = FakeLedger()
    first, second = capture(ledger), capture(ledger)
    state = ledger.state()

    found = found_rows(state, (first, second, first), Ways())

    assert [row.id for row in found.rows] == [second, first]


def test_a_private_note_is_known_by_its_chain() -> None:
    ledger = FakeLedger()
    note(ledger, "kun mig", private=True)
    state = ledger.state()
    thing = state.private_of(NOTE)[0]

    assert row_at(state, thing.id) == Row(thing.time, thing, NOTE, private=True)


def test_what_cannot_be_read_and_belongs_to_nothing_has_a_row_of_its_own_at_either_end() -> None:
    ledger = FakeLedger()
    newer = ledger.add_bodies({"facts": b'{"kind":"incident","version":9}'})
    capture(ledger)
    erased = ledger.add_bodies({"facts": PartState.ERASED}, chain=PRIVATE)
    state = ledger.state()

    shown = all_rows(state, Ways(newest_first=False)).rows
    assert [row.id for row in shown if row.kind is UNREAD] == [newer, erased]
    look = first_look(state, 1, Ways())
    assert [row.id for row in look.rows] == [erased]
    assert size(state) == 3
    assert row_at(state, newer) == shown[0]
