"""What follows from everything together: asked by a command, in both languages, and nothing is changed by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.walk.house import House
from tests.fakes.clock import FakeClock


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path, clock=FakeClock())
    house.ok("init")
    return house


def said(house: House, *words: str, lang: str = "da") -> str:
    ran = house.typed(
        "--lang", lang, "--vault", str(house.vault), "--passphrase-file", str(house.passphrase_file), *words
    )  # fmt: skip
    assert ran.code == 0, ran.err
    return ran.out


def test_the_pattern_counts_what_was_written_down(house: House) -> None:
    assert house.ok("pattern")["incidents"] == 0
    first = house.ok(
        "incident", "--quote", "Ord", "--published", "2026-11-02 21:00", "--platform", "Facebook",
        "--handle", "bo", "--tag", "threat", "--directed-at", "named_reaching", "--audience", "4.812 medlemmer",
        "--visibility", "group",
    )["id"]  # fmt: skip
    demand = house.ok("takedown", "--at", "2026-11-03 9:00", "--incident", first)["id"]
    again = house.ok(
        "incident", "--quote", "Ord", "--published", "2026-11-09 21:00", "--platform", "facebook",
        "--handle", "bo", "--repost-of", first,
    )["id"]  # fmt: skip
    before = house.ok("receipt")
    found = house.ok("pattern")
    assert (found["incidents"], found["days"], found["span_days"], found["gaps"]) == (2, 2, 8, [7])
    assert (found["first_on"], found["last_on"]) == ("2026-11-02", "2026-11-09")
    assert found["channels"] == [{"name": "Facebook", "count": 2}]
    assert found["senders"] == [{"name": "A", "count": 2}]
    assert found["held"][0] == {
        "id": first,
        "on": "2026-11-02",
        "tags": ["threat"],
        "directed_at": "named_reaching",
        "visibility": "group",
        "members": 4812,
    }
    assert found["reposts"] == [{"id": again, "of": first, "after_removal": False}]
    assert found["warnings"] == [
        {"id": demand, "kind": "takedown", "on": "2026-11-03", "followed": [again]}
    ]
    assert house.ok("receipt") == before
    words = said(house, "pattern")
    assert words.startswith("Indhold: Trussel 1\n")
    assert "4.812" in words
    assert "On 2 days, from 2 November 2026" in said(house, "pattern", lang="en")
