"""The list that made passphrases are drawn from: enough words, easily typed, never mistaken, never hurtful."""

from __future__ import annotations

import math
from collections import defaultdict
from pathlib import Path

DATA = (Path(__file__).parents[3] / "resources/words/da.txt").read_bytes()
WORDS = DATA.decode("ascii").splitlines()
UNWANTED = frozenset((Path(__file__).parent / "unwanted.txt").read_text("ascii").split())
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


def test_six_words_are_worth_sixty_six_bits() -> None:
    assert len(WORDS) == 2048
    assert len(set(WORDS)) == len(WORDS)
    assert 6 * math.log2(len(set(WORDS))) == 66


def test_every_line_is_one_short_word_of_plain_letters() -> None:
    assert "".join(f"{word}\n" for word in WORDS).encode("ascii") == DATA
    for word in WORDS:
        assert set(word) <= LETTERS, word
        assert 4 <= len(word) <= 7, word


def test_the_lines_are_sorted() -> None:
    assert sorted(WORDS) == WORDS


def test_one_slip_of_the_finger_never_makes_another_word() -> None:
    """Two words are one change apart exactly when they agree after losing at most one letter at the same place."""
    seen: dict[tuple[int, str], set[str]] = defaultdict(set)
    for word in WORDS:
        for place in range(len(word)):
            seen[place, word[:place] + word[place + 1 :]].add(word)
    changed = [group for group in seen.values() if len(group) > 1]
    known = set(WORDS)
    longer = [word for word in WORDS for rest in shortened(word) if rest in known]
    assert changed == []
    assert longer == []


def shortened(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def test_no_word_can_hurt() -> None:
    assert UNWANTED.isdisjoint(WORDS)
