"""Passphrases: one form however they were typed, and phrases made for the user. Pure but for the dice."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Callable, Sequence

from evidence_store.errors import EmptyPassphraseError, WordListError

PHRASE_WORDS = 6
LEAST_WORDS = 2048


def normalise_passphrase(typed: str) -> bytes:
    """The bytes that the key is made of: NFC, blanks at both ends cut, UTF-8.

    A phrase typed on a system that writes å as two signs opens the same vault.

    Raises:
        EmptyPassphraseError: nothing is left.
    """
    # Surrogates that a terminal made of broken bytes still give one definite key.
    cut = unicodedata.normalize("NFC", typed).strip()
    if not cut:
        raise EmptyPassphraseError
    return cut.encode("utf-8", "surrogatepass")


def made_phrase(
    words: Sequence[str], random_below: Callable[[int], int] = secrets.randbelow
) -> str:
    """Six words drawn from a list, separated by a space: 66 bits from 2,048 words.

    Args:
        words: the list; at least 2,048, all different.
        random_below: gives a random whole number from 0 to below its argument.

    Raises:
        WordListError: the list is too short or repeats itself.
    """
    count = len(set(words))
    if count < LEAST_WORDS or count != len(words):
        raise WordListError(count)
    return " ".join(words[random_below(count)] for _ in range(PHRASE_WORDS))
