"""Coarse words shown with gaps, for whoever would rather not read them whole: what it says stays to be understood.

The words are data: resources/reading/gaps.toml. Only what is shown changes; what is sealed and what leaves does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

_GAP = "·"
_ANY_END = "*"


class _WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    language: str
    words: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    list: tuple[_WordList, ...]


class Gaps:
    """Shows words with gaps."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words.

        Args:
            words: each as it stands, or with a * at its end for all that begins so.
        """
        forms = sorted({each.casefold() for each in words if each.strip(_ANY_END)}, key=len)
        found = "|".join(_form(each) for each in reversed(forms))
        self._pattern = re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE) if found else None

    def in_text(self, text: str) -> str:
        """Return the text with the letters of each such word but its first as dots."""
        return self._pattern.sub(_with_gap, text) if self._pattern is not None else text


def read_gaps(path: Path) -> Gaps:
    """Read the words of every language: who writes coarsely mixes them.

    Args:
        path: as resources/reading/gaps.toml is.

    Raises:
        msgspec.ValidationError: the file has another shape.
        OSError: it cannot be read.
    """
    kept = msgspec.toml.decode(path.read_bytes(), type=_File)
    return Gaps(word for each in kept.list for word in each.words)


def _form(word: str) -> str:
    plain = r"\s+".join(re.escape(each) for each in word.rstrip(_ANY_END).split())
    return plain + (r"\w*" if word.endswith(_ANY_END) else "")


def _with_gap(match: re.Match[str]) -> str:
    word = match[0]
    return word[0] + "".join(_GAP if each.isalnum() else each for each in word[1:])
