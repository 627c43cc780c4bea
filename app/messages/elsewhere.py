"""How the copy elsewhere stands, and what was made of one: in words."""

from __future__ import annotations

from pathlib import Path

from app.elsewhere import Restored
from app.language import Language
from app.vocabulary import minute


def copy_lines(
    folder: str, full_at: str, language: Language, *, waiting: int, there: bool
) -> tuple[str, ...]:
    """Return how the copy stands, a sentence each; the first is the answer."""
    text = language.text
    if waiting:
        waits = language.plural(
            "{count} entry waits to be copied.",
            "{count} entries wait to be copied.",
            waiting,
        )
        first = waits if there else text("{waits} The drive is not there.", waits=waits)
    else:
        first = text("Everything is copied.")
    lines = [first, text("It lies here: {path}", path=folder)]
    if full_at:
        when = minute(full_at, language)
        lines.append(text("The last whole copy was made {time}.", time=when))
    return tuple(lines)


def restored_lines(made: Restored, target: Path, language: Language) -> tuple[str, ...]:
    """Return what was made of a copy, a sentence each; the first is the answer."""
    text = language.text
    lines = [
        text("A vault is made of the copy: {path}", path=target),
        text("{entries} entries from {files} files.", entries=made.entries, files=made.files),
    ]
    return (*lines, *lacking_lines(made, language))


def lacking_lines(made: Restored, language: Language) -> tuple[str, ...]:
    """Return what of a copy could not be used, a sentence each."""
    lines = []
    if made.damaged:
        lines.append(
            language.plural(
                "{count} file of the copy cannot be read: {names}",
                "{count} files of the copy cannot be read: {names}",
                len(made.damaged),
                names=", ".join(made.damaged),
            )
        )
    if made.lacking:
        lines.append(
            language.plural(
                "{count} thing that was copied later is not in the folder.",
                "{count} things that were copied later are not in the folder.",
                made.lacking,
            )
        )
    if made.locked:
        lines.append(
            language.plural(
                "{count} file is locked with another key, and was left alone.",
                "{count} files are locked with another key, and were left alone.",
                made.locked,
            )
        )
    if made.unfit:
        lines.append(
            language.plural(
                "{count} file does not fit what came before it, and was left out.",
                "{count} files do not fit what came before them, and were left out.",
                made.unfit,
            )
        )
    return tuple(lines)
