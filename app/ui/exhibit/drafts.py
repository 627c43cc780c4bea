"""Marks that are not sealed yet, as they are kept in the vault so that no crash takes them. Pure.

Rules:
- A draft is the JSON of a layer, and the working copy it was begun on.
- A draft that was begun on an earlier copy never uncovers what a later one covered: those black boxes are added.
- A draft that cannot be read is passed over; the sealed copy stands.
"""

from __future__ import annotations

import msgspec

from app.casework import Exhibit
from app.markup import Layer, LayerError, Mark, Redaction, check_layer, merge
from evidence_store import EntryId


class LayerDraft(msgspec.Struct, frozen=True):
    """What is kept. Its first two fields are those of a layer."""

    marks: tuple[Mark, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    base: EntryId | None = None


def draft_key(exhibit: Exhibit) -> str:
    """The name a draft is kept under: that of the original."""
    return f"layer/{exhibit.original.chain}/{exhibit.original.seq}"


def write_draft(layer: Layer, exhibit: Exhibit) -> bytes:
    """A draft's bytes."""
    base = exhibit.copy.entry if exhibit.copy else None
    return msgspec.json.encode(LayerDraft(layer.marks, layer.redactions, base))


def read_draft(
    body: bytes | None, exhibit: Exhibit, sealed: Layer, width_px: int, height_px: int
) -> Layer | None:
    """The layer of a draft; None where there is none, it says nothing new or cannot be read.

    Args:
        body: the draft's bytes.
        exhibit: as it stands now.
        sealed: what its newest working copy shows.
        width_px: of the picture.
        height_px: of the picture.
    """
    if body is None:
        return None
    try:
        draft = msgspec.json.decode(body, type=LayerDraft)
        layer = Layer(draft.marks, draft.redactions)
        if draft.base != (exhibit.copy.entry if exhibit.copy else None):
            layer = merge(layer, (), sealed.redactions)
        check_layer(layer, width_px, height_px)
    except (msgspec.DecodeError, LayerError):
        return None
    return layer if layer != sealed else None
