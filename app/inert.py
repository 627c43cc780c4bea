"""Text from outside that cannot steer how its neighbours are read.

A name such as ``faktura[U+202E]gnp.exe``, whose character in brackets turns the reading direction round, looks like a
picture. Shown by its code the character has no effect, and the person sees that it is there. Letters that run from
right to left by themselves are kept as they are, and closed off from what stands beside them.
"""

from __future__ import annotations

import re

_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATE, _END = "\u2068", "\u2069"


def code_of(character: str) -> str:
    """Return how a character is shown that must not, or cannot, stand as itself: ``[U+202E]``."""
    return f"[U+{ord(character):04X}]"


def without_direction(text: str) -> str:
    """Return the text with each character that changes the reading direction shown by its code."""
    return _DIRECTION.sub(lambda found: code_of(found.group()), text)


def without_controls(text: str) -> str:
    """Return the text with each character that steers a terminal, or breaks a line oddly, shown by its code."""
    return _CONTROLS.sub(lambda found: code_of(found.group()), text)


def shown(text: str) -> str:
    """Return the text as a window shows it: what steers or cannot be seen stands as its code.

    Isolates of our own (``isolated``) stay: they close again, so that they steer nobody but what they hold.
    """
    if not _UNSEEN.search(text):
        return text
    made: list[str] = []
    still_open: list[int] = []
    for character in text:
        if character == _ISOLATE:
            still_open.append(len(made))
        elif character == _END and still_open:
            still_open.pop()
        elif _UNSEEN.match(character):
            character = code_of(character)  # noqa: PLW2901 - it is what is shown of it
        made.append(character)
    for place in still_open:
        made[place] = code_of(_ISOLATE)
    return "".join(made)


def isolated(text: str) -> str:
    """Return the text closed off from its neighbours, where letters that run to the left would turn them round."""
    closed = shown(text)
    if not _RIGHT_TO_LEFT.search(closed) or _is_closed(closed):
        return closed
    return f"{_ISOLATE}{closed}{_END}"


def isolated_parts(text: str, between: str = " · ") -> str:
    """Return the same of a line that is joined from parts, each closed off by itself."""
    if not (_RIGHT_TO_LEFT.search(text) or _UNSEEN.search(text)):
        return text
    parts, depth = [""], 0
    for piece in re.split(f"({_ISOLATE}|{_END}|{re.escape(between)})", text):
        depth += (piece == _ISOLATE) - (piece == _END and depth > 0)
        if piece == between and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return between.join(map(isolated, parts))


def _is_closed(text: str) -> bool:
    """Whether one isolate holds all of it."""
    return text.startswith(_ISOLATE) and text.find(_END) == len(text) - 1
