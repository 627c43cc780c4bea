"""Text from outside that cannot steer how its neighbours are read.

A name such as ``faktura[U+202E]gnp.exe``, whose character in brackets turns the reading direction round, looks like a
picture. Shown by its code the character has no effect, and the person sees that it is there.
"""

from __future__ import annotations

import re

_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def code_of(character: str) -> str:
    """Return how a character is shown that must not, or cannot, stand as itself: ``[U+202E]``."""
    return f"[U+{ord(character):04X}]"


def without_direction(text: str) -> str:
    """Return the text with each character that changes the reading direction shown by its code."""
    return _DIRECTION.sub(lambda found: code_of(found.group()), text)
