"""Text from outside, made harmless and honest before it is set.

Rules:
- Nothing is parsed: no markup, no entities, no escapes. What was typed is what is printed.
- A character that would change how its neighbours are read (direction overrides, other controls, private use)
  is printed as its code in brackets, ``[U+202E]``: visible, and without effect.
- Joiners, variation selectors and skin tones only steer how an emoji or a Chinese character is drawn; they go, what
  they steer stays.
- A combining mark with nothing to stand on is printed as its code, so that it cannot land on our own words.
"""

from __future__ import annotations

import re
import unicodedata

from app.inert import code_of

_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029")
_STEERING = re.compile("[\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]")
# Everything printable in Danish and English runs past the slow path in one match.
_PLAIN = re.compile("[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*")
_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn"}
_COMBINING = {"Mn", "Mc", "Me"}


def inert(text: str) -> str:
    """Make ``text`` safe to set. Keeps line feeds; everything else that is not a glyph becomes visible."""
    text = _LINE_ENDS.sub("\n", text).replace("\t", "    ")
    if _PLAIN.fullmatch(text):
        return text
    text = unicodedata.normalize("NFC", _STEERING.sub("", text))
    made: list[str] = []
    has_base = False
    for character in text:
        category = unicodedata.category(character)
        if character == "\n":
            made.append(character)
            has_base = False
        elif category in _INVISIBLE:
            made.append(code_of(character))
            has_base = False
        elif category in _COMBINING:
            made.append(character if has_base else code_of(character))
        else:
            made.append(character)
            has_base = category[0] != "Z"
    return "".join(made)


def one_line(text: str) -> str:
    """Return the same for places that hold a single line: headers, bookmarks, titles."""
    return " ".join(inert(text).split())
