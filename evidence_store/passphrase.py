"""Passphrases: one form however they were typed, how hard they are to guess, and phrases made for the user.

Pure but for the dice. zxcvbn counts guesses as people who break passwords make them: common passwords, names,
keyboard runs, dates and repeats come first. It knows no Danish words, so it counts their letters.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Callable, Sequence

from evidence_store.errors import EmptyPassphraseError, WeakPassphraseError, WordListError

PHRASE_WORDS = 6
LEAST_WORDS = 2048
LEAST_SIGNS = 12
# At the tenth of a second and 64 MiB that one guess costs, three hundred years of one computer.
LEAST_GUESSES = 1e11
_MOST_MEASURED = 72  # what zxcvbn takes; it is far past the limit by then


def normalise_passphrase(typed: str) -> bytes:
    """Return the bytes that the key is made of: NFC, blanks at both ends cut, one space for each run of blanks, UTF-8.

    A phrase typed on a system that writes å as two signs opens the same vault, and so does one with a no-break or a
    doubled blank, as text fields and word processors put them.

    Raises:
        EmptyPassphraseError: nothing is left.
    """
    return _encoded(" ".join(unicodedata.normalize("NFC", typed).split()))


def passphrase_keys(typed: str) -> tuple[bytes, ...]:
    """Return the keys to try when a vault is opened: today's form, and that of vaults made before 0.2 where it differs.

    Until then blanks inside were kept as they were typed.

    Raises:
        EmptyPassphraseError: nothing is left.
    """
    today = normalise_passphrase(typed)
    before = _encoded(unicodedata.normalize("NFC", typed).strip())
    return (today,) if before == today else (today, before)


def check_strength(typed: str) -> None:
    """Refuse a passphrase that others could guess: the one rule for window and commands.

    Raises:
        EmptyPassphraseError: nothing is left of it.
        WeakPassphraseError: it is short, or one of the first 10^11 that would be tried.
    """
    phrase = normalise_passphrase(typed).decode("utf-8", "replace")
    if len(phrase) < LEAST_SIGNS:
        raise WeakPassphraseError(LEAST_SIGNS)
    from zxcvbn import zxcvbn

    measured = zxcvbn(phrase[:_MOST_MEASURED], user_inputs=["bevismappe"])
    if measured["guesses"] < LEAST_GUESSES:
        raise WeakPassphraseError(LEAST_SIGNS)


def _encoded(phrase: str) -> bytes:
    if not phrase:
        raise EmptyPassphraseError
    # Surrogates that a terminal made of broken bytes still give one definite key.
    return phrase.encode("utf-8", "surrogatepass")


def generate_passphrase(
    words: Sequence[str], random_below: Callable[[int], int] = secrets.randbelow
) -> str:
    """Return six words drawn from a list, separated by a space: 66 bits from 2,048 words.

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
