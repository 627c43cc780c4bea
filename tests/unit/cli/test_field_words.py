"""``show`` and the help speak the person's language: fields, choices, times and what stands for a value."""

from __future__ import annotations

import re

import msgspec
import pytest

from app.casework import PART_TYPES
from app.casework.kinds import KINDS
from app.cli import COMMANDS
from app.cli.field_words import field_words, part_words, value_words
from app.cli.parsing import TextWanted, parse
from app.vocabulary import Visibility
from tests.worlds import DANISH, ENGLISH

FIELDS = sorted(
    {
        (kind.tag, part, field.encode_name)
        for kind in KINDS
        for part, body in kind.parts.items()
        for field in msgspec.structs.fields(body)
        if field.name != "version"
    }
    | {
        ("note", part, field.encode_name)
        for part in ("person", "machine", "object")
        for body in PART_TYPES[part]
        for field in msgspec.structs.fields(body)
        if field.name != "version"
    }
)
# What is called the same in Danish as in the code.
SAME = {
    "Computer",
    "Link",
    "Note",
    "Person",
    "Plan",
    "Platform",
    "Program",
    "Python",
    "Qt",
    "Relation",
    "System",
}


@pytest.mark.parametrize(("tag", "part", "key"), FIELDS)
def test_a_field_has_words(tag: str, part: str, key: str) -> None:
    said = field_words(tag, part, key, DANISH.text)
    assert said != key
    assert "_" not in said
    assert not said.endswith("?")
    assert said in SAME or said != field_words(tag, part, key, ENGLISH.text)


def test_a_part_has_words() -> None:
    parts = {part for kind in KINDS for part in kind.parts} | {"person", "machine", "object"}
    assert not [part for part in parts - {"genesis"} if part_words(part, DANISH.text) == part]


def test_choices_and_times_are_said_in_words() -> None:
    visible = value_words("incident", "facts", "visibility", Visibility.GROUP.value, DANISH)
    assert visible == "gruppens medlemmer"
    nobody_said = value_words("incident", "facts", "visibility", "unknown", DANISH)
    assert nobody_said not in ("", "unknown")
    time = value_words("file", "facts", "added_at", "2026-11-23T13:03:11.042Z", DANISH)
    assert str(time).startswith("23. november 2026 kl. 14.03.11 dansk tid")
    assert value_words("capture", "facts", "context", True, DANISH) == "ja"


def test_what_a_later_version_sealed_is_shown_as_it_is() -> None:
    assert part_words("aura", DANISH.text) == "aura"
    assert field_words("incident", "facts", "aura", DANISH.text) == "aura"
    assert value_words("incident", "facts", "aura", "blue", DANISH) == "blue"


@pytest.mark.parametrize("command", [command.NAME for command in COMMANDS])
def test_the_help_names_places_in_danish(command: str) -> None:
    with pytest.raises(TextWanted) as asked:
        parse([command, "--help"], DANISH)
    places = re.findall(r"(?<=[ \n])(?:--[a-z-]+ )([A-ZÆØÅ][A-ZÆØÅ,:_]+)", asked.value.text)
    assert set(places) <= {
        *(
            "BELØB",
            "DAG",
            "FIL",
            "ID",
            "KODE",
            "MODTAGER",
            "NAVN",
            "SEKUNDER",
            "STI",
            "TAL",
            "TEKST",
            "TID",
        ),
        *("X,Y,B,H", "X,Y,B,H:GRUND"),
    }
