from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dossier.pages.righttoleft import in_visual_order, joined_letters, spoken_letters


def _seen(text: str) -> str:
    return "".join(character for character, _ in in_visual_order(text, list(text)))


def test_hebrew_is_seen_in_its_own_direction_within_danish_words() -> None:
    assert _seen("Han skrev שלום til mig") == "Han skrev םולש til mig"


def test_numbers_within_keep_their_direction_and_brackets_open_the_right_way() -> None:
    assert _seen("שלום (אב) ja") == "(בא) םולש ja"
    assert "12.50" in _seen("שלום 12.50 אב")
    assert _seen("אב (גד) הו") == "וה (דג) בא"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("אב 2026-11-23 גד", "דג 2026-11-23 בא"),
        ("אב 50% גד", "דג 50% בא"),
        ("אב £5 גד", "דג £5 בא"),
        ("אב +45 12 34 גד", "דג 34 12 45+ בא"),
        ("אב 3×4 גד", "דג 4×3 בא"),
        ("سلام 2026-11-23 بت", "تب 23-11-2026 مالس"),
        ("سلام \u0661\u0662\u066b\u0665 بت", "تب \u0661\u0662\u066b\u0665 مالس"),
        ("سلام \u0661\u066c\u0662\u0663 بت", "تب \u0661\u066c\u0662\u0663 مالس"),
    ],
)
def test_numbers_run_as_unicodes_algorithm_has_them(text: str, seen: str) -> None:
    """What python-bidi 0.6.12 answers too, whose algorithm is Unicode's."""
    assert _seen(text) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Fra: אב, 23. november (2 opslag)", "Fra: בא, 23. november (2 opslag)"),
        ("אב 2026 גד kl. 12", "דג 2026 בא kl. 12"),
    ],
)
def test_a_number_after_somebodys_words_stays_where_it_was_written(text: str, seen: str) -> None:
    assert _seen(text) == seen


def test_a_mark_is_drawn_before_the_letter_it_belongs_to() -> None:
    assert _seen("x \u05d1\u05bc\u05e8") == "x \u05e8\u05bc\u05d1"
    assert _seen("\u0645\u064f\u062d\u064e y") == "\u064e\u062d\u064f\u0645 y"


def test_a_stretched_word_stays_joined() -> None:
    assert joined_letters("ب\u0640ب") == "\ufe91\u0640\ufe90"


def test_vowels_between_letters_are_read_back_in_the_order_they_were_written() -> None:
    written = "ل\u064e\u0627 م\u064fح\u064eم\u0651\u064eد"
    assert "".join(spoken_letters(each) for each in joined_letters(written)) == written


def test_arabic_letters_are_joined_and_can_be_read_back() -> None:
    joined = joined_letters("العربية سلام لا")
    assert joined != "العربية سلام لا"
    assert "".join(spoken_letters(each) for each in joined) == "العربية سلام لا"
    assert joined_letters("ب") == "\ufe8f"
    assert joined_letters("ببب") == "\ufe91\ufe92\ufe90"
    assert joined_letters("دب") == "\ufea9\ufe8f"


def test_other_words_are_left_alone() -> None:
    assert joined_letters("æøå 😡 abc") == "æøå 😡 abc"
    assert _seen("æøå 😡 abc") == "æøå 😡 abc"


@given(st.text(alphabet="abc 12.(שלוםاب\u0301", max_size=40))
def test_no_character_is_lost(text: str) -> None:
    swapped = str.maketrans("()", "((")
    assert sorted(_seen(text).translate(swapped)) == sorted(text.translate(swapped))
