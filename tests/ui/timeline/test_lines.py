"""A row says in a few words what it is, and the same as one sentence for those who listen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.casework import CaseState, Kept
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.casework.kinds.handed_over import HANDED_OVER
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.note import NOTE
from app.casework.kinds.notification import NOTIFICATION
from app.timeline import EXHIBIT, UNREAD, Ways, all_rows
from app.ui.timeline.lines import RowText, day_line, line_of, summary
from evidence_store import PartState
from tests.fakes.ledger import FakeLedger
from tests.ui.timeline.case import capture, full_case, package, post, report, rows_of
from tests.worlds import ENGLISH


def lines(state: CaseState, kind: Kept[Any], *, private: bool = False) -> list[RowText]:
    return [line_of(state, row, ENGLISH) for row in rows_of(state, kind, private=private)]


def test_an_exhibit_is_told_by_the_post_it_shows() -> None:
    line, file = lines(full_case(), EXHIBIT)

    assert line.title == "Exhibit 1 · Post in an open group"
    assert line.second == "Nabolaget · Sender A · Nævner mit navn"
    assert line.time == "17:42"
    assert (line.badge, line.tone) == ("Saved and locked", "ok")
    assert line.spoken == (
        "Exhibit 1, Post in an open group, Nabolaget, Sender A, Nævner mit navn, "
        "22 November 2026 at 17:42. Saved and locked."
    )
    assert (file.title, file.second) == ("Exhibit 2 · File", "besked.m4a")
    assert file.badge == "Saved and locked"


def test_a_missing_link_is_told_kindly_and_not_of_the_whole_screen() -> None:
    ledger = FakeLedger()
    capture(ledger)
    capture(ledger, context=True)
    region, screen = lines(ledger.state(), EXHIBIT)

    assert (region.badge, region.tone) == ("Link is missing", "wait")
    assert screen.badge == "Saved and locked"


@pytest.mark.parametrize(
    ("kind", "title", "badge"),
    [
        (INCIDENT, "Post in an open group", "Incident"),
        (NOTE, "En kollega fandt opslaget", ""),
        (NOTIFICATION, "Manager was told · Anne Eks", "Told"),
        (HANDED_OVER, "Report handed over · Manager · Anne Eks", "Handed over"),
    ],
)
def test_each_kind_has_its_words(kind: Kept[Any], title: str, badge: str) -> None:
    (line,) = lines(full_case(), kind)

    assert (line.title, line.badge) == (title, badge)


def test_a_private_note_says_so_and_its_words_are_neither_shown_nor_spoken_while_covered() -> None:
    state = full_case()
    (row,) = rows_of(state, NOTE, private=True)
    line, covered = line_of(state, row, ENGLISH), line_of(state, row, ENGLISH, covered=True)

    assert (line.title, line.second, line.badge) == ("Sov dårligt", "Only for you", "Private")
    assert (covered.title, covered.covered) == ("Private note", "Sov dårligt")
    assert "Sov" not in covered.spoken + covered.whole


def test_a_report_and_what_became_of_it_are_told_in_one_row() -> None:
    ledger = FakeLedger()
    dossier = report(ledger)
    (made,) = lines(ledger.state(), DOSSIER)
    package(ledger, dossier)
    (saved,) = lines(ledger.state(), DELIVERY)
    (given,) = lines(full_case(), HANDED_OVER)

    assert (made.title, made.second, made.badge) == ("Report made · Manager", "7 pages", "Report")
    assert (saved.title, saved.badge) == ("Package saved · Manager", "Package")
    assert saved.second == "Package of 0 B · 7 pages"
    assert given.second == "E-mail · Package of 0 B · 7 pages"


def test_a_post_shows_when_it_was_posted_or_when_it_was_saved() -> None:
    ledger = FakeLedger()
    exhibit = capture(ledger, "2026-11-23T10:00:00.000Z", "https://a.example")
    posted = "2026-11-20T20:47:00.000Z"
    post(ledger, exhibit, time="2026-11-23T11:00:00.000Z", published_at=posted)
    state = ledger.state()

    for as_posted, others in (
        (False, {"posted 20 Nov 2026 21:47"}),
        (True, {"saved 23 Nov 2026 11:00", "saved 23 Nov 2026 12:00"}),
    ):
        shown = all_rows(state, Ways(as_posted=as_posted)).rows
        told = {line_of(state, row, ENGLISH).second.split(" · ")[-1] for row in shown}
        assert told == others


def test_what_was_hidden_says_so() -> None:
    ledger = FakeLedger()
    ledger.add(Hidden(target=capture(ledger)))

    assert lines(ledger.state(), EXHIBIT)[0].badge == "Hidden"


def test_an_erased_picture_keeps_its_row_and_says_so() -> None:
    ledger = FakeLedger()
    ledger.erase(capture(ledger), "object")

    assert lines(ledger.state(), EXHIBIT)[0].badge == "Erased"


def test_a_post_whose_words_were_erased_still_has_a_line() -> None:
    ledger = FakeLedger()
    ledger.erase(post(ledger), "text", "sender")

    assert lines(ledger.state(), INCIDENT)[0].title == "Post"


def test_what_cannot_be_read_is_said_in_its_row() -> None:
    ledger = FakeLedger()
    ledger.add_bodies(
        {
            "facts": b'{"kind":"incident","version":1,"platform":"Nabolaget"}',
            "text": b'{"kind":"incident_text","version":1,"quote":[]}',
        }
    )
    ledger.add_bodies({"facts": b'{"kind":"incident","version":9}'})
    ledger.add_bodies({"facts": PartState.ERASED})
    state = ledger.state()

    assert lines(state, INCIDENT)[0].second == "Nabolaget · Part of it cannot be read."
    newer, erased = lines(state, UNREAD)
    assert (newer.title, newer.badge, newer.tone) == (
        "Entry 2 in the case’s log",
        "Cannot be read",
        "wait",
    )
    assert newer.second == "It was made by a newer version of the program."
    assert (erased.second, erased.badge) == ("It was erased.", "Erased")


def test_the_summary_counts_with_the_right_plurals() -> None:
    state = full_case()

    assert summary(state, "2026-11-22T16:30:00.000Z", ENGLISH) == (
        "2 exhibits and 1 incident since 22 November"
    )
    assert summary(state, "2025-11-22T16:30:00.000Z", ENGLISH).endswith("22 November 2025")
    assert summary(FakeLedger().state(), "", ENGLISH) == ""


def test_a_day_is_headed_by_its_name() -> None:
    assert day_line(date(2026, 11, 23), ENGLISH) == "Monday 23 November 2026"
