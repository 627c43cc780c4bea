"""The next step and the letters of the first days, by their commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.casework.letters import Letter
from tests.e2e.walk.house import House


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path)
    house.ok("init")
    return house


def test_from_nothing_to_what_is_told(house: House) -> None:
    assert house.ok("next")["now"]["step"] == "save"
    house.ok("incident", "--quote", "Ord", "--form", "mail", "--first-seen", "23.11.2026 kl. 13.50")
    found = house.ok("next")
    assert found["now"]["step"] == "tell_manager"
    assert [each["phase"] for each in found["then"]] == sorted(
        (each["phase"] for each in found["then"]), key=["save", "tell", "note", "wait"].index
    )
    (clock,) = (each for each in found["then"] if each["step"] == "clock")
    assert clock["act_before"].endswith("Z")
    house.ok("notify", "--role", "manager")
    assert house.ok("next")["now"]["step"] != "tell_manager"


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_drafts_are_files_and_nothing_in_the_case(
    house: House, tmp_path: Path, lang: str
) -> None:
    post = house.ok("incident", "--quote", "Hun lyver", "--url", "https://nabolaget.example/1")
    house.ok("health", "--words", "kanariefugl")
    before = house.ok("list")["items"]
    folder = tmp_path / f"udkast-{lang}"
    made = house.run("drafts", "--out", str(folder), "--contact", "m@nordby.example", lang=lang)
    result = made.answer["result"]
    assert made.code == 0
    assert result["id"] == post["id"]
    assert result["words"] <= 600
    assert [each["draft"] for each in result["drafts"]][: len(Letter)] == list(Letter)
    said = "".join(each.read_text("utf-8") for each in folder.iterdir())
    assert "Hun lyver" in said
    assert "m@nordby.example" in said
    assert "kanariefugl" not in said
    assert house.ok("list")["items"] == before
    again = house.run("drafts", "--out", str(folder), lang=lang)
    assert again.code != 0
