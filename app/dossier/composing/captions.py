"""The captions of numbered markers that are seen in a working copy."""

from __future__ import annotations

from itertools import count

from app.casework.kinds.working_copy import WorkingCopyFacts
from app.dossier import model
from app.markup import Layer, Number, numbering


def captions_of(layer: Layer, facts: WorkingCopyFacts) -> tuple[model.Caption, ...]:
    """Return the captions of markers that are seen; older copies have numbers that count the hidden ones too."""
    seen = numbering(layer, facts.width_px, facts.height_px)
    drawn = count(1)
    numbers = (
        (next(drawn), mark.caption, shown)
        for mark, shown in zip(layer.marks, seen, strict=True)
        if isinstance(mark, Number)
    )
    return tuple(model.Caption(number, text) for number, text, shown in numbers if shown and text)
