"""Where somebody who is called by another name can be read in a picture, by what a machine read in it before."""

from __future__ import annotations

import msgspec

from app.actions.open_case import OpenCase
from app.actions.read_text import text_read
from app.casework import Exhibit
from app.casework.kinds.working_copy import WorkingCopyRedactions
from app.markup import Box, is_covered
from app.naming import People, Pseudonym, find_in_words
from evidence_store import EntryId


class PictureNaming(msgspec.Struct, frozen=True):
    """A picture that names somebody.

    Attributes:
        exhibit: its original.
        covered: whether black lies over every such place in the copy that stands.
    """

    exhibit: EntryId
    covered: bool


def named_in_pictures(case: OpenCase, people: People) -> dict[Pseudonym, tuple[PictureNaming, ...]]:
    """Return the pictures that name each of them, in the order of the exhibits.

    What no machine has read is not looked through.

    Raises:
        VaultError: what was read could not be asked.
    """
    found: dict[Pseudonym, list[PictureNaming]] = {}
    read = case.vault.entries_read() if people.persons else frozenset[EntryId]()
    for exhibit in case.state.exhibits:
        words = text_read(case, exhibit) if exhibit.original in read else None
        if words is None:
            continue
        boxes, covered = _boxes(exhibit), dict[Pseudonym, bool]()
        for each in find_in_words(words.words, people):
            places = [Box(*msgspec.structs.astuple(spot)) for spot in each.spots]
            hidden = is_covered(places, boxes)
            for who in each.who:
                covered[who] = covered.get(who, True) and hidden
        for who, all_covered in covered.items():
            found.setdefault(who, []).append(PictureNaming(exhibit.original, all_covered))
    return {who: tuple(pictures) for who, pictures in found.items()}


def _boxes(exhibit: Exhibit) -> tuple[Box, ...]:
    redactions = exhibit.copy.redactions if exhibit.copy is not None else None
    if not isinstance(redactions, WorkingCopyRedactions):
        return ()
    return tuple(each.box for each in redactions.redactions)
