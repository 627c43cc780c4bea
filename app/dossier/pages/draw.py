"""From laid-out sheets to a PDF, page by page.

Rules:
- Same sheets, same bytes: no time but the dossier's own.
- A page is drawn when it is full, and let go of. What is not known by then (page numbers, how many pages there are,
  where a link leads) is added in the end.
- Links lead to http and https addresses or to pages of the same file, to nothing else.
- All words and pictures belong to the tree of tags; header, footer, rules and grounds are artifacts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.dossier.hashing_writer import HashingWriter
from app.dossier.pages import look
from app.dossier.pages.inert import one_line
from app.dossier.pages.ink import Ink, PageLink, PagePiece, up
from app.dossier.pages.sheet import Bookmark, Mark, SheetWords
from app.dossier.pages.typefaces import Typefaces
from app.dossier.pdf.about import About, put_about
from app.dossier.pdf.file import End, PdfFile
from app.dossier.pdf.outline import OutlineEntry, put_outline
from app.dossier.pdf.syntax import text_string
from app.dossier.pdf.tags import PlacesOfTags, Tree
from app.dossier.pictures import Pictures

_PRINTED = 4  # annotation flag: PDF/A asks that links are printed with the page
_LONGEST_ADDRESS = 2_000
_HIGHEST_PORT = 65_535
_IPV4_PARTS, _HIGHEST_PART = 4, 255
_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?"
# RFC 3986: what may stand in path, query and fragment, with two hexadecimal digits after each per cent sign.
_ADDRESS = re.compile(
    rf"https?://(?P<host>{_LABEL}(?:\.{_LABEL})+)(?::(?P<port>[0-9]{{1,5}}))?"
    r"(?:[/?#](?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
)
_TOP_LEVEL = re.compile(r"[A-Za-z]{2,}|xn--[A-Za-z0-9-]+", re.IGNORECASE)
_ABOVE_ANCHOR = 14.0
_SHORT = 300  # bytes that are sooner written than packed


class Unsigned(NamedTuple):
    """A file that was drawn, and what a signature adds to.

    Attributes:
        pages: how many.
        end: what its end says.
        root: the catalogue's object; ``root_body`` is what it says.
        info: the object with the title.
        page: the first page's object; ``page_body`` is what it says beside its ``notes``.
        tree: the root of the tags' object.
        document: the object of the outermost tag; ``document_kids`` are those within it.
        leaves: of the tree that leads from pages to tags; ``next_key`` is the next key in it.
    """

    pages: int
    end: End
    root: int
    root_body: str
    info: int
    page: int
    page_body: str
    notes: tuple[int, ...]
    tree: int
    document: int
    document_kids: str
    leaves: str
    next_key: int


class Drawing:
    """A file being drawn; ``tree`` is for the sheets, and ``page`` takes each of them in order.

    Attributes:
        file: where objects are written.
        typefaces: the fonts of its words.
        tree: of tags.
        anchors: on which page, from 0, each anchor stands that was drawn.
    """

    def __init__(
        self,
        target: HashingWriter,
        typefaces: Typefaces,
        about: About,
        pictures: Pictures | None = None,
    ) -> None:
        self.file = PdfFile(target)
        self.tree = Tree(self.file.reserve, self.file.put)
        self.anchors: dict[str, int] = {}
        self._about = about
        self.typefaces = typefaces
        self._all_pages, self._fonts, self._frame = (self.file.reserve() for _ in range(3))
        self._places = PlacesOfTags(self.file.add)
        self._pages: list[int] = []
        self._own_frames: list[int] = []
        self._later: list[tuple[int, list[PagePiece], bool]] = []
        self._links: list[tuple[int, int, PageLink]] = []
        self._entries: list[OutlineEntry] = []
        self._heights: dict[str, float] = {}
        self._titles: dict[str, str] = {}
        self._pictures = pictures
        self._heights_px = [size.height_px for size in pictures.sizes] if pictures else []
        self._images: dict[int, int] = {}
        self._first: tuple[str, tuple[int, ...]] = ("", ())

    def page(self, marks: list[Mark]) -> None:
        """Draw a page, and empty it: a thousand of them weigh more than the text they become."""
        number, content, frame = (self.file.reserve() for _ in range(3))
        self._pages.append(number)
        self._own_frames.append(frame)
        ink = Ink(self.typefaces, number, self._heights_px)
        ink.draw([mark for mark in marks if not isinstance(mark, Bookmark)])
        for mark in marks:
            if isinstance(mark, Bookmark):
                self._bookmark(mark)
        marks.clear()
        key = self._places.add(f"[{' '.join(ink.owners)}]")
        notes: list[int] = []
        for note in ink.notes:
            if note.link.inside or web_address(note.link.target):
                notes.append(self.file.reserve())
                note_key = self._places.add(f"{note.slot.element.number} 0 R")
                if note.link.inside:  # it may lead to what comes later
                    self._links.append((notes[-1], note_key, note))
                else:
                    self._put_link(notes[-1], note_key, note)
                ink.kid(note.slot, f"<</Type/OBJR/Pg {number} 0 R/Obj {notes[-1]} 0 R>>")
        ink.fill(self.tree)
        places = sorted(ink.places)
        new = [at for at in places if at not in self._images]
        self._images |= {at: self.file.reserve() for at in new}
        images = "".join(f"/Im{at + 1} {self._images[at]} 0 R" for at in places)
        more = f"/XObject<<{images}>>" if images else ""
        listed = f"/Annots[{' '.join(f'{each} 0 R' for each in notes)}]" if notes else ""
        body = (
            f"/Type/Page/Parent {self._all_pages} 0 R/Contents[{content} 0 R {self._frame} 0 R {frame} 0 R]"
            f"/Resources<</Font {self._fonts} 0 R{more}>>/StructParents {key}/Tabs/S"
        )
        self.file.put(number, f"<<{body}{listed}>>")
        if len(self._pages) == 1:
            self._first = (body, tuple(notes))
        if any(isinstance(piece, SheetWords) for piece in ink.pieces):
            self._later.append((content, ink.pieces, not places))
        else:
            self._put_content(content, ink.pieces, packed=not places)
        # Each picture follows the first page that shows it, and is read while the next pages are laid out.
        if self._pictures is not None:
            for at in new:
                self._pictures.put(self.file, at, self._images[at])

    def finish(
        self,
        every: Sequence[Mark],
        own: Sequence[Sequence[Mark]],
        between: Callable[[], None] = lambda: None,
    ) -> Unsigned:
        """Draw what stands on the pages beside their text, and end the file.

        Args:
            every: header and footer of every page, written once.
            own: what stands on one page alone, a list for each.
            between: called now and then.
        """
        for content, pieces, packed in self._later:
            self._put_content(content, pieces, packed=packed)
            between()
        self._put_frame(self._frame, every)
        for number, marks in zip(self._own_frames, own, strict=True):
            self._put_frame(number, marks)
            between()
        for number, key, note in self._links:
            self._put_link(number, key, note)
        kids = " ".join(f"{each} 0 R" for each in self._pages)
        self.file.put(
            self._all_pages,
            f"<</Type/Pages/Count {len(self._pages)}"
            f"/MediaBox[0 0 {look.PAGE_WIDTH} {look.PAGE_HEIGHT}]/Kids[{kids}]>>",
        )
        self.file.put(self._fonts, f"<<{self.typefaces.write(self.file)}>>")
        leaves, next_key = self._places.finish()
        places = self.file.add(f"<</Kids[{leaves}]>>")
        self.file.put(
            self.tree.number,
            f"<</Type/StructTreeRoot/K[{self.tree.document.number} 0 R]"
            f"/ParentTree {places} 0 R/ParentTreeNextKey {next_key}>>",
        )
        said, info = put_about(self.file, self._about, one_line(self._about.title))
        root_body = (
            f"/Type/Catalog/Pages {self._all_pages} 0 R/StructTreeRoot {self.tree.number} 0 R"
            f"{put_outline(self.file, self._entries)}{said}"
        )
        root = self.file.add(f"<<{root_body}>>")
        return Unsigned(
            len(self._pages),
            self.file.finish(root, info),
            root,
            root_body,
            info,
            self._pages[0],
            *self._first,
            self.tree.number,
            self.tree.document.number,
            self.tree.document_kids,
            leaves,
            next_key,
        )

    def _put_frame(self, number: int, marks: Sequence[Mark]) -> None:
        ink = Ink(self.typefaces, 0, ())
        ink.draw(marks)
        self._put_content(number, ink.pieces)

    def _put_content(
        self, number: int, pieces: Sequence[PagePiece], *, packed: bool = True
    ) -> None:
        """Write it; beside a picture that is hundreds of times as large it is not packed."""
        text = "\n".join(
            piece
            if isinstance(piece, str)
            else Ink(self.typefaces, 0, ()).line(piece, self.anchors)
            for piece in pieces
        )
        self.file.stream(number, "", text.encode("ascii"), packed=packed and len(text) > _SHORT)

    def _bookmark(self, mark: Bookmark) -> None:
        page = len(self._pages) - 1
        height = up(max(mark.y - _ABOVE_ANCHOR, 0))
        self.anchors.setdefault(mark.anchor, page)
        self._heights.setdefault(mark.anchor, height)
        if mark.title:
            title = one_line(mark.title)
            self._titles.setdefault(mark.anchor, title)
            place = f"[{self._pages[page]} 0 R/XYZ null {height:g} null]"
            self._entries.append(OutlineEntry(title, mark.level, place))

    def _put_link(self, number: int, key: int, note: PageLink) -> None:
        link = note.link
        leads, said = "", link.target
        if not link.inside:
            leads = f"/A<</S/URI/URI{text_string(link.target)}>>"
        elif link.target in self.anchors:
            page, height = self._pages[self.anchors[link.target]], self._heights[link.target]
            leads = f"/Dest[{page} 0 R/XYZ null {height:g} null]"
            said = self._titles.get(link.target, said)
        left, bottom = link.x, up(link.y + link.height)
        rect = f"[{left:.2f} {bottom:.2f} {left + link.width:.2f} {bottom + link.height:.2f}]"
        self.file.put(
            number,
            f"<</Type/Annot/Subtype/Link/Rect{rect}/Border[0 0 0]/F {_PRINTED}/StructParent {key}"
            f"/Contents{text_string(said)}{leads}>>",
        )


def web_address(text: str) -> str:
    """Return the address to link to, or "" where the text is not a well-formed http or https address.

    A mistyped address is printed and leads nowhere: it could lead to somebody else.
    """
    if len(text) > _LONGEST_ADDRESS:
        return ""
    found = _ADDRESS.fullmatch(text)
    if found is None or int(found["port"] or 0) > _HIGHEST_PORT:
        return ""
    host = found["host"]
    if all(label.isdecimal() for label in host.split(".")):
        numbers = [int(label) for label in host.split(".")]
        return text if len(numbers) == _IPV4_PARTS and max(numbers) <= _HIGHEST_PART else ""
    return text if _TOP_LEVEL.fullmatch(host.rpartition(".")[2]) else ""
