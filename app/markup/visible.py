"""What of a layer can be seen in the picture it is burned into: only that may be told to others. Pure.

Rules:
- A number is counted where its digits are seen. Its caption is listed in the dossier; captions of other marks are
  printed nowhere, so they are not told.
- Black boxes that overlap or meet along an edge make one black area. It is told as that area with all its reasons:
  where a box ends inside it cannot be seen. A box that lies wholly under others is not told at all.
- What is worked out here of a mark that is partly hidden follows from what is seen of it and from nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from app.markup.shapes import (
    Arrow,
    Box,
    Ellipse,
    Frame,
    Freehand,
    Highlight,
    Layer,
    Line,
    Mark,
    Number,
    Redaction,
    Text,
    points_bounds,
)
from app.markup.sizes import Sizes, plate_margin_px

_APART = ";"


def numbering(layer: Layer, width_px: int, height_px: int) -> tuple[int, ...]:
    """Return the number that each mark shows, 0 where it shows none: those whose digits are hidden are not counted."""
    sizes = Sizes.of(width_px, height_px)
    black = [redaction.box for redaction in layer.redactions]
    found, last = [], 0
    for mark in layer.marks:
        seen = isinstance(mark, Number) and digits_seen(mark, sizes, black, width_px, height_px)
        last += seen
        found.append(last if seen else 0)
    return tuple(found)


def digits_seen(
    mark: Number, sizes: Sizes, black: Sequence[Box], width_px: int, height_px: int
) -> bool:
    """Return whether the middle of a number's disc is in the picture, and the place of its digits free of black."""
    wide, high = sizes.disc_radius_px, round(0.6 * sizes.digit_px)
    place = Box(mark.x - wide, mark.y - high, 2 * wide + 1, 2 * high + 1)
    inside = 0 <= mark.x < width_px and 0 <= mark.y < height_px
    return inside and not any(_shared(place, each) for each in black)


def is_free(box: Box, hiding: Iterable[Box], width_px: int, height_px: int) -> bool:
    """Return whether a rectangle lies in the picture and nothing that hides touches it."""
    inside = (
        box.x >= 0
        and box.y >= 0
        and box.x + box.width <= width_px
        and box.y + box.height <= height_px
    )
    return inside and not any(_shared(box, each) for each in hiding)


def frame_lines(box: Box, line_px: int) -> tuple[Box, ...]:
    """Return the four bars of a frame, as they are drawn."""
    line = max(1, min(line_px, (box.width + 1) // 2, (box.height + 1) // 2))
    right, bottom = box.x + box.width, box.y + box.height
    bars = (
        Box(box.x, box.y, box.width, line),
        Box(box.x, bottom - line, box.width, line),
        Box(box.x, box.y + line, line, box.height - 2 * line),
        Box(right - line, box.y + line, line, box.height - 2 * line),
    )
    return tuple(bar for bar in bars if bar.width > 0 and bar.height > 0)


def seen_bounds(
    parts: Iterable[Box], hiding: Sequence[Box], width_px: int, height_px: int
) -> Box | None:
    """Return the rectangle around what is seen of some rectangles; None where nothing is."""
    picture = Box(0, 0, width_px, height_px)
    left = [shared for part in parts if (shared := _shared(part, picture))]
    for box in hiding:
        left = [piece for part in left for piece in _without(part, box)]
    if not left:
        return None
    x, y = min(each.x for each in left), min(each.y for each in left)
    right = max(each.x + each.width for each in left)
    bottom = max(each.y + each.height for each in left)
    return Box(x, y, right - x, bottom - y)


# -- black areas ---------------------------------------------------------------------------------


def told_redactions(redactions: Sequence[Redaction]) -> tuple[Redaction, ...]:
    """Return the black boxes as they are seen, from the top: one that stands alone as it is, an area as its bands."""
    told: list[Redaction] = []
    for area in _areas(_not_under_others(redactions)):
        if len(area) == 1:
            told += area
            continue
        reason = f"{_APART} ".join(sorted(reasons(area)))
        told += (Redaction(box, reason) for box in _bands([each.box for each in area]))
    return tuple(sorted(told, key=lambda each: (each.box.y, each.box.x)))


def black_areas(redactions: Sequence[Redaction]) -> int:
    """Return how many places are seen to be covered."""
    return len(_areas(redactions))


def reasons(redactions: Iterable[Redaction]) -> tuple[str, ...]:
    """Return the reasons that are given, each once."""
    found = (part.strip() for each in redactions for part in each.reason.split(_APART))
    return tuple(dict.fromkeys(part for part in found if part))


def _not_under_others(redactions: Sequence[Redaction]) -> tuple[Redaction, ...]:
    """Return the boxes that do not lie wholly under others; equal ones count once, with the reasons of all."""
    by_box: dict[Box, list[Redaction]] = {}
    for redaction in redactions:
        by_box.setdefault(redaction.box, []).append(redaction)
    kept = {
        box: Redaction(box, f"{_APART} ".join(sorted(reasons(same)))) if len(same) > 1 else same[0]
        for box, same in by_box.items()
    }
    for box in sorted(kept, key=lambda each: each.width * each.height):
        left = [box]
        for other in kept:
            if other != box:
                left = [piece for part in left for piece in _without(part, other)]
            if not left:
                del kept[box]
                break
    return tuple(kept.values())


def _areas(redactions: Sequence[Redaction]) -> tuple[tuple[Redaction, ...], ...]:
    areas: list[list[Redaction]] = []
    for redaction in redactions:
        joined = [each for each in areas if any(_meet(redaction.box, one.box) for one in each)]
        others = [each for each in areas if each not in joined]
        areas = [*others, [*(one for each in joined for one in each), redaction]]
    return tuple(tuple(each) for each in areas)


def _bands(boxes: Sequence[Box]) -> Iterable[Box]:
    """Return the area of some boxes as rectangles that do not overlap: whole bands, as high as can be."""
    rows = sorted({edge for box in boxes for edge in (box.y, box.y + box.height)})
    standing: dict[tuple[int, int], int] = {}  # (left, right) to the row where it began
    done: list[Box] = []
    for top in rows:
        here = [box for box in boxes if box.y <= top < box.y + box.height]
        spans = set(_spans(here))
        ended = [each for each in standing if each not in spans]
        done += [_band(span, standing.pop(span), top) for span in ended]
        for span in spans:
            standing.setdefault(span, top)
    return done


def _band(span: tuple[int, int], top: int, bottom: int) -> Box:
    return Box(span[0], top, span[1] - span[0], bottom - top)


def _spans(boxes: Sequence[Box]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for left, right in sorted((box.x, box.x + box.width) for box in boxes):
        if spans and left <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], right))
        else:
            spans.append((left, right))
    return spans


# -- older copies --------------------------------------------------------------------------------


def shows_all_marks(layer: Layer, width_px: int, height_px: int) -> bool:
    """Return whether the marks, as typed, hold nothing but what is seen. In doubt, no: no font is asked."""
    sizes = Sizes.of(width_px, height_px)
    black = [redaction.box for redaction in layer.redactions]
    later: list[Box] = []
    for mark in reversed(layer.marks):
        place, seen = _rough_place(mark, sizes), False
        match mark:
            case Number():
                seen = digits_seen(mark, sizes, black, width_px, height_px)
            case Text():
                seen = is_free(place, [*black, *later], width_px, height_px)
            case Line() | Ellipse() | Freehand():
                seen = False  # never told as it was drawn
            case Arrow():
                seen = not mark.caption and is_free(place, black, width_px, height_px)
            case Highlight(box=box):
                seen = not mark.caption and seen_bounds([box], black, width_px, height_px) == box
            case Frame(box=box):
                bars = frame_lines(box, sizes.line_px)
                seen = not mark.caption and seen_bounds(bars, black, width_px, height_px) == box
        if not seen:
            return False
        if not isinstance(mark, Frame | Highlight):
            later.append(place)
    return True


def shows_all_boxes(redactions: Sequence[Redaction], width_px: int, height_px: int) -> bool:
    """Return whether each black box, as it was typed, is seen as a box of its own."""
    picture = Box(0, 0, width_px, height_px)
    inside = all(_shared(each.box, picture) == each.box for each in redactions)
    return inside and set(told_redactions(redactions)) == set(redactions)


def _rough_place(mark: Mark, sizes: Sizes) -> Box:
    """Return a rectangle that surely holds the mark."""
    match mark:
        case Frame(box=box) | Highlight(box=box):
            return box
        case Number():
            reach = sizes.disc_radius_px + sizes.halo_px
            return Box(mark.x - reach, mark.y - reach, 2 * reach + 1, 2 * reach + 1)
        case Text():
            lines = mark.text.split("\n")
            longest = max(len(line) for line in lines)
            margin = 2 * plate_margin_px(mark.size_px)
            # The widest letter of our font is nearly three times as wide as its size.
            return Box(
                mark.x,
                mark.y,
                3 * longest * mark.size_px + margin,
                2 * len(lines) * mark.size_px + margin,
            )
        case Arrow() | Line():
            ends = ((mark.x1, mark.y1), (mark.x2, mark.y2))
            return _wider(points_bounds(ends), 5 * sizes.shaft_px + sizes.halo_px)
        case Ellipse(box=box):
            return _wider(box, sizes.halo_px)
        case Freehand(points=points):
            return _wider(points_bounds(points), sizes.shaft_px + sizes.halo_px)


# -- rectangles ----------------------------------------------------------------------------------


def _wider(box: Box, reach: int) -> Box:
    return Box(box.x - reach, box.y - reach, box.width + 2 * reach, box.height + 2 * reach)


def _shared(one: Box, other: Box) -> Box | None:
    left, top = max(one.x, other.x), max(one.y, other.y)
    right = min(one.x + one.width, other.x + other.width)
    bottom = min(one.y + one.height, other.y + other.height)
    if left >= right or top >= bottom:
        return None
    return Box(left, top, right - left, bottom - top)


def _meet(one: Box, other: Box) -> bool:
    """Return whether two boxes overlap, or share a piece of an edge."""
    wider = replace(other, x=other.x - 1, width=other.width + 2)
    higher = replace(other, y=other.y - 1, height=other.height + 2)
    return _shared(one, wider) is not None or _shared(one, higher) is not None


def _without(part: Box, hiding: Box) -> Iterable[Box]:
    """Return the pieces of a rectangle that another leaves."""
    shared = _shared(part, hiding)
    if shared is None:
        return (part,)
    right, bottom = part.x + part.width, part.y + part.height
    cut_right, cut_bottom = shared.x + shared.width, shared.y + shared.height
    pieces = (
        Box(part.x, part.y, part.width, shared.y - part.y),
        Box(part.x, cut_bottom, part.width, bottom - cut_bottom),
        Box(part.x, shared.y, shared.x - part.x, shared.height),
        Box(cut_right, shared.y, right - cut_right, shared.height),
    )
    return tuple(piece for piece in pieces if piece.width > 0 and piece.height > 0)
