"""What a working copy is burned from: which picture, and which marks and boxes it already carries. Pure."""

from __future__ import annotations

from app.casework.errors import CaseworkError
from app.casework.exhibit import Exhibit, ExhibitKind
from app.casework.kinds.working_copy import (
    WorkingCopyFull,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.markup import Layer
from evidence_store import EntryId


class NoPictureError(CaseworkError):
    """The exhibit is a file that cannot be shown as a picture."""

    def __init__(self, number: int) -> None:
        super().__init__(f"exhibit {number} has no picture")
        self.number = number


class LayerUnreadableError(CaseworkError):
    """The black boxes or marks of the last copy cannot be read: a new copy could uncover what they covered."""

    def __init__(self, number: int) -> None:
        super().__init__(f"the last copy of exhibit {number} cannot be read")
        self.number = number


class LogMovedError(CaseworkError):
    """Something was sealed while a dossier was made, so the receipt code in it is no longer the newest."""


def picture_of(exhibit: Exhibit) -> EntryId:
    """The picture that working copies are burned from: the capture itself, or the view of a file.

    Raises:
        NoPictureError: there is none.
    """
    if exhibit.kind is ExhibitKind.CAPTURE:
        return exhibit.original
    if exhibit.view is None:
        raise NoPictureError(exhibit.number)
    return exhibit.view.entry


def layer_of(exhibit: Exhibit) -> Layer:
    """What was laid over the picture for the newest working copy; nothing where there is no copy yet.

    Raises:
        LayerUnreadableError: the copy's marks or boxes were withheld or erased, in full or as they are seen.
    """
    copy = exhibit.copy
    if copy is None:
        return Layer()
    marks, redactions, full = copy.marks, copy.redactions, copy.full
    if not isinstance(marks, WorkingCopyMarks) or not isinstance(redactions, WorkingCopyRedactions):
        raise LayerUnreadableError(exhibit.number)
    if isinstance(full, WorkingCopyFull):
        return Layer(marks=full.marks, redactions=full.redactions)
    if full is not None:
        raise LayerUnreadableError(exhibit.number)
    return Layer(marks=marks.marks, redactions=redactions.redactions)
