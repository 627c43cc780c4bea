"""Rows of cells under a heading that is repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.dossier.pages import look
from app.dossier.pages.look import Style
from app.dossier.pages.setting import PageOf, SetLine, Span
from app.dossier.pages.sheet import Link, SheetRule, Sheets, SheetWords
from app.dossier.pdf.tags import Element, Tag

_GAP = 12.0
_ROW_SPACE = 4.0
_HEAD = 15.0
_WHOLE = 150.0
"""A row that is lower stands on one page; a higher one goes on, rather than leave the foot of a page empty."""
Cell = tuple[Span | PageOf, ...]


class Column(NamedTuple):
    """A column's heading and width; the last one may be set to the right margin."""

    title: str
    width: float
    right: bool = False


class Table:
    """Writes rows one at a time."""

    def __init__(self, sheets: Sheets, columns: Sequence[Column]) -> None:
        self._sheets = sheets
        self._columns = columns
        self._element = sheets.begin(Tag.TABLE)
        self._begun = False

    def end(self) -> None:
        """End the table: no more rows follow."""
        self._begin(0.0)
        self._sheets.end(self._element)

    def _begin(self, row: float) -> None:
        """Set the heads of the columns with the first row, so that they are not left alone at the foot of a page."""
        if self._begun:
            return
        self._begun = True
        sheets = self._sheets
        sheets.need(max(60.0, _HEAD + row))
        with sheets.within(self._element), sheets.tagged(Tag.ROW):
            self._head(first=True)

    def row(self, cells: Sequence[Cell], *, anchor: str = "") -> None:
        """Set one row, kept on one page unless it is high; ``anchor`` is where a click on it leads."""
        sheets = self._sheets
        set_cells = [
            (
                sheets.setter.lines(cell, column.width - (0 if column.right else _GAP)),
                _leading(cell),
            )
            for cell, column in zip(cells, self._columns, strict=True)
        ]
        first = max(leading for _, leading in set_cells) * 0.76
        height = (
            max((len(lines) - 0.76) * leading for lines, leading in set_cells)
            + first
            + 2 * _ROW_SPACE
        )
        needed = height if height < _WHOLE else first + 4 * look.SMALL.leading
        self._begin(needed)
        page = len(sheets.pages)
        sheets.need(needed)
        if len(sheets.pages) > page:
            self._head()
        with sheets.within(self._element), sheets.tagged(Tag.ROW):
            self._cells(set_cells, anchor)
        sheets.rule(0.5, look.HAIRLINE)

    def _cells(self, set_cells: Sequence[tuple[Sequence[SetLine], float]], anchor: str) -> None:
        """Set the cells line by line; ``anchor`` is where a click on the row leads."""
        sheets = self._sheets
        top, page = sheets.y, len(sheets.pages)
        sheets.y += _ROW_SPACE
        # The first lines of all cells stand on one line, whatever their size.
        first = max(leading for _, leading in set_cells) * 0.76
        tops = [sheets.y + first - leading * 0.76 for _, leading in set_cells]
        end = look.BOTTOM + _ROW_SPACE
        elements = [sheets.begin(Tag.CELL) for _ in set_cells]
        inner = list(elements)
        if anchor:  # the row is a link of its first cell
            inner[0] = sheets.begin_in(elements[0], Tag.LINK)
        if all(
            y + len(lines) * leading <= end
            for y, (lines, leading) in zip(tops, set_cells, strict=True)
        ):
            # Cell by cell, in the order in which they are read.
            for at, (lines, leading) in enumerate(set_cells):
                with sheets.within(inner[at]):
                    for line in lines:
                        sheets.put(self._words(at, tops[at] + leading * 0.76, line))
                        tops[at] += leading
        else:
            tops = self._over_pages(set_cells, inner, tops, end)
        sheets.y = max(tops) + _ROW_SPACE
        if anchor:
            top = top if len(sheets.pages) == page else look.TOP
            with sheets.within(inner[0]):
                sheets.put(Link(anchor, True, look.LEFT, top, look.WIDTH, sheets.y - top))
        for each in (*inner[: int(bool(anchor))], *elements):
            sheets.end(each)

    def _over_pages(
        self,
        set_cells: Sequence[tuple[Sequence[SetLine], float]],
        inner: Sequence[Element],
        tops: list[float],
        end: float,
    ) -> list[float]:
        """Set the cells line by line, on as many pages as it takes; return where each one ends."""
        sheets = self._sheets
        for index in range(max(len(lines) for lines, _ in set_cells)):
            for at, (lines, leading) in enumerate(set_cells):
                if index >= len(lines):
                    continue
                if tops[at] + leading > end:
                    sheets.new_page()
                    self._head()
                    tops = [sheets.y + _ROW_SPACE] * len(set_cells)
                with sheets.within(inner[at]):
                    sheets.put(self._words(at, tops[at] + leading * 0.76, lines[index]))
                tops[at] += leading
        return tops

    def _words(self, at: int, baseline: float, line: SetLine) -> SheetWords:
        column = self._columns[at]
        return SheetWords(
            self._x(at) + (column.width if column.right else 0), baseline, line, column.right
        )

    def _head(self, *, first: bool = False) -> None:
        """Set the heads of the columns; on later pages they are a reminder for the eye alone."""
        sheets = self._sheets
        for at, column in enumerate(self._columns):
            line = sheets.setter.single(column.title, look.SMALL_BOLD, column.width)
            x = self._x(at) + (column.width if column.right else 0)
            words = SheetWords(x, sheets.y + 9.5, line, column.right)
            if first:
                with sheets.tagged(Tag.HEAD) as head:
                    head.attributes = "/Table/Scope/Column"
                    sheets.put(words)
            else:
                sheets.decorate(words)
        sheets.y += _HEAD
        sheets.put(SheetRule(look.LEFT, sheets.y, look.WIDTH, 0.9, look.ACCENT))

    def _x(self, at: int) -> float:
        return look.LEFT + sum(column.width for column in self._columns[:at])


def cell(text: str, style: Style = look.BODY) -> Cell:
    """Return a cell of one style."""
    return (Span(text, style),)


def _leading(cell: Cell) -> float:
    return max(span.style.leading for span in cell)
