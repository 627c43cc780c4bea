"""``deadlines``: from a post that was written down to the days on which somebody has to act."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.find_deadlines import read_rulebook
from app.casework.deadlines import RuleTableError
from app.messages import explain
from tests.e2e.walk.house import House
from tests.fakes.clock import FakeClock
from tests.worlds import DANISH


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path, clock=FakeClock())
    house.ok("init")
    return house


def test_a_post_gives_its_deadlines_the_nearest_first(house: House) -> None:
    house.ok(
        "incident", "--quote", "Ord", "--published", "2026-11-20 21:00", "--first-seen", "2026-11-23 09:00"
    )  # fmt: skip
    found = house.ok("deadlines")
    assert found["on"].startswith("2026-11-23T13:03:")
    first, second, *_ = found["deadlines"]
    assert first == {
        "rule": "police_72h",
        "version": "",
        "id": "e2",
        "counts_from": "published",
        "starts_at": "2026-11-20T20:00:00.000Z",
        "due_at": "2026-11-23T20:00:00.000Z",
        "act_before": "2026-11-23T20:00:00.000Z",
        "owner": "person_or_employer",
        "source": "Erstatningsnævnets årsberetning 2024; offererstatningsloven § 10",
        "source_url": "https://www.civilstyrelsen.dk",
        "checked_on": "2026-11-30",
        "confidence": "verified",
        "certainty": "confirmed",
        "publisher": "",
        "state": "soon",
        "title": "Report to the police",
        "doubt": "",
    }
    assert (second["counts_from"], second["due_at"]) == ("first_seen", "2026-11-26T08:00:00.000Z")
    by_rule = {row["rule"]: row for row in found["deadlines"]}
    private = by_rule["private_pros_6m"]
    # 23 May 2027 is a Sunday: the day to act before is Friday.
    assert private["starts_at"] == "2026-11-23"
    assert (private["due_at"], private["act_before"]) == (
        "2027-05-23T21:59:00.000Z",
        "2027-05-21T21:59:00.000Z",
    )
    assert by_rule["limitation_crim"]["due_at"] == ""
    assert {row["state"] for row in found["deadlines"][2:]} == {"open", "undated"}


def test_another_day_is_asked_for_and_what_has_gone_by_is_no_error(house: House) -> None:
    house.ok("incident", "--quote", "Ord", "--first-seen", "2026-11-23 09:00")
    ran = house.run("deadlines", "--on", "30.11.2026")
    assert ran.code == 0
    assert ran.result["on"] == "2026-11-29T23:00:00.000Z"
    assert ran.result["deadlines"][0]["state"] == "passed"
    assert house.ok("deadlines", "--on", "1.1.2031")["deadlines"][-1]["state"] == "undated"
    assert house.run("deadlines", "--on", "when it is over").code == 2


def test_an_event_of_2021_is_shown_with_the_rules_of_then(house: House) -> None:
    house.ok("incident", "--quote", "Ord", "--first-seen", "2021-05-03 10:00")
    found = house.ok("deadlines")["deadlines"]
    legacy = [row for row in found if row["rule"] == "legacy_9d_5w"]
    assert [(row["version"], row["state"]) for row in legacy] == [
        ("9_days", "historic"),
        ("5_weeks", "historic"),
    ]


def test_whom_one_wanted_to_ask_again_stands_beside_the_rules(house: House) -> None:
    house.ok("notify", "--role", "manager", "--follow-up", "2026-11-27")
    house.ok("request", "--role", "manager", "--what", "Et møde", "--due", "2026-12-24")
    found = house.ok("deadlines")
    assert found["deadlines"] == []
    assert found["follow_ups"] == [
        {"id": "e2", "kind": "notification", "role": "manager", "due_on": "2026-11-27", "state": "soon"},
        {"id": "e3", "kind": "request", "role": "manager", "due_on": "2026-12-24", "state": "open"},
    ]  # fmt: skip
    house.ok("request", "--corrects", "e3", "--reply-at", "2026-11-23 10:00")
    assert house.ok("deadlines")["follow_ups"][1]["state"] == "done"


def test_a_post_that_was_only_captured_counts_from_the_capture(house: House) -> None:
    (taken,) = house.ok("capture", "--all")["captures"]
    house.ok("incident", "--quote", "Ord", "--exhibit", "1")
    first = house.ok("deadlines")["deadlines"][0]
    assert (first["rule"], first["counts_from"]) == ("police_72h", "captured")
    assert first["starts_at"] == taken["captured_at"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "da",
            (
                "Anmeldelse til politiet",
                "senest torsdag 26. november 2026 kl. 09.00 · Dig eller arbejdsgiver · Snart",
                "Regnes fra det tidspunkt, du så det: 23. november 2026 kl. 09.00",
                "Det her er vejledning, ikke juridisk rådgivning. Tal med din konsulent.",
            ),
        ),
        (
            "en",
            (
                "Report to the police",
                "no later than Thursday 26 November 2026 at 09:00 · You or your employer · Soon",
                "Counts from when you first saw it: 23 November 2026 at 09:00",
                "This is guidance, not legal advice. Talk to your consultant.",
            ),
        ),
    ],
)
def test_a_person_reads_it_in_words(house: House, lang: str, said: tuple[str, ...]) -> None:
    house.ok("incident", "--quote", "Ord", "--first-seen", "2026-11-23 09:00")
    words = ("--vault", str(house.vault), "--passphrase-file", str(house.passphrase_file))
    out = house.typed(*words, "deadlines", "--lang", lang).out
    for line in said:
        assert line in out


def test_damaged_rules_are_told_in_a_sentence(house: House, tmp_path: Path) -> None:
    with pytest.raises(RuleTableError) as raised:
        read_rulebook(tmp_path)
    message = explain(raised.value, DANISH)
    assert (message.exit_code, message.kind) == (3, "casework.RuleTableError")


def test_a_calendar_file_is_written_once_and_says_when_alone(house: House) -> None:
    house.ok("incident", "--quote", "Canary words", "--first-seen", "2026-11-23 09:00")
    house.ok("notify", "--role", "manager", "--name", "Canary", "--follow-up", "2026-11-27")
    target = house.folder / "dates.ics"
    made = house.ok("calendar", "--out", str(target))
    content = target.read_text("utf-8")
    assert made == {"path": str(target), "entries": content.count("BEGIN:VEVENT")}
    assert "DTSTART:20261126T080000Z" in content
    assert "DTSTART;VALUE=DATE:20261127" in content
    assert "canary" not in content.lower()
    again = house.run("calendar", "--out", str(target))
    assert (again.code, again.answer["error"]["kind"]) == (3, "FileExistsError")
    assert target.read_text("utf-8") == content


def test_a_calendar_without_anything_due_is_empty_and_no_error(house: House) -> None:
    target = house.folder / "dates.ics"
    assert house.ok("calendar", "--out", str(target))["entries"] == 0
    assert "BEGIN:VCALENDAR" in target.read_text("utf-8")
