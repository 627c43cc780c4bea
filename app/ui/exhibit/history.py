"""The steps that can be undone and redone, as values that outlive the program. Pure.

Rules:
- A history is the layers that stood before now, and those that were undone, each as it was sealed or could have been.
- It is bounded: the oldest steps go first. What stands now is never part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from app.markup import Layer
from app.ui.exhibit.model import Drawing, Edit, drawing_of, layer_of_drawing

MOST_STEPS = 100
MOST_SHAPES = 4_000
"""In all steps together: a draft is written with each step, and stays small enough for that."""


class History(msgspec.Struct, frozen=True):
    """What can be gone back and forwards to.

    Attributes:
        earlier: the layers before what stands now, the oldest first.
        later: those that were undone, the next one first.
    """

    earlier: tuple[Layer, ...] = ()
    later: tuple[Layer, ...] = ()


def history_of(edits: Sequence[Edit], done: int) -> History:
    """Return what the steps on a stack lead to, ``done`` of them being carried out."""
    earlier = _bounded(layer_of_drawing(each.before) for each in reversed(edits[:done]))
    later = _bounded(layer_of_drawing(each.after) for each in edits[done:])
    return History(earlier[::-1], later)


def edits_of(history: History, now: Drawing) -> tuple[Edit, ...]:
    """The steps of a history around what stands now; the first ``len(history.earlier)`` of them are carried out."""
    states = (
        *(drawing_of(layer) for layer in history.earlier),
        now,
        *(drawing_of(layer) for layer in history.later),
    )
    return tuple(Edit(before, after) for before, after in pairwise(states))


def _bounded(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    """Return the nearest of them."""
    kept: list[Layer] = []
    shapes = 0
    for layer in layers:
        shapes += len(layer.marks) + len(layer.redactions)
        if len(kept) == MOST_STEPS or shapes > MOST_SHAPES:
            break
        kept.append(layer)
    return tuple(kept)
