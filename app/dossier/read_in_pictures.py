"""What a machine has read in the pictures that leave, and nothing covers: said to the person alone. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from app.casework import CaseState
from app.casework.kinds.working_copy import WorkingCopyRedactions
from app.dossier.found import Found
from app.dossier.model import Dossier
from app.language import Language
from app.markup import is_covered
from app.markup.shapes import Box
from app.naming import People, find_in_words

if TYPE_CHECKING:  # a room that not everybody who composes wants to load
    from app.picture import ReadText


def found_in_pictures(
    state: CaseState,
    dossier: Dossier,
    people: People,
    texts: Mapping[int, ReadText],
    language: Language,
) -> tuple[Found, ...]:
    """Return what can be read in the pictures of a dossier; ``texts`` by the numbers of the exhibits."""
    return tuple(
        found
        for number in sorted(each.number for each in dossier.exhibits if each.picture)
        if number in texts
        for found in _in_one(number, texts[number], _boxes(state, number), people, language)
    )


def _in_one(
    number: int, read: ReadText, boxes: Sequence[Box], people: People, language: Language
) -> Iterator[Found]:
    for each in find_in_words(read.words, people):
        places = [Box(*msgspec.structs.astuple(spot)) for spot in each.spots]
        if not is_covered(places, boxes):
            where = language.text("The picture, line {line}", line=each.line)
            yield Found(each.likeness, each.words, where, (number,), in_picture=True)


def _boxes(state: CaseState, number: int) -> tuple[Box, ...]:
    exhibit = state.exhibit(number)
    copy = exhibit.copy if exhibit is not None else None
    if copy is None or not isinstance(copy.redactions, WorkingCopyRedactions):
        return ()
    return tuple(each.box for each in copy.redactions.redactions)
