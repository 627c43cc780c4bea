"""The glossary names every kind, part, field and choice of the log."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import msgspec
import pytest

from app.casework import PART_TYPES, GenesisFacts
from app.vocabulary import WORDS

GLOSSARY = (Path(__file__).parents[3] / "docs" / "glossary.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`]+)`", GLOSSARY))
TYPES = [
    type_ for types in PART_TYPES.values() for type_ in types if type_ is not GenesisFacts
]  # written and read by the vault: docs/format.md


@pytest.mark.parametrize("type_", TYPES, ids=lambda type_: type_.__name__)
def test_every_kind_and_field_stands_in_the_glossary(type_: type[msgspec.Struct]) -> None:
    fields = {field.encode_name for field in msgspec.structs.fields(type_)} - {"version"}
    assert {str(type_.__struct_config__.tag), *fields} <= NAMED


@pytest.mark.parametrize("choices", WORDS, ids=lambda choices: choices.__name__)
def test_every_choice_stands_in_the_glossary(choices: type[StrEnum]) -> None:
    assert {str(choice.value) for choice in choices} <= NAMED


def test_every_part_stands_in_the_glossary() -> None:
    assert set(PART_TYPES) - {"genesis"} <= NAMED
