"""Short forms of texts, for the timeline. No Qt."""

from __future__ import annotations


def dotted(*words: str) -> str:
    """Those that are not empty, with dots between them."""
    return " · ".join(filter(None, words))


def first_words(text: str, most: int = 90) -> str:
    """One line of a text: the list shows it, the pane has all."""
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
