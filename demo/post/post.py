"""The made-up post as data.

Rules:
- Unknown or missing fields are refused: a misspelt field would otherwise be an empty place in the demo.
- Each phrase under ``places`` stands in the text exactly once, or its place would be a guess.
"""

from __future__ import annotations

from pathlib import Path

import msgspec


class PostError(Exception):
    """The file does not describe a post that can be shown."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class Comment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer below the post."""

    author: str
    handle: str
    shown_time: str
    text: str


class Post(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A post with what surrounds it; ``places`` names phrases of ``text`` by what they are."""

    platform: str
    address: str
    group: str
    group_line: str
    author: str
    handle: str
    visibility: str
    shown_time: str
    reactions: str
    shares: str
    text: str
    comments: tuple[Comment, ...]
    places: dict[str, str]


def read_post(path: Path) -> Post:
    """Read a post from TOML.

    Raises:
        PostError: not there, not TOML, a field missing or unknown, or a phrase not exactly once in the text.
    """
    try:
        post = msgspec.toml.decode(path.read_bytes(), type=Post)
    except OSError as error:
        raise PostError(path, error.strerror or "cannot be read") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PostError(path, str(error)) from error
    for name, phrase in post.places.items():
        if not phrase or post.text.count(phrase) != 1:
            raise PostError(path, f"the place {name!r} is not exactly once in the text")
    return post
