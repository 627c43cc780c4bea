"""What stays when something is erased, in words that are always shown."""

from __future__ import annotations

from app.language import Language


def erasure_words(language: Language) -> tuple[str, ...]:
    """Return what erasing leaves, a sentence each."""
    text = language.text
    return (
        text(
            "The log keeps that something stood there, when, and why it was erased. The chain can still be checked."
        ),
        text("Backups, and what you have handed over or saved elsewhere, still have it."),
        text("A drive may hold traces of it for some time, encrypted as the vault was."),
    )
