"""What others may come to ask about, each once, with the way to mend it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.hide import hide
from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.own_reply import OwnReplyDraft
from app.ui.look_over.presenter import LookOverPresenter
from app.ui.questions import Question, ShownReview
from app.ui.routes import Report, Route, Witness, Write
from evidence_store import EntryId
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.worlds import DANISH, Desk


class Page:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.shown = ShownReview()

    def show_review(self, shown: ShownReview) -> None:
        self.shown = shown


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def presenter(desk: Desk, page: Page) -> LookOverPresenter:
    presenter = LookOverPresenter(desk.context, page)
    presenter.refresh()
    return presenter


def capture(desk: Desk) -> None:
    screen = FakeScreen(desk.clock, striped_pixels(120, 80, 0))
    capture_and_seal(desk.case, screen, CaptureWish())
    desk.session.publish()


def asked(page: Page, rule: str) -> Question:
    return next(each for each in page.shown.questions if each.rule == rule)


def rules(page: Page) -> list[str]:
    return [each.rule for each in page.shown.questions]


def test_a_case_without_anything_says_so_and_leads_to_a_post(
    desk: Desk, presenter: LookOverPresenter, page: Page
) -> None:
    assert page.shown == ShownReview(empty=True)
    presenter.describe()
    presenter.report()
    assert desk.navigator.routes == [Write("incident"), Report()]


def test_each_question_stands_once_and_its_button_leads_to_the_first_then_to_the_next(
    desk: Desk, posts: list[EntryId], presenter: LookOverPresenter, page: Page
) -> None:
    presenter.refresh()
    question = asked(page, "no_link")
    assert (question.about, question.button) == ("2 events", "Add it")
    presenter.mend(question)
    assert desk.navigator.routes[-1] == Write("incident", corrects=posts[0], field="url")
    link = "https://example.org/1"
    write_down(desk.case, IncidentDraft(permalink=link), corrects=posts[0])
    desk.session.publish()
    question = asked(page, "no_link")
    presenter.mend(question)
    assert (question.about, desk.navigator.routes[-1]) == (
        "1 event",
        Write("incident", corrects=posts[1], field="url"),
    )
    write_down(desk.case, IncidentDraft(permalink=link), corrects=posts[1])
    desk.session.publish()
    assert "no_link" not in rules(page)


def test_what_matters_most_comes_first_and_a_limit_has_no_button(
    desk: Desk, posts: list[EntryId], presenter: LookOverPresenter, page: Page
) -> None:
    presenter.refresh()
    assert rules(page)[0] == "no_absolute_time"
    assert rules(page)[1] == "no_link"
    assert all(each.button and each.fix for each in page.shown.questions)
    assert [each.rule for each in page.shown.limits] == ["written_later"]
    assert all(not each.button and each.route is None for each in page.shown.limits)
    presenter.mend(page.shown.limits[0])
    assert desk.navigator.routes == []


def test_an_incident_is_called_by_the_exhibit_that_shows_it(
    desk: Desk, posts: list[EntryId], presenter: LookOverPresenter, page: Page
) -> None:
    capture(desk)
    number = desk.session.state.exhibits[0].original
    write_down(desk.case, IncidentDraft(exhibits=(number,)), corrects=posts[1])
    hide(desk.case, posts[0])
    desk.session.publish()
    assert asked(page, "no_absolute_time").about == "Exhibit 1"
    assert asked(page, "no_witness").about == "The whole case"


@pytest.mark.parametrize(
    ("rule", "route"),
    [
        ("no_witness", Witness()),
        ("one_device", Witness()),
    ],
)
def test_what_belongs_to_the_case_leads_to_its_form(
    desk: Desk, presenter: LookOverPresenter, page: Page, rule: str, route: Route
) -> None:
    capture(desk)
    presenter.mend(asked(page, rule))
    assert desk.navigator.routes == [route]


def test_an_answer_that_was_not_kept_and_a_crop_lead_to_what_they_are_about(
    desk: Desk, presenter: LookOverPresenter, page: Page
) -> None:
    reply = write_down(desk.case, OwnReplyDraft(at="2026-11-21T20:10:00.000Z"))
    capture(desk)
    presenter.mend(asked(page, "own_reply_missing"))
    assert desk.navigator.routes == [Write("own_reply", corrects=reply, field="words")]


def test_it_is_said_in_danish_too_and_accuses_nobody(
    desk: Desk, posts: list[EntryId], page: Page
) -> None:
    LookOverPresenter(replace(desk.context, language=DANISH), page).refresh()
    said = str(page.shown)
    assert "Der er intet link" in said
    assert "modpart" not in said
    assert "Tilføj" in said


def test_without_a_case_it_says_what_to_do_first(desk: Desk, presenter: LookOverPresenter) -> None:
    assert presenter.accepts()
    desk.session.close()
    assert not presenter.accepts()
    assert len(desk.acts.toasts) == 1


def test_rules_that_cannot_be_read_are_told_and_the_page_stands(
    desk: Desk, posts: list[EntryId], page: Page, tmp_path: Path
) -> None:
    LookOverPresenter(replace(desk.context, resources=tmp_path), page).refresh()
    assert page.shown == ShownReview()
    assert len(desk.acts.errors) == 1
