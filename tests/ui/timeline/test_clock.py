"""Where the computer's clock was moved, the row, the pane and the summary say so, with the order of the log."""

from __future__ import annotations

from app.timeline import Ways, all_rows
from app.ui.exhibit.words import heading
from app.ui.timeline.details import detail_of
from app.ui.timeline.lines import line_of, summary
from tests.fakes.ledger import FakeLedger
from tests.ui.timeline.case import capture, post
from tests.worlds import DANISH, ENGLISH

BACK = (
    "The time of entry 2 is 3 days before that of entry 1: the computer’s clock went back, or it was saved later"
    " than it was made."
)


def moved_case() -> FakeLedger:
    """Two pictures and a post; before the second picture the clock was set back three days."""
    ledger = FakeLedger()
    capture(ledger, "2026-11-23T13:00:00.000Z")
    capture(ledger, "2026-11-20T13:00:00.000Z")
    post(ledger, time="2026-11-23T13:00:00.000Z")
    return ledger


def test_a_row_says_that_its_time_does_not_follow_the_log() -> None:
    state = moved_case().state()
    rows = all_rows(state, Ways(newest_first=False, hidden=True)).rows
    assert [row.id.seq for row in rows] == [2, 1, 3]
    lines = [line_of(state, row, ENGLISH) for row in rows]
    assert [line.second.startswith("entry ") for line in lines] == [True, False, False]
    assert lines[0].second == "entry 2: earlier than entry 1"
    assert "entry 2: earlier than entry 1" in lines[0].spoken
    assert "punkt 2: tidligere end punkt 1" in line_of(state, rows[0], DANISH).second


def test_the_pane_tells_what_happened_and_which_order_holds() -> None:
    state = moved_case().state()
    rows = all_rows(state, Ways(newest_first=False, hidden=True)).rows
    told = [
        {field.label: field.value for field in detail_of(state, row, ENGLISH).fields}
        for row in rows
    ]
    assert [fields.get("The clock") for fields in told] == [
        f"{BACK} The order of the log holds.",
        None,
        None,
    ]


def test_the_summary_counts_jumps_that_have_no_row_too() -> None:
    ledger = moved_case()
    ledger.add_bodies(
        {"facts": b'{"kind":"case","version":1,"title":"x"}'}, time="1970-01-01T00:00:10.000Z"
    )
    said = summary(ledger.state(), "2026-11-20T13:00:00.000Z", ENGLISH)
    assert said.endswith(" · the computer’s clock jumped 2 times")


def test_over_a_picture_the_same_is_said() -> None:
    state = moved_case().state()
    first, second = (heading(each, ENGLISH, state.jumps_of(each)) for each in state.exhibits)
    assert (first.clock, "entry" in first.taken) == ("", False)
    assert second.taken == "Taken 20 November 2026 at 14:00 · entry 2: earlier than entry 1"
    assert second.clock == BACK
