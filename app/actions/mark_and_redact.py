"""Mark a picture and cover parts of it: a new working copy burned anew from the original's own pixels.

Marks and boxes are added to those of the copy before, or a whole layer is set: then it is all that the copy shows.
The original is never touched, and no working copy is ever made from another, so nothing that was once covered can
come back by copying.

What recipients may be shown of the layer is what is seen in the picture; the layer as it was typed is sealed in a part
of its own that is opened for nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.actions.open_case import OpenCase
from app.casework import Exhibit, layer_of, picture_of
from app.casework.kinds.working_copy import (
    WorkingCopyFacts,
    WorkingCopyFull,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.markup import Layer, Mark, Redaction, burn, merge, visible_layer
from app.picture import decode_own_png, encode_png, thumbnail
from evidence_store import EntryId, NewObject


def set_layer(
    case: OpenCase, exhibit: Exhibit, layer: Layer, font: Path, *, draft: str = ""
) -> EntryId:
    """Burn a layer into a new working copy and seal it; answers its entry. The draft of that key goes with it.

    Raises:
        NoPictureError: the exhibit is a file that cannot be shown as a picture.
        LayerUnreadableError: what an earlier copy covered is not known; nothing was sealed.
        LayerError: a shape does not fit the picture; nothing was sealed.
    """
    base = picture_of(exhibit)
    layer_of(exhibit)
    with case.vault.open_object(base) as source:
        pixels = decode_own_png(source.read())
    seen = visible_layer(layer, pixels.width_px, pixels.height_px, font)
    burned = burn(pixels, layer, font)
    earlier = exhibit.copy
    with case.act() as act:
        sealed = act.seal(
            {
                "facts": WorkingCopyFacts(
                    parent=base, width_px=burned.width_px, height_px=burned.height_px
                ),
                "marks": WorkingCopyMarks(marks=seen.marks),
                "redactions": WorkingCopyRedactions(redactions=seen.redactions),
                "full": WorkingCopyFull(
                    marks=layer.marks,
                    redactions=layer.redactions,
                    replaces=earlier.entry if earlier else None,
                ),
            },
            content=NewObject(encode_png(burned), "image/png"),
            thumbnail=thumbnail(burned),
        ).id
        act.drop_draft(draft)
        return sealed


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
