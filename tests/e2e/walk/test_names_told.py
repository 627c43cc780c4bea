"""Before a package leaves, the person is told what each picture probably shows; the reader is not given the names."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.walk.case import CANARIES, fill, hand_over
from tests.e2e.walk.house import House
from tests.e2e.walk.leaving import read_package


def test_the_command_names_what_each_picture_probably_shows(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.ok("init")
    fill(house)
    package = hand_over(house, "manager")
    name = CANARIES["sender's name"]
    (said,) = [line for line in house.terminal.said if line.startswith("Exhibit 1:")]
    assert said == (
        "Exhibit 1: 1 place is covered (Barns navn)."
        f" The picture probably shows: {name}, @torben.eks."
        " Look whether enough is covered."
    )
    pages = " ".join(read_package(package, tmp_path).pages.split())
    assert "exhibit 1 (sender A, 1 place covered)" in pages
    assert name not in pages
