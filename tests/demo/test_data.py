"""What the demo files: whole in both languages, and free of what must never leave."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from app.vocabulary import AccessBasis, Channel, IncidentKind, Role, Visibility
from demo.post.post import read_post
from tests.unit.house.tree import ROOT

FOLDER = ROOT / "resources/demo"
DEMO: dict[str, Any] = tomllib.loads((FOLDER / "demo.toml").read_text(encoding="utf-8"))
POST = read_post(FOLDER / "post.toml")


def shape(value: object) -> object:
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else type(value)


def words(value: object) -> list[str]:
    if isinstance(value, dict):
        return [word for inner in value.values() for word in words(inner)]
    if isinstance(value, list):
        return [word for inner in value for word in words(inner)]
    return [value] if isinstance(value, str) else []


def test_both_languages_file_the_same_things() -> None:
    assert shape(DEMO["da"]) == shape(DEMO["en"])
    assert DEMO["da"]["times"] == DEMO["en"]["times"]
    for table in ("incident", "notifications", "contacts"):
        for name in ("handle", "profile_url", "role", "channel", "name", "mail"):
            assert [row.get(name) for row in rows("da", table)] == [
                row.get(name) for row in rows("en", table)
            ]


def rows(language: str, table: str) -> list[dict[str, Any]]:
    found = DEMO[language][table]
    return found if isinstance(found, list) else [found]


@pytest.mark.parametrize("language", ["da", "en"])
def test_closed_words_are_those_of_the_records(language: str) -> None:
    incident = DEMO[language]["incident"]
    assert incident["form"] in set(IncidentKind)
    assert incident["visibility"] in set(Visibility)
    assert incident["access"] in set(AccessBasis)
    for told in rows(language, "notifications"):
        assert told["channel"] in set(Channel)
        assert told["role"] in set(Role)
    for contact in rows(language, "contacts"):
        assert contact["role"] in set(Role)


@pytest.mark.parametrize("language", ["da", "en"])
def test_marks_and_redactions_name_places_of_the_post(language: str) -> None:
    marks, redactions = rows(language, "marks"), rows(language, "redactions")
    assert {mark["place"] for mark in marks} <= set(POST.places)
    assert {redaction["place"] for redaction in redactions} == {"child_name", "cpr"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_child_and_the_number_stand_in_nothing_that_is_filed(language: str) -> None:
    filed = "\n".join(words(DEMO[language]))
    assert "Oliver" not in filed
    assert POST.places["cpr"] not in filed
    assert POST.places["phone"] not in filed


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_canary_stands_in_the_private_note_only(language: str) -> None:
    singing = [table for table in DEMO[language] if DEMO["canary"] in str(DEMO[language][table])]
    assert singing == ["private_note"]
    assert DEMO["canary"] not in (FOLDER / "post.toml").read_text(encoding="utf-8")


def test_nothing_in_it_can_be_somebody() -> None:
    assert int(POST.places["cpr"][:2]) > 31
    assert POST.places["phone"].startswith("00 00 ")
    everything = (FOLDER / "post.toml").read_text("utf-8") + (FOLDER / "demo.toml").read_text(
        "utf-8"
    )
    hosts = [word.split("/")[2] for word in words(DEMO) if word.startswith("https://")]
    assert hosts
    assert all(host.endswith(".example") for host in hosts)
    assert all(mail["mail"].endswith(".example") for mail in rows("da", "contacts"))
    for surname in everything.split("author = ")[1:]:
        assert surname.splitlines()[0].strip('"').split()[-1] in {"Eks", "Prøve", "Test"}
