"""What lies over one picture while it is edited, and the steps that can be undone and redone. Pure: no Qt, no vault.

Rules:
- A drawing never changes; each operation answers a new one. So undoing is going back to the value before.
- Every shape has an id of its own for as long as the page is open; moved, changed and reordered it keeps it, and an
  id is never used again.
- Marks come before redactions, always: the order of the two tuples is the order of drawing.
- Numbers are not kept: they follow from the order of the numbered marks.
- A history is the layers that stood before now, and those that were undone, each as it was sealed or could have been,
  so that it outlives the program. It is bounded: the oldest steps go first. What stands now is never part of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from app.markup import Layer, Mark, Number, Redaction, numbering

Shape = Mark | Redaction
NOTHING = 0
"""No shape's id: nothing is selected."""


class PlacedMark(msgspec.Struct, frozen=True):
    """A shape and its id, counted from 1."""

    id: int
    shape: Shape


class Drawing(msgspec.Struct, frozen=True):
    """All shapes in drawing order.

    Attributes:
        marks: below.
        redactions: on top of every mark.
        next_id: the id of the next new shape.
    """

    marks: tuple[PlacedMark, ...] = ()
    redactions: tuple[PlacedMark, ...] = ()
    next_id: int = 1

    @property
    def items(self) -> tuple[PlacedMark, ...]:
        """Every shape, the lowest first."""
        return (*self.marks, *self.redactions)

    def shape(self, id: int) -> Shape | None:
        """Return the shape with that id."""
        return next((each.shape for each in self.items if each.id == id), None)


class Edit(msgspec.Struct, frozen=True):
    """One step that can be undone.

    Attributes:
        before: the drawing it starts from.
        after: the drawing it leads to.
        selected_before: what was selected before.
        selected: what is selected after.
        merge: steps in a row with the same word here are undone together; "" stands alone.
    """

    before: Drawing
    after: Drawing
    selected_before: int = NOTHING
    selected: int = NOTHING
    merge: str = ""


def drawing_of(layer: Layer) -> Drawing:
    """Return a layer with ids."""
    marks = tuple(PlacedMark(id, mark) for id, mark in enumerate(layer.marks, start=1))
    first = len(marks) + 1
    redactions = tuple(
        PlacedMark(id, each) for id, each in enumerate(layer.redactions, start=first)
    )
    return Drawing(marks, redactions, first + len(redactions))


def layer_of_drawing(drawing: Drawing) -> Layer:
    """Return the same without ids, as it is sealed."""
    return Layer(
        marks=tuple(p.shape for p in drawing.marks if not isinstance(p.shape, Redaction)),
        redactions=tuple(p.shape for p in drawing.redactions if isinstance(p.shape, Redaction)),
    )


def numbers(drawing: Drawing, width_px: int, height_px: int) -> Mapping[int, int]:
    """Return the number that each numbered mark shows on a picture of that size, by its id; 0 where it is covered."""
    shown = numbering(layer_of_drawing(drawing), width_px, height_px)
    return {
        each.id: number
        for each, number in zip(drawing.marks, shown, strict=True)
        if isinstance(each.shape, Number)
    }


def add(drawing: Drawing, shape: Shape) -> Drawing:
    """Lay a shape on top of those of its kind; it gets ``drawing.next_id``."""
    placed = (PlacedMark(drawing.next_id, shape),)
    if isinstance(shape, Redaction):
        return Drawing(drawing.marks, drawing.redactions + placed, drawing.next_id + 1)
    return Drawing(drawing.marks + placed, drawing.redactions, drawing.next_id + 1)


def put(drawing: Drawing, id: int, shape: Shape) -> Drawing:
    """Give an id another shape of the same kind; its place in the order stays."""

    def changed(row: tuple[PlacedMark, ...]) -> tuple[PlacedMark, ...]:
        return tuple(PlacedMark(id, shape) if each.id == id else each for each in row)

    if isinstance(shape, Redaction):
        return Drawing(drawing.marks, changed(drawing.redactions), drawing.next_id)
    return Drawing(changed(drawing.marks), drawing.redactions, drawing.next_id)


def remove(drawing: Drawing, id: int) -> Drawing:
    """Take a shape away; the numbers of the others close up."""
    return Drawing(
        tuple(each for each in drawing.marks if each.id != id),
        tuple(each for each in drawing.redactions if each.id != id),
        drawing.next_id,
    )


def shift(drawing: Drawing, id: int, places: int, among: Collection[int]) -> Drawing:
    """Move a shape up (negative) or down past that many of ``among``, at most past the last of them."""
    return Drawing(
        _shifted(drawing.marks, id, places, among),
        _shifted(drawing.redactions, id, places, among),
        drawing.next_id,
    )


def _shifted(
    row: tuple[PlacedMark, ...], id: int, places: int, among: Collection[int]
) -> tuple[PlacedMark, ...]:
    peers = [each.id for each in row if each.id == id or each.id in among]
    if id not in peers:
        return row
    at = peers.index(id)
    passed = peers[max(0, min(len(peers) - 1, at + places))]
    if passed == id:
        return row
    rest = [each for each in row if each.id != id]
    place = [each.id for each in rest].index(passed)
    moved = next(each for each in row if each.id == id)
    rest.insert(place + (places > 0), moved)
    return tuple(rest)


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
