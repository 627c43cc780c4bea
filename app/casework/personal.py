"""What names a person in words that are to name nobody: numbers like a CPR number, and names. Pure.

A name is two words in a row that begin with a capital letter, with nothing between them that ends a sentence. That is
more than names: a rule that lets some of them through would be no help to whoever relies on it.
"""

from __future__ import annotations

import re

from app.casework.errors import CprGivenError, NameGivenError
from app.casework.fields import Field

# Day and month first, as a CPR number begins; with or without the hyphen.
_CPR = re.compile(
    r"(?<![0-9])(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}[- ]?[0-9]{4}(?![0-9])"
)
_BETWEEN = re.compile(r"[\s-]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def looks_like_cpr(text: str) -> bool:
    """Whether something in the text has the form of a CPR number."""
    return _CPR.search(text) is not None


def looks_like_name(text: str) -> bool:
    """Whether two words in a row begin with a capital letter."""
    before: re.Match[str] | None = None
    for word in _WORD.finditer(text):
        if not _capital(word[0]):
            before = None
            continue
        if before is not None and _BETWEEN.fullmatch(text, before.end(), word.start()):
            return True
        before = word
    return False


def look_at_words(field: Field, text: str) -> None:
    """Refuse what a field must not hold.

    Raises:
        CprGivenError: a number like a CPR number, where the field takes none.
        NameGivenError: something like a name, where the field takes a cover name alone.
    """
    if field.no_cpr and looks_like_cpr(text):
        raise CprGivenError
    if field.alias and looks_like_name(text):
        raise NameGivenError


def _capital(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()
