"""Values as PDF writes them (ISO 32000-1, 7.3)."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[ -'*-\[\]-~]*")  # ASCII without parentheses and backslash


def text_string(text: str) -> str:
    """Return a text string: as it is where it is plain ASCII, else UTF-16 in hexadecimal."""
    if _PLAIN.fullmatch(text):
        return f"({text})"
    return f"<FEFF{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"


def name(text: str) -> str:
    """Return a name; what may not stand in one is written as its code."""
    return "/" + "".join(
        character if (character.isalnum() and character.isascii()) or character in "+-._" else code
        for character in text
        for code in ["".join(f"#{byte:02X}" for byte in character.encode())]
    )


def number(value: float) -> str:
    """Return a number of at most three decimals."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if value else "0"


def reference(at: int) -> str:
    """Return the reference to an object."""
    return f"{at} 0 R"
