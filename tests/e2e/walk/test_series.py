"""A series by commands: the next picture of the same area, linked, compared, listed and handed over."""

from __future__ import annotations

import random

import pytest

from app.picture import Pixels, crop
from tests.e2e.walk.house import House

WIDE, HIGH = 200, 120


def page() -> Pixels:
    dice = random.Random(2)
    return Pixels(WIDE, 4 * HIGH, dice.randbytes(WIDE * 4 * HIGH * 3))


PAGE = page()


def scrolled(house: House, top: int) -> None:
    house.picture = crop(PAGE, 0, top, WIDE, HIGH)


@pytest.fixture
def series(house: House) -> House:
    """Three pictures: the second overlaps the first, the third shares nothing."""
    scrolled(house, 0)
    house.ok("capture", "--region", "10,0,150,100")
    scrolled(house, 60)
    house.ok("capture", "--series", "1")
    scrolled(house, 300)
    house.ok("capture", "--series", "2")
    return house


def test_a_series_goes_on_from_any_of_its_pictures_and_says_what_they_share(series: House) -> None:
    scrolled(series, 330)
    (last,) = series.ok("capture", "--series", "1")["captures"]
    assert (last["series"], last["overlap"]) == ("4/4", "overlaps")
    assert (last["width_px"], last["height_px"]) == (150, 100)
    told = [each["parts"] for each in (series.ok("show", str(number)) for number in (2, 3))]
    bodies = [{part["name"]: part["body"] for part in parts}["series"] for parts in told]
    assert [(each["place"], each["fit"], each["rows"]) for each in bodies] == [
        (2, "overlaps", 40),
        (3, "gap", 0),
    ]


def test_the_list_has_the_place_of_each(series: House) -> None:
    items = series.ok("list")["items"]
    words = [each["text"] for each in items if each["id"].startswith("B")]
    assert sorted(each[-3:] for each in words) == ["1/3", "2/3", "3/3"]


@pytest.mark.parametrize("typed", ["1", "2"])
def test_what_is_no_picture_of_the_screen_begins_no_series(house: House, typed: str) -> None:
    file = house.folder / "brev.txt"
    file.write_text("Et brev", encoding="utf-8")
    house.ok("add", str(file))
    ran = house.run("capture", "--series", typed)
    assert ran.code == 2
    assert "Nothing was" in ran.answer["error"]["message"]
    assert len(house.ok("list")["items"]) == 1
