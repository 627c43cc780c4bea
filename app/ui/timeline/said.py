"""What the page says above its rows: what is searched for and wanted, and what that leaves out. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.casework import dotted
from app.language import Language
from app.timeline import Filter


class Said(msgspec.Struct, frozen=True):
    """The sentences; "" where there is nothing to say.

    Attributes:
        wanted: what is searched for and wanted, and how much there is of it.
        left_out: that what was just made is among what is left out.
        nothing: that there is none, in the place of rows.
    """

    wanted: str = ""
    left_out: str = ""
    nothing: str = ""


def said_of(
    count: int,
    words: str,
    wanted: Filter,
    missed: str,
    language: Language,
    *,
    part: bool = False,
    read: Sequence[int] = (),
) -> Said:
    """Return what is said.

    Args:
        count: how many rows are shown.
        words: what was searched for, "" for no search.
        wanted: which rows are wanted.
        missed: the title of what was just made and is not among the rows.
        language: in which it is said.
        part: whether not everything could be searched yet.
        read: numbers of exhibits that were found by text read in their pictures.
    """
    text, plural = language.text, language.plural
    found = ""
    if words and count:
        found = plural(
            "{count} thing with “{words}”", "{count} things with “{words}”", count, words=words
        )
    elif wanted.chooses and count:
        found = plural("{count} thing", "{count} things", count)
    in_pictures = ""
    if words and count and read:
        numbers = ", ".join(map(str, read))
        in_pictures = text("exhibit {numbers}: text read in the picture", numbers=numbers)
    sentence = dotted(found, in_pictures, wanted.words(language))
    if part:
        ready = text("Search is being made ready; there may be more.")
        sentence = f"{sentence}. {ready}" if sentence else ready
    nothing = ""
    if not count and words:
        nothing = text("No results for “{words}”", words=words)
    elif not count and wanted.leaves_out:
        nothing = text("Nothing in this case fits")
    left_out = text("{what} is saved, but it is left out here.", what=missed) if missed else ""
    return Said(sentence, left_out, nothing)
