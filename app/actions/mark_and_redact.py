"""Mark a picture and cover parts of it, on a copy burned anew from the original's own pixels.

A new working copy holds the marks and boxes of the one before it and the new ones. The original is never touched,
and no working copy is ever made from another, so nothing that was once covered can come back by copying.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.actions.open_case import OpenCase
from app.casework import Exhibit, layer_of, picture_of
from app.casework.records import (
    WorkingCopyFacts,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.markup import Mark, Redaction, burn, check_layer, merge
from app.picture import decode_own_png, encode_png, thumbnail
from evidence_store import EntryId, NewObject


def mark_and_redact(
    case: OpenCase,
    exhibit: Exhibit,
    *,
    marks: Sequence[Mark] = (),
    redactions: Sequence[Redaction] = (),
    font: Path,
) -> EntryId:
    """Burn the marks and boxes into a new working copy and seal it; answers its entry.

    Raises:
        NoPictureError: the exhibit is a file that cannot be shown as a picture.
        LayerUnreadableError: what an earlier copy covered is not known; nothing was sealed.
        LayerError: a shape does not fit the picture; nothing was sealed.
    """
    base = picture_of(exhibit)
    with case.vault.open_object(base) as source:
        pixels = decode_own_png(source.read())
    earlier = exhibit.copy
    layer = merge(layer_of(exhibit), tuple(marks), tuple(redactions))
    check_layer(layer, pixels.width_px, pixels.height_px)
    burned = burn(pixels, layer, font)
    with case.act() as act:
        return act.seal(
            {
                "facts": WorkingCopyFacts(
                    parent=base,
                    replaces=earlier.entry if earlier else None,
                    width_px=burned.width_px,
                    height_px=burned.height_px,
                ),
                "marks": WorkingCopyMarks(marks=layer.marks),
                "redactions": WorkingCopyRedactions(redactions=layer.redactions),
            },
            content=NewObject(encode_png(burned), "image/png"),
            thumbnail=thumbnail(burned),
        ).id
