"""The marks as the list has them: what is covered, what goes into the report, what is only drawn. Pure.

Rules:
- Within a group the order is that of drawing; moving a mark up or down is moving it past the others of its group.
- A number whose digits nobody sees is not listed in a report, and so is only drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from app.markup import Number, Redaction
from app.ui.exhibit.geometry import EditorGround
from app.ui.exhibit.model import NOTHING, Drawing, PlacedMark, numbers


class MarkGroup(StrEnum):
    """What becomes of a mark, in the order of the list."""

    COVERED = "covered"
    LISTED = "listed"
    DRAWN = "drawn"


def in_groups(
    drawing: Drawing, ground: EditorGround
) -> tuple[tuple[MarkGroup, tuple[PlacedMark, ...]], ...]:
    """Return the groups that have marks, each with its marks in drawing order."""
    shown = numbers(drawing, ground.width_px, ground.height_px)
    found: dict[MarkGroup, list[PlacedMark]] = {group: [] for group in MarkGroup}
    for each in drawing.items:
        found[_group_of(each, shown.get(each.id, 0))].append(each)
    return tuple((group, tuple(members)) for group, members in found.items() if members)


def beside(drawing: Drawing, id: int, ground: EditorGround) -> frozenset[int]:
    """Return the ids of a mark's group."""
    for _, members in in_groups(drawing, ground):
        ids = frozenset(each.id for each in members)
        if id in ids:
            return ids
    return frozenset()


def neighbour(drawing: Drawing, id: int, ground: EditorGround) -> int:
    """Return what is selected after ``id`` is gone: the next in the list, else the one before, else nothing."""
    ids = [each.id for _, members in in_groups(drawing, ground) for each in members]
    return _next_to(ids, id)


def _next_to(ids: Sequence[int], id: int) -> int:
    if id not in ids:
        return NOTHING
    at = ids.index(id)
    others = [*ids[at + 1 :], *reversed(ids[:at])]
    return others[0] if others else NOTHING


def _group_of(placed: PlacedMark, number: int) -> MarkGroup:
    if isinstance(placed.shape, Redaction):
        return MarkGroup.COVERED
    if isinstance(placed.shape, Number) and number:
        return MarkGroup.LISTED
    return MarkGroup.DRAWN
