"""Which words of a page a reading of its print has otherwise. Pure.

A machine misreads. So a word is called another one only where three readings of the print say the same other letters,
one of the whole page and two of the place alone, larger; where the sealed page, read in the same way, is read right;
and where the letters are no mere look-alikes.
"""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

from app.dossier.on_paper.digits import Alike

_LEAST_LETTERS = 2
_LITTLE = 0.4
_TWO_AS_ONE = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("li", "h"), ("ri", "n"))
_GROUPS = ("1|!jiltf", "æœaåäàá", "eéèc", "oøöó0", "uvyw", "nh", "5s", "8b", "9gq")
_LIKE = {ord(sign): group[0] for group in _GROUPS for sign in group}


def letters_of(word: str) -> str:
    """Return the letters and digits of a word, in lower case: what lies around them is misread most."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    return "".join(each for each in plain if each.isalnum())


def can_be_compared(word: str) -> bool:
    """Return whether a word has enough letters to be told from another."""
    return len(letters_of(word)) >= _LEAST_LETTERS


def word_compared(
    wanted: str, whole: str, closer: tuple[str, ...], ours: str, *, sharp: bool = True
) -> Alike:
    """Compare a word with what was read in its place.

    Args:
        wanted: the word as it is sealed.
        whole: what the reading of the whole page has there.
        closer: what the readings of the place alone have.
        ours: what the sealed page has there, read as the place alone is.
        sharp: whether nearly all words of the print were read alike; otherwise only a word of quite other letters is
            called another one.
    """
    sealed, read = letters_of(wanted), letters_of(whole)
    if sealed in {read, *map(letters_of, closer)}:
        return Alike.SAME
    if {letters_of(each) for each in closer} != {read} or letters_of(ours) != sealed:
        return Alike.UNSURE
    mine, theirs = _outline(sealed), _outline(read)
    if not read or mine in theirs or theirs in mine:  # two words taken for one, or a part of one
        return Alike.UNSURE
    if not sharp and SequenceMatcher(None, mine, theirs).ratio() > _LITTLE:
        return Alike.UNSURE
    return Alike.OTHER


def _outline(letters: str) -> str:
    """Return letters with those taken for one another that a blurred print makes alike."""
    for two, one in _TWO_AS_ONE:
        letters = letters.replace(two, one)
    return letters.translate(_LIKE)
