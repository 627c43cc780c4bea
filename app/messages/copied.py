"""A folder that a program copies to other computers, in a sentence."""

from __future__ import annotations

from pathlib import Path, PurePath

from app.folders import synced_by
from app.language import Language


def copied_words(folder: PurePath, language: Language) -> str:
    """Return the warning for a folder that is copied elsewhere, "" for any other."""
    program = synced_by(folder)
    if not program:
        return ""
    return language.text(
        "The folder is copied to {program}; your workplace may have access. Choose a folder on this computer alone.",
        program=program,
    )


def copied_lines(target: Path, language: Language) -> tuple[str, ...]:
    """Return the same as lines of an answer, for a file or folder that was just written."""
    words = copied_words(target.resolve().parent, language)
    return (words,) if words else ()
