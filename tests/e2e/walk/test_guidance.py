"""``guidance`` shows what there is, with its source and its day, and asks for no vault."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.e2e.walk.house import House
from tests.fakes.clock import FakeClock


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house without a vault."""
    return House(tmp_path)


def test_every_topic_is_there_with_source_and_day(house: House) -> None:
    found = house.ok("guidance")
    assert {each["topic"] for each in found["notes"]} >= {"first", "police", "work_injury"}
    assert all(each["source"] and each["checked_on"] for each in found["notes"])
    assert found["contacts"][0]["paragraphs"][1:] == ["112", "https://politi.dk"]


def test_one_text_is_shown_in_full_with_its_day_and_that_it_is_no_advice(house: House) -> None:
    ran = house.typed("--lang", "en", "guidance", "five_weeks")
    assert "30 June 2022" in ran.out
    assert "checked 30 November 2026" in ran.out
    assert "not legal advice" in ran.out
    assert "look it up again" not in ran.out


def test_of_one_topic_nothing_else_is_shown(house: House) -> None:
    found = house.ok("guidance", "--topic", "removal")
    assert {each["topic"] for each in (*found["notes"], *found["contacts"])} == {"removal"}


def test_a_name_that_is_not_there_is_told(house: House) -> None:
    ran = house.run("guidance", "nothing_of_that_name")
    assert (ran.code, ran.answer["error"]["kind"]) == (2, "cli.NoGuidanceError")


def test_long_after_it_was_made_all_of_it_asks_for_care(tmp_path: Path) -> None:
    house = House(tmp_path, clock=FakeClock(datetime(2029, 1, 1, 12, tzinfo=UTC)))
    found = house.ok("guidance")
    assert {each["certainty"] for each in found["notes"]} <= {"stale", "expired"}
    assert "out of date" in house.typed("--lang", "en", "guidance", "five_weeks").out
