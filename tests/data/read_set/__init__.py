"""Twenty made-up posts as pictures, and how well their text is read: ``posts()``, ``error_rate``."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parent


class Post(msgspec.Struct, frozen=True):
    """One picture and what stands in it.

    Attributes:
        name: of its file, without the ending.
        look: the page that it was drawn as.
        lines: the words.
        cpr: ten-digit numbers in them.
        names: people in them.
        photo: how a telephone took it; "" for a screenshot.
    """

    name: str
    look: str
    lines: tuple[str, ...]
    cpr: tuple[str, ...]
    names: tuple[str, ...]
    photo: str = ""

    @property
    def path(self) -> Path:
        """The picture."""
        return next(each for each in FOLDER.glob(f"{self.name}.*"))

    @property
    def words(self) -> str:
        """All that stands in it."""
        return " ".join(self.lines)


def posts() -> tuple[Post, ...]:
    """Return all posts."""
    said = tomllib.loads((FOLDER / "posts.toml").read_text("utf-8"))
    return msgspec.convert(said["post"], tuple[Post, ...])


def plain(text: str) -> str:
    """Return a text with single spaces; where its lines are broken says the page, not the post."""
    return re.sub(r"\s+", " ", text).strip()


def errors(read: str, written: str) -> int:
    """Return how many letters have to be put in, taken out or changed to come from one text to the other."""
    found, wanted = plain(read), plain(written)
    before = list(range(len(wanted) + 1))
    for at, letter in enumerate(found, 1):
        row = [at]
        for to, other in enumerate(wanted, 1):
            row.append(min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != other)))
        before = row
    return before[-1]
