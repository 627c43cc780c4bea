"""Links in a text, and whether one holds a name: as it is written, or once its escapes are read. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from app.naming.people import People
from app.naming.seeking import names_somebody

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”»«]+|(?<![\w@.])(?:[\w\-]+\.)+(?:com|dk|net|org|tv|me|io|eu)/[^\s<>\"“”»«]+",
    re.IGNORECASE,
)
_END = ".,;:!?)]}'’"


def links_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where links stand, without the sign that ends a sentence."""
    for match in _LINK.finditer(text):
        words = match[0].rstrip(_END)
        if words:
            yield match.start(), match.start() + len(words)


def link_names_somebody(link: str, people: People) -> bool:
    """Return whether a link holds the name of somebody, or the name or id of their profile."""
    readings = {link, unquote(link)}
    readings |= {each.replace("+", " ") for each in readings}
    return any(names_somebody(each, people, links=True) for each in readings)


def is_link(text: str) -> bool:
    """Return whether a text is one link and nothing else."""
    text = text.strip()
    return any(start == 0 and end >= len(text.rstrip(_END)) for start, end in links_in(text))
