"""Sheets being filled from top to bottom: a list of things to draw per page, y measured downwards.

Nothing is drawn here. The number of pages and the page of every anchor are known once all is laid out,
so headers, footers and references are right in one pass over the material.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.dossier.pages import look
from app.dossier.pages.look import Colour, Style
from app.dossier.pages.setting import PageOf, SetLine, Setter, Span
from app.dossier.pages.typefaces import Typefaces


class SheetWords(NamedTuple):
    """A line of text with its baseline at y; ``right`` means that x is its right end."""

    x: float
    y: float
    line: SetLine
    right: bool = False


class SheetRule(NamedTuple):
    """A horizontal rule."""

    x: float
    y: float
    width: float
    thickness: float
    colour: Colour


class Ground(NamedTuple):
    """A filled rectangle with a thin edge."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour
    edge: Colour | None


class Picture(NamedTuple):
    """Where a picture stands; ``place`` counts the pictures of the dossier from 0.

    Where ``rows_px`` is not 0, only so many of its rows are shown, from ``top_px`` on; the place is theirs.
    """

    place: int
    x: float
    y: float
    width: float
    height: float
    top_px: int = 0
    rows_px: int = 0


class Link(NamedTuple):
    """A place that can be clicked: a web address, or an anchor within the file (``anchor``)."""

    target: str
    inside: bool
    x: float
    y: float
    width: float
    height: float


class Bookmark(NamedTuple):
    """An anchor with its line in the outline; level 0 is a section."""

    anchor: str
    title: str
    level: int
    y: float


Mark = SheetWords | SheetRule | Ground | Picture | Link | Bookmark


class Sheets:
    """The pages so far and how far down the last one is filled; ``between`` is called with each new one."""

    def __init__(self, typefaces: Typefaces, between: Callable[[], None] = lambda: None) -> None:
        self.setter = Setter(typefaces)
        self._between = between
        self.pages: list[list[Mark]] = [[]]
        self.y = look.TOP

    def put(self, mark: Mark) -> None:
        """Put something on the current page."""
        self.pages[-1].append(mark)

    def new_page(self) -> None:
        """Begin a page, unless this one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
            self._between()
        self.y = look.TOP

    def room(self) -> float:
        """Return what is left of the page."""
        return look.BOTTOM - self.y

    def need(self, height: float) -> None:
        """Begin a page unless this much room is left."""
        if self.room() < height and self.y > look.TOP:
            self.new_page()

    def skip(self, height: float) -> None:
        """Leave room, but never at the top of a page."""
        if self.y > look.TOP:
            self.y += height

    def line(self, line: SetLine, leading: float, x: float) -> None:
        """Set one line at the current place."""
        if self.room() < leading:
            self.new_page()
        self.put(SheetWords(x, self.y + leading * 0.76, line))
        self.y += leading

    def paragraph(
        self,
        spans: Sequence[Span | PageOf],
        *,
        x: float = look.LEFT,
        width: float = look.WIDTH,
        link: str = "",
    ) -> None:
        """Set a paragraph; it flows over pages, never leaving a single first line behind."""
        leading = max(span.style.leading for span in spans)
        lines = self.setter.lines(spans, width)
        if len(lines) > 1:
            self.need(2 * leading)
        for line in lines:
            self.line(line, leading, x)
            if link:
                self.put(Link(link, False, x, self.y - leading, line.width, leading))

    def text(
        self, text: str, style: Style, *, x: float = look.LEFT, width: float = look.WIDTH
    ) -> None:
        """Set a paragraph in one style."""
        self.paragraph((Span(text, style),), x=x, width=width)

    def rule(self, thickness: float, colour: Colour, *, x: float = look.LEFT) -> None:
        """Set a rule from x to the right margin."""
        self.put(SheetRule(x, self.y, look.RIGHT - x, thickness, colour))

    def bookmark(self, anchor: str, title: str, level: int) -> None:
        """Set an anchor at the current place."""
        self.put(Bookmark(anchor, title, level, self.y))
