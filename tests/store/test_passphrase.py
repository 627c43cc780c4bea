from __future__ import annotations

import pytest

from evidence_store import EmptyPassphraseError, WordListError, made_phrase, normalise_passphrase

WORDS = [f"ord{number}" for number in range(2048)]


def test_the_same_phrase_typed_in_two_ways_is_one_key() -> None:
    composed = "blåbærgrød"
    decomposed = "bla\u030abærgrød"
    assert composed != decomposed
    assert normalise_passphrase(composed) == normalise_passphrase(f" {decomposed}\n")


def test_blanks_inside_and_letter_case_count() -> None:
    assert normalise_passphrase("a b") != normalise_passphrase("ab")
    assert normalise_passphrase("A") != normalise_passphrase("a")


@pytest.mark.parametrize("typed", ["", "  ", "\t\n"])
def test_nothing_is_no_passphrase(typed: str) -> None:
    with pytest.raises(EmptyPassphraseError):
        normalise_passphrase(typed)


def test_a_made_phrase_has_six_words_each_drawn_from_the_whole_list() -> None:
    asked: list[int] = []

    def dice(below: int) -> int:
        asked.append(below)
        return len(asked)

    assert made_phrase(WORDS, dice) == "ord1 ord2 ord3 ord4 ord5 ord6"
    assert asked == [2048] * 6


def test_two_made_phrases_differ() -> None:
    assert made_phrase(WORDS) != made_phrase(WORDS)


@pytest.mark.parametrize("words", [WORDS[:-1], [*WORDS, "ord1"]])
def test_a_short_or_repeating_list_makes_no_phrase(words: list[str]) -> None:
    with pytest.raises(WordListError):
        made_phrase(words)
