"""The made-up year through the commands: each answer has the figures that were read and kept."""

from __future__ import annotations

import pytest

from tests.e2e.walk.house import House
from tests.golden.asking import ASKED, a_year, figures_of, kept


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return a_year(tmp_path_factory.mktemp("year"))


@pytest.mark.parametrize("name", ASKED)
def test_its_figures_are_those_that_were_kept(house: House, name: str) -> None:
    assert figures_of(house, name) == kept(name)


def test_it_has_forty_exhibits_in_a_year_and_holds_together(house: House) -> None:
    listed = house.ok("list")["items"]
    kinds = [each["kind"] for each in listed]
    assert [kind for kind in kinds if kind.startswith("Exhibit ")] == [
        f"Exhibit {number}" for number in range(1, 41)
    ]
    assert {"reaction", "absence", "expense", "request", "request for removal"} <= set(kinds)
    assert house.ok("verify")["verdict"] == "CONSISTENT"
