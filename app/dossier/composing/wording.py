"""How a dossier writes what the records hold as stamps and codes."""

from __future__ import annotations

from app import vocabulary
from app.language import Language
from app.vocabulary import exact


def quoted(text: str, language: Language) -> str:
    """Return a text in the language's quotation marks: ”Danish”, “English”."""
    return language.text("“{text}”", text=text)


def unbroken(words: str) -> str:
    """Return words that stay on one line, such as a day with its time."""
    return words.replace(" ", "\u00a0")


def exact_time(stamp: str, language: Language) -> str:
    """Return a time to the second with UTC; an empty stamp as unknown."""
    return exact(stamp, language) or language.text("not stated")


def minute(stamp: str, language: Language) -> str:
    """Return a time to the minute in Danish time; an empty stamp as unknown."""
    return vocabulary.minute(stamp, language) or language.text("not stated")


def column(stamp: str, language: Language) -> str:
    """Return the same, short, where times stand below each other."""
    return vocabulary.short(stamp, language) or language.text("not stated")
