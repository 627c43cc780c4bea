"""Mark a picture and cover parts of it: a new working copy with the marks of the one before it and the new ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.actions.open_case import OpenCase
from app.actions.set_layer import set_layer
from app.casework import Exhibit, layer_of
from app.markup import Mark, Redaction, merge
from evidence_store import EntryId


def mark_and_redact(
    case: OpenCase,
    exhibit: Exhibit,
    *,
    marks: Sequence[Mark] = (),
    redactions: Sequence[Redaction] = (),
    font: Path,
) -> EntryId:
    """Add marks and boxes, seal the new working copy, and answer its entry.

    Raises:
        NoPictureError: the exhibit is a file that cannot be shown as a picture.
        LayerUnreadableError: what an earlier copy covered is not known; nothing was sealed.
        LayerError: a shape does not fit the picture; nothing was sealed.
    """
    return set_layer(case, exhibit, merge(layer_of(exhibit), tuple(marks), tuple(redactions)), font)
