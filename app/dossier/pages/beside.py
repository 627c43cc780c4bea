"""A tall picture with its facts beside it: a telephone's screenshot stays large enough to be read."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from typing import NamedTuple

from app.dossier.model import Manner, PrintedRow
from app.dossier.pages import look
from app.dossier.pages.draw import web_address
from app.dossier.pages.edge import put_edge
from app.dossier.pages.look import Style
from app.dossier.pages.parts import LARGEST_SCALE, PicturePart
from app.dossier.pages.setting import PageOf, SetLine, Span
from app.dossier.pages.sheet import Link, Picture, SheetRule, Sheets, SheetWords
from app.dossier.pdf.tags import Tag
from app.vocabulary import groups

_GAP = 18.0
WIDEST = 294.0
"""How wide a tall picture is at most, in points: the facts need the rest."""
_NARROWEST = 120.0
_LABEL_SPACE = 5.0
_MONO = look.MONO._replace(size=7.6, leading=10.6)


class Beside(NamedTuple):
    """A picture: its place among all, its size in pixels, and what is said of it to whoever does not see it."""

    place: int
    size: tuple[int, int]
    told: str


class FactBeside(NamedTuple):
    """A label, or a numbered marker, and what it says, set for the narrow column."""

    label: Sequence[SetLine]
    value: Sequence[SetLine]
    style: Style
    link: str

    @property
    def height(self) -> float:
        """Return the room it takes."""
        return (
            len(self.label) * look.SMALL.leading
            + len(self.value) * self.style.leading
            + _LABEL_SPACE
        )


def put_beside(
    sheets: Sheets,
    picture: Beside,
    caption: Sequence[Span | PageOf],
    rows: Sequence[PrintedRow],
    part: PicturePart | None = None,
) -> Sequence[PrintedRow]:
    """Set picture, or a part of it, and facts side by side; return the rows that found no room."""
    width_px, height_px = picture.size
    room = sheets.room()
    if part is None:
        scale = min(room / height_px, WIDEST / width_px, LARGEST_SCALE)
    else:
        scale, height_px = part.scale, part.rows_px
    box_width, box_height = _put_box(
        sheets, look.LEFT, (width_px * scale, height_px * scale), picture, part
    )
    left = look.LEFT + box_width + _GAP
    rest = _column(sheets, left, caption, rows) if caption or rows else ()
    sheets.y += box_height + 10
    return rest


def parts_across(size: tuple[int, int], part: PicturePart) -> int:
    """Return how many parts of a picture stand side by side on a page that has nothing else."""
    box = max(size[0] * part.scale, _NARROWEST)
    return 2 if 2 * box + _GAP <= look.WIDTH else 1


def put_parts(sheets: Sheets, picture: Beside, parts: Sequence[PicturePart]) -> None:
    """Set parts of a picture side by side, in the order they are read."""
    x, deepest = look.LEFT, 0.0
    for part in parts:
        shown = (picture.size[0] * part.scale, part.rows_px * part.scale)
        width, height = _put_box(sheets, x, shown, picture, part)
        x, deepest = x + width + _GAP, max(deepest, height)
    sheets.y += deepest + 10


def _put_box(
    sheets: Sheets,
    left: float,
    shown: tuple[float, float],
    picture: Beside,
    part: PicturePart | None,
) -> tuple[float, float]:
    """Set the picture, or a part of it, in its box; return the box's width and height."""
    width, height = shown
    box_width, box_height = max(width, _NARROWEST), height
    put_edge(sheets, left, sheets.y, box_width, box_height)
    window = (part.top_px, part.rows_px) if part is not None else (0, 0)
    x = left + (box_width - width) / 2
    said = f"{picture.told} ({part.number}/{part.total})" if part is not None else picture.told
    sheets.put(Picture(picture.place, x, sheets.y, width, height, *window, told=said))
    return box_width, box_height


def _column(
    sheets: Sheets, left: float, caption: Sequence[Span | PageOf], rows: Sequence[PrintedRow]
) -> Sequence[PrintedRow]:
    width = look.RIGHT - left
    y = sheets.y
    if caption:
        with sheets.tagged(Tag.PARAGRAPH):
            for line in sheets.setter.lines(caption, width):
                sheets.put(SheetWords(left, y + look.SMALL.leading * 0.76, line))
                y += look.SMALL.leading
        y += 8
    sheets.put(SheetRule(left, y, width, 0.9, look.ACCENT))
    y += 8
    if not rows:
        return ()
    with sheets.tagged(Tag.LIST):
        for at, row in enumerate(rows):
            fact = _fact(sheets, row, width)
            if y + fact.height > look.BOTTOM:
                return rows[at:]
            with sheets.tagged(Tag.ITEM):
                y = _put_fact(sheets, fact, left, y) + _LABEL_SPACE
    return ()


def _put_fact(sheets: Sheets, fact: FactBeside, left: float, y: float) -> float:
    if fact.label:
        with sheets.tagged(Tag.LABEL):
            for line in fact.label:
                sheets.put(SheetWords(left, y + look.SMALL.leading * 0.76, line))
                y += look.SMALL.leading
    with sheets.tagged(Tag.BODY), sheets.tagged(Tag.LINK) if fact.link else nullcontext():
        for line in fact.value:
            sheets.put(SheetWords(left, y + fact.style.leading * 0.76, line))
            if fact.link:
                sheets.put(Link(fact.link, False, left, y, line.width, fact.style.leading))
            y += fact.style.leading
    return y


def _fact(sheets: Sheets, row: PrintedRow, width: float) -> FactBeside:
    link = web_address(row.value) if row.manner is Manner.LINK else ""
    value = row.value
    style = look.SMALL_LINK if link else look.SMALL_INK
    if row.manner is Manner.CODE:
        style = _MONO
        value = groups(value, 8, in_line=2)
    elif not row.label:
        style = look.SMALL
    elif row.manner is Manner.QUOTE:
        style = look.SMALL_QUOTE
    return FactBeside(
        sheets.setter.lines((Span(row.label, look.SMALL),), width) if row.label else [],
        sheets.setter.lines((Span(value, style),), width),
        style,
        link,
    )
