"""What each thing on a page is: the tree of tags that a screen reader follows (ISO 32000-1, 14.7 and 14.8).

An element is made while pages are laid out, in the order in which it is read. Its words get their place in the tree
when their page is drawn. Once it is closed and all its words are drawn it is handed over to be written, so that the
tree of a thousand pages is never held.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from itertools import count

from app.dossier.pdf.syntax import text_string


class Tag(StrEnum):
    """The standard types that are used."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    PARAGRAPH = "P"
    QUOTE = "BlockQuote"
    CONTENTS = "TOC"
    CONTENT = "TOCI"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEAD = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"
    SPAN = "Span"


HEADINGS = (Tag.H1, Tag.H2, Tag.H3, Tag.H4)
HOLDS_NO_WORDS = frozenset(
    {
        Tag.DOCUMENT,
        Tag.SECTION,
        Tag.CONTENTS,
        Tag.CONTENT,
        Tag.LIST,
        Tag.ITEM,
        Tag.TABLE,
        Tag.ROW,
        Tag.QUOTE,
    }
)


_NAMES_WITHOUT_WORDS = frozenset(tag.value for tag in HOLDS_NO_WORDS)


class Element:
    """One element; ``number`` is that of its object, ``page`` that of the page its first words stand on, or 0."""

    __slots__ = (
        "alternative",
        "attributes",
        "holds_no_words",
        "kids",
        "name",
        "number",
        "open",
        "page",
        "parent",
        "tag",
        "waiting",
    )

    def __init__(self, number: int, tag: Tag, parent: int, alternative: str) -> None:
        self.number = number
        self.tag = tag
        self.name: str = tag.value
        self.holds_no_words = self.name in _NAMES_WITHOUT_WORDS
        self.parent = parent
        self.alternative = alternative
        self.attributes = ""
        self.kids: list[str] = []
        self.page = 0
        self.open = True
        self.waiting = 0


class Slot:
    """A place among an element's kids, kept for words or a link that will be drawn."""

    __slots__ = ("at", "element")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.at = len(element.kids)
        element.kids.append("")
        element.waiting += 1


class Tree:
    """All elements of a file. ``reserve`` gives object numbers, ``put`` takes what is ready to be written."""

    def __init__(
        self,
        reserve: Callable[[], int] | None = None,
        put: Callable[[int, str], object] | None = None,
    ) -> None:
        self._reserve = reserve or count(1).__next__
        self._put = put
        self._level = 0
        self.document_kids = ""
        self.number = self._reserve()
        self.document = Element(self._reserve(), Tag.DOCUMENT, self.number, "")

    def element(self, parent: Element, tag: Tag, alternative: str = "") -> Element:
        """Add an element to another. A heading never skips a level: a lower one is raised."""
        if tag in HEADINGS:
            self._level = min(HEADINGS.index(tag), self._level)
            tag = HEADINGS[self._level]
            self._level += 1
        made = Element(self._reserve(), tag, parent.number, alternative)
        parent.kids.append(f"{made.number} 0 R")
        return made

    def close(self, element: Element) -> None:
        """Say that nothing more is added to an element."""
        element.open = False
        if not element.waiting:
            self._write(element)

    def fill(self, slot: Slot, kid: str) -> None:
        """Say what stands in a slot; "" where nothing does."""
        element = slot.element
        element.kids[slot.at] = kid
        element.waiting -= 1
        if not element.open and not element.waiting:
            self._write(element)

    def _write(self, element: Element) -> None:
        if self._put is None:
            return
        more = f"/Alt{text_string(element.alternative)}" if element.alternative else ""
        if element.attributes:
            more += f"/A<</O{element.attributes}>>"
        if element.page:
            more += f"/Pg {element.page} 0 R"
        kids = " ".join(filter(None, element.kids))
        if element is self.document:
            self.document_kids = kids
        body = f"<</Type/StructElem/S/{element.name}/P {element.parent} 0 R/K[{kids}]{more}>>"
        self._put(element.number, body)


class PlacesOfTags:
    """The other direction: from a page's words, and from a link, to their element (the parent tree)."""

    def __init__(self, put: Callable[[str], int]) -> None:
        """Begin; ``put`` writes an object and returns its number."""
        self._put = put
        self._next = 0
        self._held: list[tuple[int, str]] = []
        self._leaves: list[str] = []

    def add(self, what: str) -> int:
        """Take the elements of a page's words in order, or the element of a link; return its key."""
        self._held.append((self._next, what))
        self._next += 1
        if len(self._held) >= _LEAF:
            self._end_leaf()
        return self._next - 1

    def finish(self) -> tuple[str, int]:
        """Return the tree's leaves, and the next key."""
        self._end_leaf()
        return " ".join(self._leaves), self._next

    def _end_leaf(self) -> None:
        if self._held:
            first, last = self._held[0][0], self._held[-1][0]
            numbers = " ".join(f"{key} {what}" for key, what in self._held)
            leaf = self._put(f"<</Limits[{first} {last}]/Nums[{numbers}]>>")
            self._leaves.append(f"{leaf} 0 R")
            self._held = []


_LEAF = 64
