"""No field asks what the person did wrong: not its label, not its help, and not the words of its choices."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from app.casework import KINDS, Field, Written
from app.language import Language
from app.vocabulary import in_words
from tests.worlds import DANISH, ENGLISH

BLAME = {
    "en": re.compile(
        r"\b(your fault|blame|guilt\w*|should have|could you have|provok\w*|mistakes?|do wrong)\b",
        re.IGNORECASE,
    ),
    "da": re.compile(
        r"\b(din skyld|skylden|skyldig\w*|burde|kunne du have|provoker\w*|fejltrin|gjort forkert)\b",
        re.IGNORECASE,
    ),
}


def said(field: Field, language: Language) -> Iterator[str]:
    for words in (field.label, field.help, field.option_help, field.shown):
        yield language.text(words) if words else ""
    for choice in field.choices or ():
        yield in_words(choice, language)
        yield in_words(choice, language, long=True)


@pytest.mark.parametrize("language", [ENGLISH, DANISH], ids=["en", "da"])
def test_no_field_asks_what_the_person_did_wrong(language: Language) -> None:
    pattern = BLAME[language.code]
    asked = [
        (kind.tag, field.name, words)
        for kind in KINDS
        if isinstance(kind, Written)
        for field in kind.fields
        for words in said(field, language)
    ]
    assert len(asked) > 500
    assert [each for each in asked if pattern.search(each[2])] == []


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "What could you have done? Was it your fault"), ("da", "Hvad kunne du have gjort?")],
)
def test_a_field_that_would_ask_it_is_found(code: str, words: str) -> None:
    assert BLAME[code].search(words)
