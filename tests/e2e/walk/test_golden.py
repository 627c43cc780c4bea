"""The made-up year through the commands: each answer has the figures that were read and kept."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.e2e.dossier.made import run_tool
from tests.e2e.walk.house import House
from tests.golden.asking import ASKED, a_year, figures_of, kept

_HEADS = {"Hvad", "Hvorfor", "Side", "Bilag", "Oplysninger"}


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


def test_its_timeline_has_two_orders_of_the_same_rows(house: House) -> None:
    happened = house.ok("timeline")["items"]
    recorded = house.ok("timeline", "--order", "recorded")["items"]
    assert sorted(each["id"] for each in happened) == sorted(each["id"] for each in recorded)
    sealed = [each["sealed_at"] for each in recorded]
    assert sealed == sorted(sealed)
    assert [each["happened_at"][:10] for each in happened] == sorted(
        each["happened_at"][:10] for each in happened
    )
    # Sealed the evening after it was posted, and told between the two.
    assert [each["id"] for each in happened] != [each["id"] for each in recorded]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (("--tag", "picture_of_children"), {"incident": 2}),
        (("--platform", "TikTok", "--form", "video"), {"incident": 2}),
        (("--told", "safety_rep"), {"message": 1}),
        (("--no-link", "--platform", "Telefon"), {"incident": 1}),
        (("--sender", "a", "--form", "share"), {"incident": 1}),
    ],
)
def test_its_timeline_shows_what_is_wanted(
    house: House, words: tuple[str, ...], kinds: dict[str, int]
) -> None:
    items = house.ok("timeline", *words)["items"]
    found = Counter(each["kind"] for each in items if not each["kind"].startswith("Exhibit"))
    assert found == kinds


def test_the_private_copy_names_events_by_their_day_and_says_nothing_twice(house: House) -> None:
    target, password = house.folder / "own.pdf", house.folder / "password"
    password.write_text("hest lampe skov stige kanon brev\n", encoding="utf-8")
    house.ok("private-copy", "--out", str(target), "--password-file", str(password))
    words = " ".join(
        run_tool("pdftotext", "-raw", "-upw", password.read_text().strip(), target, "-").split()
    )
    assert "Incidents Video, 19 February 2026" in words
    assert words.count("Jeg orker ikke et møde mere om det her i denne uge.") == 1


@pytest.mark.parametrize("recipient", ["manager", "safety_rep"])
def test_no_page_of_a_report_ends_with_what_leads_to_the_next(house: House, recipient: str) -> None:
    target = house.folder / f"{recipient}.pdf"
    made = ("dossier", "--for", recipient, "--out", str(target))
    assert house.run(*made, lang="da").code == 0
    pages = run_tool("pdftotext", "-raw", target, "-").split("\f")[:-1]
    last = [page.strip().splitlines()[-3] for page in pages]  # then come its head and its foot
    assert len(last) > 30
    assert [line for line in last if line.endswith(":") or line in _HEADS] == []
