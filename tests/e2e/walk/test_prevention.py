"""What is done before something happens, by its commands: ticks, watched cases, ideas, and texts to copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.casework.kinds.watch_case import WATCH_CASE, WatchText
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from tests.e2e.walk.house import House
from tests.fakes.form_page import FakeFormPage
from tests.worlds import Desk


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path)
    house.ok("init")
    return house


def refused(house: House, *words: str) -> str:
    """What a command says that was not understood."""
    ran = house.run(*words)
    assert ran.code == 2
    message: str = ran.answer["error"]["message"]
    return message


def test_a_tick_is_still_there_later_and_reminds_in_deadlines_and_calendar(house: House) -> None:
    tick = ("checklist", "--list", "address", "--item", "protection")
    noted = house.ok(*tick, "--done", "10.1.2026")
    lists = {each["list"]: each for each in house.ok("checklists")["lists"]}
    protection = lists["address"]["items"][0]
    assert (protection["id"], protection["status"]) == (noted["id"], "done")
    assert protection["done_on"] == "2026-01-10"
    assert (protection["expires_on"], protection["remind_on"]) == ("2027-01-10", "2026-12-11")
    assert (lists["address"]["done"], lists["address"]["counted"]) == (1, 3)

    due = house.ok("deadlines")
    (row,) = due["follow_ups"]
    assert (row["kind"], row["role"], row["due_on"]) == ("checklist", "", "2026-12-11")
    assert [each["rule"] for each in due["deadlines"]] == ["address_protection_1y"]
    calendar = house.folder / "dates.ics"
    house.ok("calendar", "--out", str(calendar))
    written = calendar.read_text(encoding="utf-8")
    assert "20261211" in written
    assert "protection" not in written.lower()


def test_the_choice_of_a_work_profile_stands_with_its_note(house: House) -> None:
    words = "Nej, jeg bruger kun arbejdets hovednummer"
    choice = ("checklist", "--list", "work_profile", "--item", "choice")
    house.ok(*choice, "--status", "not_relevant", "--note", words)
    (work,) = house.ok("checklists", "work_profile")["lists"]
    assert (work["items"][0]["status"], work["items"][0]["note"]) == ("not_relevant", words)


def test_a_list_that_is_not_there_is_told_with_those_that_are(house: House) -> None:
    error = refused(house, "checklists", "myspace")
    assert "“myspace”" in error
    assert "facebook" in error


def test_a_watched_case_stands_by_its_cover_name_and_its_review_in_the_calendar(
    house: House,
) -> None:
    seen = ("--signs", "Uro efter afgørelse", "--review", "7.12.2026", "--worry", "worried")
    noted = house.ok("watch", "--alias", "Birk", *seen)
    (case,) = house.ok("watched")["cases"]
    assert (case["id"], case["alias"], case["worry"]) == (noted["id"], "Birk", "worried")
    (row,) = house.ok("deadlines")["follow_ups"]
    assert (row["id"], row["kind"], row["due_on"]) == (noted["id"], "watch_case", "2026-12-07")
    calendar = house.folder / "dates.ics"
    house.ok("calendar", "--out", str(calendar))
    written = calendar.read_text(encoding="utf-8")
    assert "20261207" in written
    assert "Birk" not in written


@pytest.mark.parametrize("typed", ["ring til Jens Hansen", "010190-1234 er urolig"])
def test_a_name_or_a_cpr_number_is_stopped_with_the_reason(house: House, typed: str) -> None:
    error = refused(house, "watch", "--alias", "Birk", "--signs", typed)
    assert "Nothing was saved" in error
    assert house.ok("watched")["cases"] == []


def test_a_form_stops_a_name_with_the_reason_and_loses_nothing_that_was_typed(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    desk.open()
    page = FakeFormPage()
    form = FormPresenter(desk.context, page)
    form.open(Write("watch_case"))
    form.change("alias", "Birk")
    form.change("signs", "Ring til Jens Hansen i morgen")
    form.save()
    assert "something like a name" in page.complaints["signs"]
    assert form.form is not None
    assert form.values["signs"] == "Ring til Jens Hansen i morgen"
    assert len(desk.session.state.private_of(WATCH_CASE)) == 0
    form.keep_draft()
    again = FormPresenter(desk.context, FakeFormPage())
    again.open(Write("watch_case"))
    assert again.values["signs"] == "Ring til Jens Hansen i morgen"

    form.change("signs", "Ring i morgen")
    form.save()
    (watched,) = desk.session.state.private_of(WATCH_CASE)
    assert isinstance(watched.current.text, WatchText)
    assert watched.current.text.signs == "Ring i morgen"
    desk.session.close()


def test_ideas_that_were_not_tried_are_found_alone(house: House) -> None:
    house.ok("idea", "--what", "To til mødet", "--status", "tried", "--effect", "helped")
    left = house.ok("idea", "--what", "Et fast ringetidspunkt")
    assert [each["role"] for each in house.ok("ideas")["ideas"]] == ["", ""]
    (idea,) = house.ok("ideas", "--status", "not_tried")["ideas"]
    assert (idea["id"], idea["what"]) == (left["id"], "Et fast ringetidspunkt")


def test_a_text_is_told_with_its_blanks_and_its_source_and_no_case_is_opened(
    tmp_path: Path,
) -> None:
    (text,) = House(tmp_path).ok("templates", "journal_note")["templates"]
    assert "[" in text["text"]
    assert text["source"]
    assert list(tmp_path.glob("*.bevismappe")) == []
