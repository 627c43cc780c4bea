"""A time that can hardly be meant is said at its field while it is typed, and keeps nobody from saving."""

from __future__ import annotations

from app.casework.kinds.incident import INCIDENT
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from tests.fakes.form_page import FakeFormPage
from tests.worlds import Desk

TO_COME = "That time is still to come. Look at day and year; it can be saved as it stands."
SEEN_BEFORE = "That is before it was posted. Look at both times; they can be saved as they stand."
ANSWERED_BEFORE = (
    "That is before you told them. Look at both times; they can be saved as they stand."
)


def test_a_post_seen_in_a_year_to_come_is_said_and_can_be_saved(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("incident"))
    form.change("first_seen", "23.11.2062 14.03")
    assert page.hints["first_seen"] == TO_COME
    form.change("first_seen", "23.11.2025 14.03")
    assert page.hints["first_seen"] == ""
    form.change("published", "24.11.2062 14.03")
    assert page.hints["published"] == TO_COME
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
    assert (page.hints["published"], page.hints["first_seen"]) == ("", SEEN_BEFORE)
    form.change("published", "18.11.2026 14.03")
    assert page.hints["first_seen"] == ""
    form.change("published", "19.11.2026 14.04")
    assert page.hints["first_seen"] == SEEN_BEFORE


def test_an_answer_before_they_were_told_is_said(form: FormPresenter, page: FakeFormPage) -> None:
    form.open(Write("notification"))
    form.change("at", "20.11.2026 14.03")
    form.change("reply_at", "19.11.2026 14.03")
    assert page.hints["reply_at"] == ANSWERED_BEFORE
    form.change("reply_at", "im")
    assert page.hints["reply_at"] == ""
