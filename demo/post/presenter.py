"""What the window shows and says, decided without Qt.

Rules:
- A place of at most ``SHORT_PHRASE`` characters is kept on one line by unbreakable spaces and hyphens, so
  that its rectangle covers that phrase and nothing else. The text keeps its length: positions stay valid.
- What is said about the window is in physical pixels, the coordinates in which a screen is captured.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from demo.post.post import Comment, Post

SHORT_PHRASE = 14
_UNBREAKABLE = str.maketrans({" ": "\N{NO-BREAK SPACE}", "-": "\N{NON-BREAKING HYPHEN}"})
_TINTS = ("#4F6D8F", "#8A5A6B", "#5B7F6A", "#87693F", "#6A5F95")


class PixelBox(NamedTuple):
    """A rectangle in physical pixels."""

    x: int
    y: int
    width: int
    height: int


class Span(NamedTuple):
    """A phrase in the shown text: first character and length."""

    start: int
    length: int


class Avatar(NamedTuple):
    """The disc beside a name."""

    initials: str
    tint: str


class PostPresenter:
    """One post, made ready for the view."""

    def __init__(self, post: Post) -> None:
        self.post = post
        self.title = f"{post.platform} – {post.group}"
        self.byline = f"{post.group} · {post.shown_time} · {post.visibility}"
        plain = post.text.strip().replace("\n\n", "\n")
        self.spans = {
            name: Span(plain.index(phrase), len(phrase)) for name, phrase in post.places.items()
        }
        for start, length in self.spans.values():
            if length <= SHORT_PHRASE:
                phrase = plain[start : start + length].translate(_UNBREAKABLE)
                plain = plain[:start] + phrase + plain[start + length :]
        self.text = plain

    def avatar(self, who: Post | Comment) -> Avatar:
        """Initials of the first and last name on a tint that follows from the handle."""
        names = who.author.split()
        letters = "".join(name[0] for name in (names[:1] + names[1:][-1:]))
        return Avatar(letters.upper(), _TINTS[zlib.crc32(who.handle.encode()) % len(_TINTS)])


def announcement(content: PixelBox, places: Mapping[str, PixelBox]) -> str:
    """The one line told to whoever started the window: where it is, and where its phrases are in it."""
    return json.dumps(
        {**content._asdict(), "places": {name: [*box] for name, box in places.items()}}
    )
