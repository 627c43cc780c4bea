"""The glossary names every kind, part, field and choice of the log, in the words that people read."""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec
import pytest
from babel.messages.pofile import read_po

from app.casework import KINDS, PART_TYPES, GenesisFacts
from app.vocabulary import (
    WORDS,
    AccessBasis,
    CaptureMethod,
    Channel,
    IncidentKind,
    Role,
    Visibility,
    in_words,
)
from tests.unit.house.tree import ROOT
from tests.worlds import DANISH

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
CATALOGUE = ROOT / "resources/locales/da/LC_MESSAGES/bevismappe.po"
# What is written down around the evidence has its fields and choices on pages of its own.
PAGES = ("glossary.md", "kinds.md", "kinds-private.md", "closed-sets.md")
NAMED = {
    name
    for page in PAGES
    for name in re.findall(r"`([^`]+)`", (ROOT / "docs" / page).read_text(encoding="utf-8"))
}
# By rule 3 of kinds.md a part is tagged by its kind and its name.
NAMED |= {f"{kind.tag}_{part}" for kind in KINDS for part in kind.parts if kind.tag in NAMED}
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


def _terms() -> list[str]:
    """The Danish words of the first table: "gemt og låst (program), forseglet (…)" is two of them."""
    rows = re.findall(r"^\| ([^|`]+) \| `", GLOSSARY.split("## Entries")[0], re.MULTILINE)
    cells = [re.sub(r"\([^)]*\)", "", row) for row in rows]
    return [term.strip() for cell in cells if cell != "–" for term in cell.split(",")]


@pytest.fixture(scope="module")
def danish() -> str:
    """All that the catalogue says."""
    with CATALOGUE.open("rb") as file:
        forms = [message.string for message in read_po(file, locale="da") if message.id]
    return "\n".join("\n".join([each] if isinstance(each, str) else each or ()) for each in forms)


@pytest.mark.parametrize("term", _terms())
def test_every_word_is_said_in_the_catalogue(term: str, danish: str) -> None:
    inflected = rf"\b{re.escape(term)}(?:e?[ntr]|e?rne|ene)?s?\b"
    assert re.search(inflected, danish, re.IGNORECASE)


def test_the_words_were_found() -> None:
    assert {"sag", "orientere", "forseglet", "udeladelser", "vidne"} <= set(_terms())


# Pictures are told of in whole sentences.
@pytest.mark.parametrize(
    "choices", [Role, Channel, Visibility, AccessBasis, IncidentKind, CaptureMethod]
)
def test_every_choice_has_its_own_words_in_the_glossary(choices: type[StrEnum]) -> None:
    text = " ".join(re.sub(r" \([A-Z]+\)", "", GLOSSARY).split()).casefold()
    for each in choices:
        words = in_words(each, DANISH) or in_words(each, DANISH, long=True)
        said = f"| {words} | `{each}` |" if choices is Role else f"`{each}` {words}"
        assert said.casefold() in text
