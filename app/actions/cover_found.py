"""What to cover in a picture, from the words that were read in it, and one name covered in several pictures.

Nothing is covered by itself: a person confirms each, or one name for all pictures of a series.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.actions.mark_and_redact import mark_and_redact
from app.actions.name_people import people_in
from app.actions.open_case import OpenCase
from app.actions.read_text import text_read
from app.casework import Exhibit, layer_of
from app.markup import Box, Redaction, is_covered
from app.naming import InPicture, Pseudonym, Spot, find_in_words
from app.picture import ReadText

# Letters reach a little out of what a machine takes for their rectangle.
_AROUND_PX = 3


def find_to_cover(case: OpenCase, exhibit: Exhibit) -> tuple[InPicture, ...] | None:
    """Return what was found in an exhibit's picture; None where nothing has read it yet.

    Raises:
        UnreadableRegisterError, VaultError: nobody can tell.
    """
    read = text_read(case, exhibit)
    return None if read is None else find_in_words(read.words, people_in(case))


def places_of(found: InPicture) -> tuple[Box, ...]:
    """Return the rectangles of what was found."""
    return tuple(Box(each.x, each.y, each.width, each.height) for each in found.spots)


def boxes_around(
    found: InPicture, width_px: int, height_px: int, reason: str
) -> tuple[Redaction, ...]:
    """Return the black boxes that cover what was found, inside a picture of that size."""
    return tuple(Redaction(_box(spot, width_px, height_px), reason) for spot in found.spots)


def cover_everywhere(
    case: OpenCase,
    exhibits: Sequence[Exhibit],
    who: tuple[Pseudonym, ...],
    reason: str,
    font: Path,
) -> int:
    """Cover the names of somebody in several pictures, each in a new copy; return in how many.

    Pictures that nothing has read, or whose copy cannot be read, stay as they are, and so do those where all of it is
    covered already.

    Raises:
        UnreadableRegisterError, VaultError: the copies up to then stand.
    """
    done = 0
    for exhibit in exhibits:
        read = text_read(case, exhibit)
        if read is None:
            continue
        boxes = _uncovered(case, exhibit, read, who, reason)
        if boxes:
            mark_and_redact(case, exhibit, redactions=boxes, font=font)
            done += 1
    return done


def _uncovered(
    case: OpenCase, exhibit: Exhibit, read: ReadText, who: tuple[Pseudonym, ...], reason: str
) -> tuple[Redaction, ...]:
    black = [each.box for each in layer_of(exhibit).redactions]
    return tuple(
        box
        for found in find_in_words(read.words, people_in(case))
        if set(found.who) & set(who) and not is_covered(places_of(found), black)
        for box in boxes_around(found, read.width_px, read.height_px, reason)
    )


def _box(spot: Spot, width_px: int, height_px: int) -> Box:
    left, top = max(0, spot.x - _AROUND_PX), max(0, spot.y - _AROUND_PX)
    right = min(width_px, spot.x + spot.width + _AROUND_PX)
    bottom = min(height_px, spot.y + spot.height + _AROUND_PX)
    return Box(left, top, max(1, right - left), max(1, bottom - top))
