"""What in the words that were read in a picture tells who somebody is, with the rectangles to cover."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.naming import People, Person, Pseudonym, Spot, find_in_words
from app.picture import ReadWord
from app.vocabulary import Likeness, Relation

PEOPLE = People(
    (
        Person(Pseudonym(Relation.SENDER, "A"), ("Torben Eks",), ("torben_eks",)),
        Person(Pseudonym(Relation.CHILD, "1"), ("Pernille",)),
    )
)


def read(text: str) -> tuple[ReadWord, ...]:
    """Words of ten pixels a letter, lines of twenty."""
    made = []
    for line, words in enumerate(text.split("\n")):
        left = 0
        for word in words.split():
            made.append(ReadWord(word, left, line * 20, len(word) * 10, 16, 90, line))
            left += len(word) * 10 + 10
    return tuple(made)


def test_a_name_is_one_rectangle_around_its_words() -> None:
    (found,) = find_in_words(read("Skrevet af\nTorben Eks’ konto"), PEOPLE)
    assert (found.likeness, found.words, found.line) == (Likeness.NAME, "Torben Eks’", 2)
    assert found.spots == (Spot(0, 20, 110, 16),)
    assert found.who == (Pseudonym(Relation.SENDER, "A"),)


def test_a_name_over_two_lines_is_a_rectangle_on_each() -> None:
    (found,) = find_in_words(read("sagde Torben\nEks i går"), PEOPLE)
    assert found.spots == (Spot(60, 0, 60, 16), Spot(0, 20, 30, 16))


@pytest.mark.parametrize(
    ("text", "likeness"),
    [
        ("Cpr: 010203-1234.", Likeness.CPR),
        ("Cpr: 0l0203-l234", Likeness.CPR),
        ("Cpr: O10203 -1234", Likeness.CPR),
        ("Ring 12 34 56 78", Likeness.PHONE),
        ("hun@nordby.example", Likeness.MAIL),
        ("Nørregade 12, 8000 Aarhus", Likeness.ADDRESS),
        ("Bilen AB 12 345", Likeness.PLATE),
        ("@torben_eks", Likeness.NAME),
        ("PERNILLE", Likeness.NAME),
    ],
)
def test_it_is_found_among_what_was_read(text: str, likeness: Likeness) -> None:
    (found,) = find_in_words(read(f"Alle kan se det.\n{text}\nog mere"), PEOPLE)
    assert found.likeness is likeness
    assert found.line == 2


@pytest.mark.parametrize("text", ["Solo Ilse Sool", "kl. 14.03", "43 synes om", "Olso I 1"])
def test_words_are_not_taken_for_numbers(text: str) -> None:
    assert find_in_words(read(text), PEOPLE) == ()


@settings(max_examples=40)
@given(st.lists(st.text("abOl1 0-Torben", max_size=12).filter(str.strip), max_size=8))
def test_rectangles_lie_within_the_words(lines: list[str]) -> None:
    words = read("\n".join(lines))
    whole = max((each.left + each.width for each in words), default=0)
    for found in find_in_words(words, PEOPLE):
        assert found.spots
        assert all(each.x >= 0 and each.x + each.width <= whole for each in found.spots)
