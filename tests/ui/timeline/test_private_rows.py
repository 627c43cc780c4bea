"""What stands in the private chain as the timeline shows it: covered, with the lock, on its day."""

from __future__ import annotations

from typing import Any

from app.casework import Icon, Written
from app.casework.kinds.absence import ABSENCE, AbsenceDraft, AbsenceFacts
from app.casework.kinds.reaction import REACTION, ReactionDraft
from app.timeline import Row, Ways, all_rows, found_rows, row_at
from app.ui.timeline.details import detail_of
from app.ui.timeline.lines import line_of
from app.vocabulary import ReactionKind
from tests.fakes.ledger import PRIVATE, FakeLedger
from tests.unit.casework.kinds.test_health import sealed
from tests.worlds import ENGLISH


def the_row(ledger: FakeLedger, kind: Written[Any]) -> Row:
    (row,) = [row for row in all_rows(ledger.state(), Ways()).rows if row.kind is kind]
    return row


def test_it_says_what_it_is_under_a_lock_and_nothing_of_it_while_it_is_covered() -> None:
    ledger = FakeLedger()
    sealed(ledger, ReactionDraft(reactions=(ReactionKind.SLEEP,), words="Sov ikke"))
    state, row = ledger.state(), the_row(ledger, REACTION)
    line, covered = line_of(state, row, ENGLISH), line_of(state, row, ENGLISH, covered=True)

    assert (row.icon, line.badge) == (Icon.LOCK, "Private")
    assert (line.title, line.second) == ("Reaction", "trouble sleeping · Only for you")
    assert (covered.title, covered.second) == ("Private entry", "Only for you")
    assert covered.covered == "Reaction"
    assert "eaction" not in covered.spoken + covered.whole
    assert "sleep" not in covered.spoken + covered.whole
    detail = detail_of(state, row, ENGLISH, covered=True)
    assert detail.title == "Private entry"


def test_what_happened_on_a_day_lies_on_that_day_and_shows_no_time_of_day() -> None:
    ledger = FakeLedger()
    entry = sealed(ledger, AbsenceDraft(from_on="2026-10-26", to_on="2026-10-27"))
    state, row = ledger.state(), the_row(ledger, ABSENCE)
    line = line_of(state, row, ENGLISH)

    assert row.stamp == "2026-10-26T11:00:00.000Z"  # noon in Denmark, in winter time
    assert line.time == ""
    assert line.spoken.startswith(
        "Absence, 26 Oct 2026 – 27 Oct 2026, Only for you, 26 October 2026."
    )
    assert detail_of(state, row, ENGLISH).when == "26 October 2026"
    assert row_at(state, entry) == row
    assert list(found_rows(state, [entry], Ways()).rows) == [row]


def test_a_day_that_is_none_leaves_it_where_it_was_sealed_with_its_time() -> None:
    for day in ("", "i går", "2026-13-01"):
        ledger = FakeLedger()
        ledger.add(AbsenceFacts(from_on=day), chain=PRIVATE)
        row = the_row(ledger, ABSENCE)
        (thing,) = ledger.state().private_of(ABSENCE)
        assert row.stamp == thing.time
        assert line_of(ledger.state(), row, ENGLISH).time
