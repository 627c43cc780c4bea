"""One word for one thing: what the product says in Danish has none of the words that were given up."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.unit.danish.sources import Said, everything

TABLE = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))["word"]
TEXTS = everything()


def uses(word: dict[str, object], said: Said) -> bool:
    """Whether a text uses a word of the table, and is not one of those that may."""
    but, unless = word.get("but", ()), word.get("unless", ())
    assert isinstance(but, list | tuple)
    assert isinstance(unless, list | tuple)
    if said.key in but:
        return False
    plain = re.sub(r"\{[^}]*\}", "", said.danish)
    for longer in unless:
        plain = plain.replace(longer, "")
    return bool(re.search(rf"(?<![\w-])(?:{word['not']})(?!\w)", plain, re.IGNORECASE))


@pytest.mark.parametrize("word", TABLE, ids=[each["not"] for each in TABLE])
def test_a_word_that_was_given_up_is_not_used(word: dict[str, object]) -> None:
    assert not {each.key: each.danish for each in TEXTS if uses(word, each)}, f"say {word['say']}"


@pytest.mark.parametrize("word", TABLE, ids=[each["not"] for each in TABLE])
def test_who_may_use_a_word_all_the_same_does(word: dict[str, object]) -> None:
    """An exception that nobody needs any more is taken out."""
    bare = {"not": word["not"]}
    for key in word.get("but", []):  # type: ignore[attr-defined]
        assert any(uses(bare, each) for each in TEXTS if each.key == key), key


def test_the_word_of_the_table_is_found_where_it_stands() -> None:
    found = [each for each in TEXTS if re.search("Kontrolkode", each.danish)]
    assert {each.area.value for each in found} >= {"window", "messages", "commands"}
    assert any(uses({"not": "kontrolkode"}, each) for each in found)
