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
    assert words.startswith("Indhold: Trussel\u00a0(1)\n")
    assert "4.812" in words
    assert "On 2 different days, from 2 November 2026" in said(house, "pattern", lang="en")


def test_the_review_asks_what_others_may_ask_and_says_what_mends_it(house: House) -> None:
    assert house.ok("review") == {"weaknesses": [], "limits": []}
    assert said(house, "review") == "Der er intet at rette.\n"
    house.ok("capture", "--region", "0,0,20,20")
    post = house.ok("incident", "--quote", "Ord", "--exhibit", "1")["id"]
    found = house.ok("review")
    assert {each["rule"] for each in found["weaknesses"] if each["id"] == post} == {
        *("no_absolute_time", "no_link", "access_unclear"),
    }
    assert found["weaknesses"][0] == {
        "rule": "no_absolute_time",
        "id": post,
        "weight": "important",
        "mend": "details",
        "title": "Day and time of day are missing",
        "why": "“3 h” or “yesterday” says something only on the day of the picture.",
        "fix": "Hold the pointer over the time on the page, and write the exact day and time of day.",
    }
    assert [each["rule"] for each in found["limits"]] == [
        "what_a_picture_shows",
        "clock_not_checked",
    ]
    house.ok("incident", "--corrects", post, "--published", "2026-11-20 21:00")
    mended = {each["rule"] for each in house.ok("review")["weaknesses"]}
    assert "no_absolute_time" not in mended
    words = said(house, "review")
    assert words.startswith(
        "Det kan andre komme til at spørge om. Ret det, du kan.\n  Der er intet link [e"
    )
    assert "Grænser: Det kan ingen ændre" in words


def test_the_review_looks_at_the_exhibits_that_are_to_be_shown(house: House) -> None:
    for _ in range(6):
        house.ok("capture", "--all")
    assert "many_without_examples" in str(house.ok("review"))
    assert "many_without_examples" not in str(
        house.ok("review", "--exhibit", "1", "--exhibit", "B2")
    )
    assert house.run("review", "--exhibit", "99").code == 2


def test_the_sheet_for_the_register_has_nine_fields_of_the_events_that_are_wanted(
    house: House,
) -> None:
    assert house.ok("registration-sheet") == {"sheets": []}
    first = house.ok(
        "incident", "--quote", "Ord", "--description", "Et opslag", "--profile-name", "Bo Eks"
    )["id"]
    second = house.ok("incident", "--quote", "Ord", "--published", "2026-11-20 21:00")["id"]
    assert [each["id"] for each in house.ok("registration-sheet")["sheets"]] == [first, second]
    (sheet,) = house.ok("registration-sheet", first)["sheets"]
    assert [each["field"] for each in sheet["fields"]] == [
        *("when", "where", "sender", "relation", "form", "what", "absence", "handled_by", "done"),
    ]
    assert sheet["fields"][2] == {
        "field": "sender",
        "label": "Who is behind it",
        "value": "Sender A",
    }
    words = said(house, "registration-sheet", first)
    assert "Hvad er der sket? Et opslag\n" in words
    assert "Førte det til fravær? Ikke oplyst\n" in words
    assert "Bo Eks" not in words
    assert house.run("registration-sheet", "e99").code == 2


def test_statistics_tell_nothing_of_fewer_than_five_and_no_small_cell(house: House) -> None:
    assert house.ok("statistics") == {"incidents": None, "distributions": []}
    for springs_from in ("law",) * 6 + ("decision",):
        house.ok("incident", "--quote", "Ord", "--springs-from", springs_from)
    found = house.ok("statistics")
    assert found["incidents"] == 7
    assert found["distributions"][0] == {
        "of": "springs_from",
        "cells": [{"name": "merged", "count": 7}],
    }
    assert [each["of"] for each in found["distributions"]] == [
        *("springs_from", "form", "visibility", "directed_at", "quarter"),
    ]
    assert said(house, "statistics").startswith("7 opslag eller andre hændelser\n")


def test_the_summary_is_one_page_with_questions(house: House) -> None:
    assert house.ok("summary")["questions"] == []
    house.ok("incident", "--quote", "Ord", "--first-seen", "2026-11-23 09:00")
    asked = house.ok("request", "--what", "Et møde", "--role", "manager", "--at", "2026-11-02 9:00")
    found = house.ok("summary")
    assert [(each["ask"], each["id"]) for each in found["questions"]] == [
        ("unanswered", asked["id"]),
        *((ask, "") for ask in ("police", "removal", "registration", "next_time")),
    ]
    assert found["title"] == "My case"
    words = said(house, "summary")
    assert words.startswith("My case\n\n")
    assert "  5. Hvem går jeg til, hvis der kommer noget igen?" in words
    assert len(words.splitlines()) < 50
