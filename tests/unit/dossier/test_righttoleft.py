from __future__ import annotations

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
