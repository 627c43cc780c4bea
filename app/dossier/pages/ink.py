"""What stands on one page, as the instructions of a PDF's content stream (ISO 32000-1, 8 and 9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from app.dossier.pages import look
from app.dossier.pages.look import Colour
from app.dossier.pages.setting import PageOf, Run
from app.dossier.pages.sheet import (
    Ground,
    Link,
    Mark,
    Picture,
    SheetRule,
    SheetWords,
    Square,
    TagPlace,
)
from app.dossier.pages.typefaces import Typefaces
from app.dossier.pdf.tags import Slot, Tree

PagePiece = str | SheetWords
"""Instructions, or words that name a page whose number is not known yet."""

_PAGINATION = "/Artifact<</Type/Pagination>>BDC"
_EDGE_WIDTH = 0.6


class PageLink(NamedTuple):
    """A link, and its place in the tree of tags."""

    link: Link
    slot: Slot


class Ink:
    """Draws a page.

    Attributes:
        pieces: what was drawn, in order.
        owners: the element of each piece of words or picture, by its number on the page.
        notes: the links.
        places: of the pictures that are shown.
    """

    def __init__(self, typefaces: Typefaces, page: int, heights_px: Sequence[int]) -> None:
        """Begin.

        Args:
            typefaces: the fonts.
            page: the number of the page's object.
            heights_px: of all pictures.
        """
        self.pieces: list[PagePiece] = []
        self.owners: list[str] = []
        self.notes: list[PageLink] = []
        self.places: set[int] = set()
        self._typefaces = typefaces
        self._page = page
        self._heights_px = heights_px
        self._kids: dict[Slot, list[str]] = {}
        self._font: tuple[str, float] | None = None
        self._colour: Colour | None = None

    def draw(self, marks: Sequence[Mark]) -> None:
        """Draw marks: decoration first, then all words, then pictures. No mark lies over words."""
        decoration = [
            _decoration(mark) for mark in marks if isinstance(mark, SheetRule | Ground | Square)
        ]
        if decoration:
            self.pieces += ["/Artifact BMC", *decoration, "EMC"]
        self._words(marks)
        slot: Slot | None = None
        for mark in marks:
            if isinstance(mark, TagPlace):
                slot = mark.slot
                if slot is not None:
                    self._kids.setdefault(slot, [])
            elif isinstance(mark, Picture) and slot is not None:
                self.pieces += [self._begin(slot), self._picture(mark), "EMC"]
            elif isinstance(mark, Link) and slot is not None:
                self.notes.append(PageLink(mark, slot))

    def kid(self, slot: Slot, kid: str) -> None:
        """Add something to a place in the tree."""
        self._kids[slot].append(kid)

    def fill(self, tree: Tree) -> None:
        """Tell the tree what stands in each of its places on this page."""
        for slot, kids in self._kids.items():
            tree.fill(slot, " ".join(kids))

    def _words(self, marks: Sequence[Mark]) -> None:
        slot: Slot | None = None
        begun: Slot | None = None
        before: SheetWords | None = None
        pieces = self.pieces
        for mark in marks:
            if isinstance(mark, TagPlace):
                slot = mark.slot
            elif isinstance(mark, SheetWords):
                if before is None:
                    pieces.append("BT")
                if before is None or begun is not slot:
                    if before is not None:
                        pieces.append("EMC")
                    pieces.append(self._begin(slot) if slot is not None else _PAGINATION)
                    begun = slot
                elif before.y == mark.y and self._font is not None:
                    # Two things beside each other: who copies them or hears them needs a space between.
                    pieces.append(self._typefaces.used(self._font[0]).shown(" "))
                before = mark
                if mark.line.waits:
                    pieces.append(mark)
                    self._font = self._colour = None
                else:
                    pieces.append(self.line(mark, {}))
        if before is not None:
            pieces += ["EMC", "ET"]

    def _begin(self, slot: Slot) -> str:
        at, element = len(self.owners), slot.element
        self.owners.append(f"{element.number} 0 R")
        element.page = element.page or self._page
        # Words on the element's own page are named by their number alone.
        kid = (
            str(at)
            if element.page == self._page
            else f"<</Type/MCR/Pg {self._page} 0 R/MCID {at}>>"
        )
        self._kids.setdefault(slot, []).append(kid)
        return f"/{element.name}<</MCID {at}>>BDC"

    def line(self, mark: SheetWords, anchors: Mapping[str, int]) -> str:
        """Draw one line, with page numbers as they turned out."""
        line, typefaces = mark.line, self._typefaces
        x = mark.x
        if mark.right:
            x -= line.width + sum(
                typefaces.width_in(run.font, _said(run, anchors)) * run.size / 1000 - run.width
                for run in line.runs
                if isinstance(run.text, PageOf)
            )
        made = [f"1 0 0 1 {x:.2f} {up(mark.y):.2f} Tm"]
        for run in line.runs:
            use = typefaces.used(run.font)
            if (run.font, run.size) != self._font:
                self._font = (run.font, run.size)
                made.append(f"/{use.resource} {run.size:g} Tf")
            if run.colour != self._colour:
                self._colour = run.colour
                made.append(f"{_rgb(run.colour)} rg")
            made.append(use.shown(_said(run, anchors)))
        return "\n".join(made)

    def _picture(self, picture: Picture) -> str:
        """Return how a picture is drawn: of a part, the whole picture through a window of the part's size."""
        self.places.add(picture.place)
        name = f"/Im{picture.place + 1}"
        x, width, height = picture.x, picture.width, picture.height
        y = look.PAGE_HEIGHT - picture.y - height
        if not picture.rows_px:
            return f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {y:.3f} cm {name} Do Q"
        height_px = self._heights_px[picture.place]
        scale = height / picture.rows_px
        below = height_px - picture.top_px - picture.rows_px
        return (
            f"q {x:.3f} {y:.3f} {width:.3f} {height:.3f} re W n {width:.3f} 0 0 {height_px * scale:.3f}"
            f" {x:.3f} {y - below * scale:.3f} cm {name} Do Q"
        )


def up(y: float) -> float:
    """Return a height as PDF measures it, from below."""
    return round(look.PAGE_HEIGHT - y, 3)


def _said(run: Run, anchors: Mapping[str, int]) -> str:
    if isinstance(run.text, PageOf):
        return str(anchors.get(run.text.anchor, -1) + 1)
    return run.text


def _decoration(mark: SheetRule | Ground | Square) -> str:
    if isinstance(mark, Square):
        return _square(mark)
    if isinstance(mark, SheetRule):
        y = up(mark.y)
        return (
            f"{mark.thickness:g} w {_rgb(mark.colour)} RG"
            f" {mark.x:.2f} {y:.2f} m {mark.x + mark.width:.2f} {y:.2f} l S"
        )
    box = f"{mark.x:.2f} {up(mark.y + mark.height):.2f} {mark.width:.2f} {mark.height:.2f} re"
    fill = f"{_rgb(mark.fill)} rg"
    if mark.edge is None:
        return f"{fill} {box} f"
    return f"{fill} {_EDGE_WIDTH} w {_rgb(mark.edge)} RG {box} B"


def _square(mark: Square) -> str:
    """Return how a code is drawn: as a stencil whose dark modules let ink through."""
    return (
        f"q 0 0 0 rg {mark.side:.3f} 0 0 {mark.side:.3f} {mark.x:.3f} {up(mark.y + mark.side):.3f} cm"
        f" BI/W {mark.modules}/H {mark.modules}/IM true/D[1 0]/F/AHx ID\n{mark.bits.hex()}>\nEI Q"
    )


@cache
def _rgb(colour: Colour) -> str:
    return f"{colour.red:g} {colour.green:g} {colour.blue:g}"
