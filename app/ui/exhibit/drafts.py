"""Marks that are not sealed yet, as they are kept in the vault so that no crash takes them. Pure.

Rules:
- A draft is the JSON of a layer, and the working copy it was begun on.
- A draft that was begun on an earlier copy never uncovers what a later one covered: those black boxes are added.
- A draft that cannot be read is passed over; the sealed copy stands.
- The steps that can be undone are kept beside it, and stay when the marks are sealed. They count only around the very
  marks they were kept with.
"""

from __future__ import annotations

import msgspec

from app.casework import Exhibit
from app.markup import Layer, LayerError, Mark, Redaction, check_layer, merge
from app.ui.exhibit.model import History
from evidence_store import EntryId


class LayerDraft(msgspec.Struct, frozen=True):
    """What is kept. Its first two fields are those of a layer."""

    marks: tuple[Mark, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    base: EntryId | None = None


class StepsDraft(msgspec.Struct, frozen=True):
    """What is kept of the steps: the marks they lead to, and those before and after."""

    now: Layer
    earlier: tuple[Layer, ...] = ()
    later: tuple[Layer, ...] = ()


def draft_key(exhibit: Exhibit) -> str:
    """Return the name a draft is kept under: that of the original."""
    return f"layer/{exhibit.original.chain}/{exhibit.original.seq}"


def steps_key(exhibit: Exhibit) -> str:
    """Return the name its steps are kept under."""
    return f"steps/{exhibit.original.chain}/{exhibit.original.seq}"


def write_draft(layer: Layer, exhibit: Exhibit) -> bytes:
    """Return a draft's bytes."""
    base = exhibit.copy.entry if exhibit.copy else None
    return msgspec.json.encode(LayerDraft(layer.marks, layer.redactions, base))


def read_draft(
    body: bytes | None, exhibit: Exhibit, sealed: Layer, width_px: int, height_px: int
) -> Layer | None:
    """Return the layer of a draft; None where there is none, it says nothing new or cannot be read.

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


def write_steps(history: History, now: Layer) -> bytes:
    """Return the bytes of the steps around a layer."""
    return msgspec.json.encode(StepsDraft(now, history.earlier, history.later))


def read_steps(body: bytes | None, now: Layer, width_px: int, height_px: int) -> History:
    """Return the steps around a layer; none where they were kept around another one or cannot be read.

    Args:
        body: the bytes of the steps.
        now: what stands.
        width_px: of the picture.
        height_px: of the picture.
    """
    if body is None:
        return History()
    try:
        kept = msgspec.json.decode(body, type=StepsDraft)
        for layer in (*kept.earlier, *kept.later):
            check_layer(layer, width_px, height_px)
    except (msgspec.DecodeError, LayerError):
        return History()
    return History(kept.earlier, kept.later) if kept.now == now else History()
