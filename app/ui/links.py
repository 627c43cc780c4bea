"""Whether some words are the address of a page. No Qt."""

from __future__ import annotations

from urllib.parse import urlsplit

_LONGEST = 2_000


def is_link(text: str) -> bool:
    """Return whether it is the address of a page, and nothing else."""
    if len(text) > _LONGEST or any(character.isspace() for character in text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
