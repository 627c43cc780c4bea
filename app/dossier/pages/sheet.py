"""Sheets being filled from top to bottom: a list of things to draw per page, y measured downwards.

Nothing is drawn here. A page that is full is handed to whoever draws it, and let go of.

What each thing is, for those who do not see the page: ``with sheets.tagged(Tag.…)`` around what is put. A paragraph is
tagged by itself, as a heading where its style is one of ``look.HEADINGS``; so are pictures and links. Rules and grounds
are decoration.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from app.dossier.pages import look
from app.dossier.pages.look import Colour, Style
from app.dossier.pages.setting import PageOf, SetLine, Setter, Span
from app.dossier.pages.typefaces import Typefaces
from app.dossier.pdf.tags import Element, Slot, Tag, Tree


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


class Square(NamedTuple):
    """A code in dark modules on the white of the page: ``modules`` of them in a row, and as many rows.

    ``bits`` has one for each, 1 where it is dark; a row begins with a byte.
    """

    x: float
    y: float
    side: float
    modules: int
    bits: bytes


class Picture(NamedTuple):
    """Where a picture stands; ``place`` counts the pictures of the dossier from 0.

    Where ``rows_px`` is not 0, only so many of its rows are shown, from ``top_px`` on; the place is theirs. ``told`` is
    what is said of it to whoever does not see it.
    """

    place: int
    x: float
    y: float
    width: float
    height: float
    top_px: int = 0
    rows_px: int = 0
    told: str = ""


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


class TagPlace(NamedTuple):
    """What follows on the page belongs to this place in the tree of tags; None where it is decoration."""

    slot: Slot | None


class Tagged:
    """While it lasts, things are put into its element; ``ends`` says whether that ends with it."""

    __slots__ = ("_before", "_element", "_ends", "_sheets")

    def __init__(self, sheets: Sheets, element: Element, *, ends: bool) -> None:
        self._sheets, self._element, self._ends = sheets, element, ends

    def __enter__(self) -> Element:
        self._before = self._sheets.go_into(self._element)
        return self._element

    def __exit__(self, *error: object) -> None:
        self._sheets.go_into(self._before)
        if self._ends:
            self._sheets.end(self._element)


Mark = SheetWords | SheetRule | Ground | Square | Picture | Link | Bookmark | TagPlace


class Sheets:
    """The pages so far and how far down the last one is filled."""

    def __init__(
        self,
        typefaces: Typefaces,
        between: Callable[[], None] = lambda: None,
        tree: Tree | None = None,
        full: Callable[[list[Mark]], None] | None = None,
    ) -> None:
        """Begin.

        Args:
            typefaces: the fonts.
            between: called with each new page.
            tree: gets the tags.
            full: gets each page when nothing more is put on it, and empties it.
        """
        self.setter = Setter(typefaces)
        self._between = between
        self._full = full
        self.tree = tree if tree is not None else Tree()
        self._inside = self.tree.document
        self._alone: Element | None = None  # a paragraph that nobody named
        self._alone_y = 0.0
        self._slot: Slot | None = None
        self._head: Callable[[], None] | None = None
        self._head_height = 0.0
        self.pages: list[list[Mark]] = [[]]
        self.y = self._top = look.TOP

    def put(self, mark: Mark) -> None:
        """Put something on the current page."""
        if isinstance(mark, SheetWords):
            if self._alone is not None and self._alone_y != mark.y:
                self._end_alone()  # lines that nobody tagged together are read one by one
            self._alone_y = mark.y
            if self._slot is None:
                self._part()
        elif isinstance(mark, Link):
            if self._inside.tag is not Tag.LINK:
                with self.tagged(Tag.LINK):
                    self.put(mark)
                return
            self._part()
        elif isinstance(mark, Picture):
            with self.tagged(Tag.FIGURE, mark.told) as figure:
                figure.attributes = _box(mark)
                self._part()
                self.pages[-1].append(mark)
            return
        self.pages[-1].append(mark)

    @property
    def tags_itself(self) -> bool:
        """Return whether a paragraph that is put here gets a tag of its own."""
        return self._inside.holds_no_words

    def tagged(self, tag: Tag, told: str = "") -> Tagged:
        """Tag what is put meanwhile; ``told`` is said instead of a picture."""
        return Tagged(self, self.begin(tag, told), ends=True)

    def within(self, element: Element) -> Tagged:
        """Put things into an element that was begun and is not ended yet."""
        return Tagged(self, element, ends=False)

    def go_into(self, element: Element) -> Element:
        """Put what follows into an element; return the one it went into before."""
        before = self._inside
        self._end_alone()
        self._inside, self._slot = element, None
        return before

    def begin(self, tag: Tag, told: str = "") -> Element:
        """Begin an element in the current one, for ``within``; whoever begins it ends it."""
        self._end_alone()
        self._slot = None
        return self.tree.element(self._inside, tag, told)

    def begin_in(self, element: Element, tag: Tag) -> Element:
        """Begin an element in another, which need not be the current one."""
        return self.tree.element(element, tag)

    def decorate(self, words: SheetWords) -> None:
        """Set words that those who hear the page were told already."""
        self._end_alone()
        self._slot = None
        self.pages[-1] += [TagPlace(None), words]

    def end(self, element: Element) -> None:
        """End an element that was begun."""
        self.tree.close(element)

    def new_page(self, head: Callable[[], None] | None = None) -> None:
        """Begin a page, unless this one is still empty; ``head`` stands for the one that ``headed`` named."""
        if self.pages[-1]:
            self._hand_over()
            self.pages.append([])
            self._between()
        self.y = self._top = look.TOP
        head = head or self._head
        if head is not None:
            head()
            self.y = self._top = look.TOP + self._head_height

    @contextmanager
    def headed(self, head: Callable[[], None], height: float) -> Iterator[None]:
        """Begin each page that is begun meanwhile with a head of this height, in points."""
        before = self._head, self._head_height
        self._head, self._head_height = head, height
        try:
            yield
        finally:
            self._head, self._head_height = before

    def tallest(self) -> float:
        """Return how high the text of a page can be."""
        return look.BOTTOM - look.TOP - self._head_height

    def finish(self) -> None:
        """End the last page and the tree: nothing more is put."""
        self._end_alone()
        self._hand_over()
        self.tree.close(self.tree.document)

    def room(self) -> float:
        """Return what is left of the page."""
        return look.BOTTOM - self.y

    def need(self, height: float) -> None:
        """Begin a page unless this much room is left."""
        if self.room() < height and self.y > self._top:
            self.new_page()

    def skip(self, height: float) -> None:
        """Leave room, but never at the top of a page."""
        if self.y > self._top:
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
        """Set a paragraph; it flows over pages, never leaving its first or its last line alone."""
        if self.tags_itself:
            with self.tagged(look.HEADINGS.get(spans[0].style, Tag.PARAGRAPH)):
                self.paragraph(spans, x=x, width=width, link=link)
        elif link:
            with self.tagged(Tag.LINK):
                self._set(spans, x, width, link)
        else:
            self._set(spans, x, width, link)

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

    def _set(self, spans: Sequence[Span | PageOf], x: float, width: float, link: str) -> None:
        leading = max(span.style.leading for span in spans)
        lines = self.setter.lines(spans, width)
        if len(lines) > 1:
            self.need((2 if len(lines) > 3 else len(lines)) * leading)
        for at, line in enumerate(lines):
            # The last line is not left alone on the next page either.
            if at == len(lines) - 2 and len(lines) > 3:
                self.need(2 * leading)
            self.line(line, leading, x)
            if link:
                self.put(Link(link, False, x, self.y - leading, line.width, leading))

    def _part(self) -> None:
        """Say where in the tree the next mark belongs, unless that was said on this page."""
        if self._slot is not None:
            return
        inside = self._inside
        if inside.holds_no_words:
            if self._alone is None:
                self._alone = self.tree.element(inside, Tag.PARAGRAPH)
            inside = self._alone
        self._slot = Slot(inside)
        self.pages[-1].append(TagPlace(self._slot))

    def _end_alone(self) -> None:
        if self._alone is not None:
            self.tree.close(self._alone)
            self._alone, self._slot = None, None

    def _hand_over(self) -> None:
        self._slot = None
        if self._full is not None:
            self._full(self.pages[-1])


def _box(picture: Picture) -> str:
    """Return where a picture stands, as the tree of tags says it."""
    bottom = look.PAGE_HEIGHT - picture.y - picture.height
    right = picture.x + picture.width
    box = f"{picture.x:.2f} {bottom:.2f} {right:.2f} {bottom + picture.height:.2f}"
    return f"/Layout/Placement/Block/BBox[{box}]"
