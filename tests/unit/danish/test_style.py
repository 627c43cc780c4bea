"""The style of the product's Danish: short sentences, Danish signs, one and many, and how hard it is to read."""

from __future__ import annotations

import re

import pytest

from tests.unit.danish.sources import Area, Said, everything

MOST_WORDS = 20
# LIX, words per sentence and the percentage of words over six letters; 25 to 34 is easy, 35 to 44 medium.
LIMITS = {
    Area.WINDOW: 22,
    Area.MESSAGES: 24,
    Area.COMMANDS: 26,
    Area.REPORT: 31,
    Area.REQUESTS: 35,
    Area.GUIDANCE: 35,
    Area.LETTERS: 27,
    Area.VERIFIERS: 27,
    Area.README: 35,
}
TEXTS = everything()
# The same moment twice, in a bracket.
EXACT_TIME = "{day} kl. {clock} dansk tid (UTC{offset}; {utc} UTC)"
# In files that are opened with any editor, and in a shell, straight quotation marks are the safe ones.
STRAIGHT_QUOTES = {Area.LETTERS, Area.VERIFIERS}
# There are always several: more than one case, letters of a passphrase, parts of a long picture.
ALWAYS_MANY = {
    "{count} cases fit. Nothing was changed. Say which one with --case and its number.",
    "{count} cases fit. Nothing was changed. Choose one under “Case”.",
    "That is too short to keep others out. Use at least {count} letters, such as four words.",
    "The picture is long. It is shown in {count} parts that overlap a little. Only these pages divide it. ",
}
PLACEHOLDER = re.compile(r"\{[^}]*\}")


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence; a placeholder is one short word, and so is a path or a piece of code."""
    plain = re.sub(
        r"\S*[/_]\S*|\S+\.(?:py|txt|pdf|sh)\b|\w+\.\w+\.\S*", "x", PLACEHOLDER.sub("x", text)
    )
    plain = re.sub(r"(?<=\d)\.(?=\d| [a-z])", "", plain).replace("kl.", "kl")
    parts = re.split(r"[.?!;…](?=\s|$|[”\")])|:(?=\s+[A-ZÆØÅ])|\n", plain)
    words = ([re.sub(r"^\W+|\W+$", "", each) for each in part.split()] for part in parts)
    return [[each for each in some if each] for some in words if any(some)]


def lix(texts: list[Said]) -> float:
    """Of all sentences of four words and more: what is shorter is a label."""
    told = [some for each in texts for some in sentences(each.danish) if len(some) > 3]
    words = [word for some in told for word in some]
    return len(words) / len(told) + 100 * sum(len(word) > 6 for word in words) / len(words)


@pytest.mark.parametrize("area", list(Area))
def test_an_area_is_easy_to_read(area: Area) -> None:
    texts = list({each.danish: each for each in TEXTS if each.area is area}.values())
    assert texts
    found = lix(texts)
    assert found <= LIMITS[area], f"LIX of {area}: {found:.1f}, at most {LIMITS[area]}"


def test_no_sentence_is_longer_than_twenty_words() -> None:
    long = {
        " ".join(some): len(some)
        for each in TEXTS
        for some in sentences(each.danish)
        if len(some) > MOST_WORDS
    }
    assert not long


def test_quotation_marks_are_danish_and_come_in_pairs() -> None:
    odd = [
        each.danish
        for each in TEXTS
        if re.search("[\u201c\u201e\u2018\u00ab\u00bb]", each.danish)
        or each.danish.count("”") % 2
        or ('"' in each.danish and each.area not in STRAIGHT_QUOTES)
    ]
    assert not odd


def test_a_full_stop_stands_for_a_semicolon() -> None:
    assert {each.danish for each in TEXTS if ";" in each.danish} == {EXACT_TIME}


def test_three_dots_are_one_sign_with_a_space_before_it() -> None:
    assert not [each.danish for each in TEXTS if re.search(r"\.\.\.|\S…", each.danish)]
    # The same in English, so that the buttons of one screen look alike.
    assert not [each.key for each in TEXTS if re.search(r"\.\.\.|[a-z]…", each.key)]


def test_nothing_shouts() -> None:
    assert not [each.danish for each in TEXTS if "!" in each.danish]


def test_what_is_counted_has_one_and_many() -> None:
    """A number before a word needs both forms, so that "1 minutter" cannot be said."""
    alone = [
        each.key
        for each in TEXTS
        if len(each.forms) == 1
        and re.search(r"\{count\} (?!og\b|til\b|af\b)[a-zæøå]", each.danish)
        and each.key not in ALWAYS_MANY
    ]
    assert not alone
    counted = [each for each in TEXTS if len(each.forms) > 1]
    assert counted
    same = [each.danish for each in counted if len(set(each.forms)) == 1]
    assert not [
        text
        for text in same
        if not re.search("bilag|hændelse|punkt|ting|til$", text, re.IGNORECASE)
    ]


def test_the_measure_counts_as_its_definition_says() -> None:
    text = "Du ser den her. Computerens ur er kontrolleret, og kl. 14.03 blev det gemt."
    assert [len(some) for some in sentences(text)] == [4, 10]
    assert lix([Said(Area.WINDOW, "", text)]) == pytest.approx(14 / 2 + 100 * 2 / 14)
