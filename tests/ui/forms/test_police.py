"""The form of a report to the police states no time that nobody gave."""

from __future__ import annotations

from app.casework.kinds.police_report import POLICE_REPORT, PoliceReport
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from tests.fakes.form_page import FakeFormPage
from tests.worlds import Desk

ROUTE = Write("police_report")


def sealed(desk: Desk) -> PoliceReport:
    (thing,) = desk.session.state.of(POLICE_REPORT)
    return thing.current


def test_what_is_not_reported_is_sealed_without_a_time(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(ROUTE)
    assert page.values["at"] == ""
    form.change("status", "not_reported")
    form.change("why_not", "Det venter til efter mødet")
    form.save()
    assert sealed(desk).facts.at == ""


def test_once_it_is_said_to_be_reported_it_was_now_and_that_is_taken_back(
    form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(ROUTE)
    form.change("status", "reported")
    assert page.values["at"] != ""
    form.change("status", "not_reported")
    assert page.values["at"] == ""


def test_what_is_said_to_be_reported_is_sealed_with_the_moment_of_that(
    desk: Desk, form: FormPresenter
) -> None:
    form.open(ROUTE)
    form.change("status", "reported")
    form.save()
    assert sealed(desk).facts.at.startswith(desk.clock.now().utc.date().isoformat())


def test_a_time_that_the_person_wrote_stays(form: FormPresenter, page: FakeFormPage) -> None:
    form.open(ROUTE)
    form.change("at", "1.12.2025 14.03")
    form.change("status", "reported")
    form.change("status", "not_reported")
    assert form.values["at"] == "1.12.2025 14.03"
