from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_store import (
    EmptyPassphraseError,
    HeadMemory,
    Vault,
    WeakPassphraseError,
    WordListError,
    check_strength,
    generate_passphrase,
    normalise_passphrase,
)
from evidence_store.connection import create_file
from tests.fakes.keys import QUICK

WORDS = [f"ord{number}" for number in range(2048)]


def test_the_same_phrase_typed_in_two_ways_is_one_key() -> None:
    composed = "blåbærgrød"
    decomposed = "bla\u030abærgrød"
    assert composed != decomposed
    assert normalise_passphrase(composed) == normalise_passphrase(f" {decomposed}\n")


@pytest.mark.parametrize(
    "typed", ["en\u00a0lang  kode", "en lang\tkode", "\u2003en  lang\u202fkode \n"]
)
def test_a_run_of_blanks_of_any_kind_is_one_blank(typed: str) -> None:
    assert normalise_passphrase(typed) == b"en lang kode"


def test_a_vault_whose_key_has_two_blanks_opens_for_who_types_two(tmp_path: Path) -> None:
    """Blanks inside were kept as typed by the first version."""
    path = tmp_path / "v.bevismappe"
    opened = create_file(path, b"en  lang kode", QUICK)
    with opened.db:
        opened.db.execute("INSERT INTO vault VALUES('id', ?)", ("ab" * 16,))
    opened.db.close()
    heads = HeadMemory(tmp_path / "heads")
    with Vault.open(path, "en  lang kode", heads=heads, parameters=(QUICK,)) as vault:
        assert vault.accepts("en  lang kode")
        assert not vault.accepts("en lang kode")


@pytest.mark.parametrize(
    "typed",
    [
        "a",
        "elleve tegn",
        "a" * 40,
        "123456789012",
        "password1234",
        "qwertyuiopas",
        "Sommer2026!!",
        "abcabcabcabcabc",
    ],
)
def test_what_is_guessed_first_is_no_passphrase(typed: str) -> None:
    with pytest.raises(WeakPassphraseError):
        check_strength(typed)


@pytest.mark.parametrize(
    "typed", ["hest lampe vindue", "min hund er sød og blød", "x" * 30 + "kvast lyng 7"]
)
def test_a_few_words_are_a_passphrase(typed: str) -> None:
    assert not weak(typed)


@settings(max_examples=30)
@given(st.integers())
def test_a_made_phrase_is_strong(seed: int) -> None:
    """By fair dice: six times the same word could come too, and would be refused."""
    dice = random.Random(seed)
    words = (Path(__file__).parents[2] / "resources/words/da.txt").read_text("ascii").split()
    assert not weak(generate_passphrase(words, dice.randrange))


def weak(typed: str) -> bool:
    try:
        check_strength(typed)
    except WeakPassphraseError:
        return True
    return False


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

    assert generate_passphrase(WORDS, dice) == "ord1 ord2 ord3 ord4 ord5 ord6"
    assert asked == [2048] * 6


def test_two_made_phrases_differ() -> None:
    assert generate_passphrase(WORDS) != generate_passphrase(WORDS)


@pytest.mark.parametrize("words", [WORDS[:-1], [*WORDS, "ord1"]])
def test_a_short_or_repeating_list_makes_no_phrase(words: list[str]) -> None:
    with pytest.raises(WordListError):
        generate_passphrase(words)
