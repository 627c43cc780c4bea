"""Sharing by consent: nothing of the private chain leaves without it; with it to one recipient, until withdrawn."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.vocabulary import DisclosedTopic, day, in_words, minute
from tests.e2e.walk.case import RECIPIENTS, encodings
from tests.e2e.walk.house import House
from tests.e2e.walk.leaving import fields, read_package, squeezed
from tests.e2e.walk.test_leaks import all_bytes
from tests.e2e.walk.test_private_chain import COMMANDS, TELLING
from tests.worlds import DANISH

SHAREABLE = {"health": "reaction", "absence": "absence", "expense": "expense"}
# What each command noted, as the report is to say it.
SHARED = "kanarie-delt"


class Sharing:
    """A case with one private thing of each kind, and packages of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.house = House(folder)
        self.house.ok("init")
        self.house.ok("case", "--name", "Mette Eks", "--title", "Min sag")
        self.house.ok("capture", "--all")
        self.house.ok("incident", "--exhibit", "1", "--platform", "Facebook", "--why", "Usandt")
        self.ids = {
            command: self.house.ok(command, *words)["id"] for command, words in COMMANDS.items()
        }
        self._made = 0
        self.last: dict[str, Any] = {}

    def consent(self, recipient: str, *commands: str) -> str:
        items = [word for each in commands for word in ("--item", self.ids[each])]
        given: str = self.house.ok("consent", "--recipient", recipient, *items)["id"]
        return given

    def hand_over(self, recipient: str, *shares: str) -> Path:
        self._made += 1
        target = self.folder / f"{recipient}-{self._made}.zip"
        more = [word for each in shares for word in ("--share", each)]
        self.last = self.house.ok("handover", "--for", recipient, "--out", str(target), *more)
        return target

    def share(self, command: str) -> str:
        return f"{self.ids[command]}={SHARED}-{command}"

    def holds(self, package: Path, words: str) -> bool:
        haystack = all_bytes(package, self.folder)
        return any(each in haystack for each in encodings(words))


@pytest.fixture
def sharing(tmp_path: Path) -> Sharing:
    return Sharing(tmp_path)


def test_nothing_leaves_without_a_consent_however_it_is_asked_for(sharing: Sharing) -> None:
    for recipient in RECIPIENTS:
        package = sharing.hand_over(recipient)
        for words in ("kanarie", *TELLING):
            assert not sharing.holds(package, words), words
        before = len(sharing.house.ok("list")["items"])
        refused = sharing.house.run(
            "handover", "--for", recipient, "--out", str(sharing.folder / "no.zip"),
            "--share", sharing.share("health"),
        )  # fmt: skip
        assert refused.code != 0
        assert refused.answer["error"]["kind"] == "casework.ConsentMissingError"
        assert not (sharing.folder / "no.zip").exists()
        assert len(sharing.house.ok("list")["items"]) == before


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_with_a_consent_it_stands_in_that_recipients_package_alone(
    sharing: Sharing, recipient: str
) -> None:
    (other,) = set(RECIPIENTS) - {recipient}
    sharing.consent(recipient, *SHAREABLE)
    package = sharing.hand_over(recipient, *(sharing.share(each) for each in SHAREABLE))
    for command in SHAREABLE:
        assert sharing.holds(package, f"{SHARED}-{command}")
        assert f"{SHARED}-{command}" in squeezed(read_package(package, sharing.folder).pages)
    # What was noted itself stays: only the words that were chosen for the report go along.
    chain = sharing.house.ok("show", "p1")["chain"]
    for words in ("kanarie-ord", "kanarie-navn", chain, "injury_step", "care_contact"):
        assert not sharing.holds(package, words), words
    for command in SHAREABLE:
        assert not sharing.holds(sharing.hand_over(other), f"{SHARED}-{command}")
    refused = sharing.house.run(
        "dossier", "--for", other, "--out", str(sharing.folder / "no.pdf"),
        "--share", sharing.share("health"),
    )  # fmt: skip
    assert refused.answer["error"]["kind"] == "casework.ConsentMissingError"


def test_what_was_shared_in_one_report_is_not_opened_by_the_next(sharing: Sharing) -> None:
    sharing.consent("manager", "health")
    first = sharing.hand_over("manager", sharing.share("health"))
    assert sharing.holds(first, SHARED)
    later = sharing.hand_over("manager")
    assert not sharing.holds(later, SHARED)
    shown = {kind for _, kind, _, _, _ in fields(read_package(later, sharing.folder))}
    assert not shown & {"disclosed", "disclosed_text"}


def test_withdrawn_it_is_in_no_later_package_and_what_was_handed_over_is_listed(
    sharing: Sharing,
) -> None:
    consent = sharing.consent("manager", "health", "absence")
    package = sharing.hand_over("manager", sharing.share("health"))
    saved = sharing.last["id"]
    report = f"e{int(saved[1:]) - 1}"
    noted = sharing.house.ok("handed-over", saved, "--role", "manager")
    withdrawn = sharing.house.ok("withdraw", consent)
    assert [
        (each["id"], each["packages"], each["handed_over"]) for each in withdrawn["already"]
    ] == [(report, [saved], noted["id"])]
    assert sharing.holds(package, SHARED)  # what left has left
    for recipient in RECIPIENTS:
        later = sharing.hand_over(recipient)
        for words in (SHARED, "kanarie"):
            assert not sharing.holds(later, words)
    refused = sharing.house.run(
        "handover", "--for", "manager", "--out", str(sharing.folder / "no.zip"),
        "--share", sharing.share("absence"),
    )  # fmt: skip
    assert refused.answer["error"]["kind"] == "casework.ConsentMissingError"
    again = sharing.house.ok("withdraw", consent)
    assert again["already"] == withdrawn["already"]


def test_one_of_two_consents_withdrawn_leaves_the_other(sharing: Sharing) -> None:
    first = sharing.consent("manager", "health")
    sharing.consent("manager", "absence")
    sharing.house.ok("withdraw", first)
    package = sharing.hand_over("manager", sharing.share("absence"))
    assert sharing.holds(package, f"{SHARED}-absence")
    refused = sharing.house.run(
        "handover", "--for", "manager", "--out", str(sharing.folder / "no.zip"),
        "--share", sharing.share("health"),
    )  # fmt: skip
    assert refused.code != 0


def test_what_was_corrected_since_is_asked_for_again_and_keeps_its_token(sharing: Sharing) -> None:
    consent = sharing.consent("manager", "health")
    sharing.house.ok("health", "--corrects", sharing.ids["health"], "--words", "Andre ord")
    refused = sharing.house.run(
        "dossier", "--for", "manager", "--out", str(sharing.folder / "no.pdf"),
        "--share", sharing.share("health"),
    )  # fmt: skip
    assert refused.answer["error"]["kind"] == "casework.ConsentOutdatedError"
    again = sharing.house.ok("consent", "--corrects", consent, "--item", sharing.ids["health"])

    def item(entry: str) -> dict[str, Any]:
        parts = {each["name"]: each["body"] for each in sharing.house.ok("show", entry)["parts"]}
        (found,) = parts["scope"]["items"]
        return dict(found)

    before, now = item(consent), item(again["id"])
    assert before["token"] == now["token"]
    assert before["entry"] != now["entry"]
    assert sharing.holds(sharing.hand_over("manager", sharing.share("health")), SHARED)


@pytest.mark.parametrize("command", ["care", "injury"])
def test_a_manager_is_offered_neither_doctor_nor_work_injury(
    sharing: Sharing, command: str
) -> None:
    sharing.consent("manager", command)
    refused = sharing.house.run(
        "dossier", "--for", "manager", "--out", str(sharing.folder / "no.pdf"),
        "--share", sharing.share(command),
    )  # fmt: skip
    assert refused.answer["error"]["kind"] == "casework.NotOfferedError"
    sharing.consent("union_consultant", command)
    package = sharing.hand_over("union_consultant", sharing.share(command))
    assert sharing.holds(package, f"{SHARED}-{command}")


@pytest.mark.parametrize("command", ["support-offer", "watch", "checklist"])
def test_some_things_are_shared_by_no_consent(sharing: Sharing, command: str) -> None:
    refused = sharing.house.run("consent", "--recipient", "manager", "--item", sharing.ids[command])
    assert refused.code != 0
    assert sharing.house.run("consent", "--item", sharing.ids["health"]).code != 0  # for nobody
    assert sharing.house.run("consent", "--recipient", "manager").code != 0  # nothing


def test_without_own_words_the_program_says_its_facts_and_nothing_that_was_typed(
    sharing: Sharing,
) -> None:
    sharing.consent("manager", *SHAREABLE)
    package = sharing.hand_over("manager", *(sharing.ids[each] for each in SHAREABLE))
    pages = squeezed(read_package(package, sharing.folder).pages)
    assert squeezed("Absence from 7 November 2026 to 9 November 2026. 37 per cent.") in pages
    assert squeezed("Medicine") in pages
    assert not sharing.holds(package, "kanarie")


def test_every_field_of_it_is_printed_or_only_ties_it_together(sharing: Sharing) -> None:
    sharing.consent("union_consultant", *SHAREABLE, "care", "injury")
    target = sharing.folder / "felter.zip"
    shares = [
        word for each in (*SHAREABLE, "care", "injury") for word in ("--share", sharing.share(each))
    ]
    ran = sharing.house.run(
        "handover", "--for", "union_consultant", "--out", str(target), *shares, lang="da"
    )
    assert ran.code == 0, ran.out
    leaving = read_package(target, sharing.folder)
    pages = squeezed(leaving.pages).casefold()
    ties = {"kind", "version", "token", "form", "recipient", "language"}
    seen = set()
    for _, kind, _, path, value in fields(leaving):
        if kind not in {"disclosed", "disclosed_text"} or path in ties:
            continue
        seen.add(path)
        if path == "topic":
            printed = in_words(DisclosedTopic(value), DANISH)
        elif path == "recorded_at":
            printed = minute(value, DANISH)
        elif path == "happened_on":
            printed = day(value, DANISH)
        else:
            printed = str(value)
        assert squeezed(printed).casefold() in pages, (path, value)
    assert seen == {"topic", "recorded_at", "happened_on", "words"}


def test_a_package_with_it_is_checked_by_the_verifier_that_travels(sharing: Sharing) -> None:
    sharing.consent("manager", "health")
    package = sharing.hand_over("manager", sharing.share("health"))
    checked = sharing.house.ok("verify", str(package))
    assert "altered" not in json.dumps(checked).lower()
    unpacked = sharing.folder / "unpacked"
    subprocess.run(["unzip", "-q", str(package), "-d", str(unpacked)], check=True)
    (verifier,) = unpacked.rglob("verify.py")
    ran = subprocess.run(
        [sys.executable, "-I", str(verifier)], cwd=verifier.parent, capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stdout.decode() + ran.stderr.decode()
