"""A time that can hardly be meant is said at its field while it is typed, and keeps nobody from saving."""

from __future__ import annotations

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.casework.kinds.incident import INCIDENT
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from tests.fakes.clock import FakeClock
from tests.fakes.form_page import FakeFormPage
from tests.worlds import Desk

TO_COME = "That time is still to come. Look at day and year; it can be saved as it stands."
SEEN_BEFORE = "That is before it was posted. Look at both times; they can be saved as they stand."
ANSWERED_BEFORE = (
    "That is before you told them. Look at both times; they can be saved as they stand."
)


def wait(desk: Desk, minutes: int) -> None:
    assert isinstance(desk.clock, FakeClock)
    desk.clock.wait(minutes)


def test_a_post_seen_in_a_year_to_come_is_said_and_can_be_saved(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("incident"))
    form.change("first_seen", "23.11.2062 14.03")
    assert page.hints["first_seen"] == f"Thursday 23 November 2062 at 14:03.\n{TO_COME}"
    form.change("first_seen", "23.11.2025 14.03")
    assert page.hints["first_seen"] == "Sunday 23 November 2025 at 14:03."
    form.change("published", "24.11.2062 14.03")
    assert TO_COME in page.hints["published"]
    form.save()
    (incident,) = desk.session.state.of(INCIDENT)
    assert incident.current.facts.published_at == "2062-11-24T13:03:00.000Z"
    assert page.closed == 1


def test_a_post_seen_before_it_was_posted_is_said_whichever_is_typed_last(
    form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("incident"))
    form.change("published", "20.11.2026 14.03")
    form.change("first_seen", "19.11.2026 14.03")
    assert SEEN_BEFORE not in page.hints["published"]
    assert SEEN_BEFORE in page.hints["first_seen"]
    form.change("published", "18.11.2026 14.03")
    assert SEEN_BEFORE not in page.hints["first_seen"]
    form.change("published", "19.11.2026 14.04")
    assert SEEN_BEFORE in page.hints["first_seen"]


def test_an_answer_before_they_were_told_is_said(form: FormPresenter, page: FakeFormPage) -> None:
    form.open(Write("notification"))
    form.change("at", "20.11.2026 14.03")
    form.change("reply_at", "19.11.2026 14.03")
    assert ANSWERED_BEFORE in page.hints["reply_at"]
    form.change("reply_at", "im")
    assert page.hints["reply_at"] == ""


def test_what_a_time_became_stands_beside_it_and_is_what_is_kept(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("incident"))
    form.change("published", "22/11 21.47")
    assert page.hints["published"] == (
        "Sunday 22 November 2026 at 21:47. Without a year it is the latest that has passed."
    )
    form.change("first_seen", "for 20 minutter siden")
    assert page.hints["first_seen"] == "Monday 23 November 2026 at 13:43. Counted from now."
    wait(desk, 90)
    form.save()
    (incident,) = desk.session.state.of(INCIDENT)
    assert incident.current.facts.published_at == "2026-11-22T20:47:00.000Z"
    assert incident.current.facts.first_seen_at == "2026-11-23T12:43:00.000Z"


def test_what_the_page_shows_is_counted_from_when_the_picture_was_taken(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    (exhibit,) = capture_and_seal(desk.case, desk.context.open_screen(), CaptureWish())
    wait(desk, 90)
    form.open(Write("incident", about=exhibit))
    form.change("shown_time", "3 t.")
    assert page.hints["shown_time"] == (
        "That is Monday 23 November 2026 at 11:03, counted from when the picture was taken."
    )
    form.change("shown_time", "i går")
    assert "Sunday 22 November 2026, counted" in page.hints["shown_time"]
    form.change("shown_time", "3 døgn eller så")
    assert page.hints["shown_time"] == ""
    form.change("published", "3 t.")
    assert page.hints["published"].endswith("Counted from when the picture was taken.")
    form.save()
    (incident,) = desk.session.state.of(INCIDENT)
    assert incident.current.facts.published_at_text == "3 døgn eller så"


def test_a_draft_of_yesterday_means_the_same_day_tomorrow(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("incident"))
    form.change("published", "yesterday 21:30")
    form.leave()
    wait(desk, 3 * 24 * 60)
    form.open(Write("incident"))
    assert page.values["published"] == "22 Nov 2026 21:30"
    assert page.hints["published"] == "Sunday 22 November 2026 at 21:30."


def test_a_day_to_ask_again_lies_ahead(form: FormPresenter, page: FakeFormPage) -> None:
    form.open(Write("notification"))
    form.change("follow_up", "1/12")
    assert page.hints["follow_up"] == (
        "Tuesday 1 December 2026. Without a year it is the next to come."
    )
    form.change("follow_up", "om en uge")
    assert page.hints["follow_up"] == "Monday 30 November 2026. Counted from now."
