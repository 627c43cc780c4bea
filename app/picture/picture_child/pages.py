"""The pages of a PDF, one below the other in one picture, and the words on them, by PDFium.

Rules:
- Pages are painted and nothing else is done with them: PDFium is built without a machine for JavaScript, no form is set
  up, no action is asked for, and what a link, a launch or an attachment names is never looked at.
- Fonts are those in the file, or PDFium's own: no file can be opened here.
- So many pages are painted as fit into one picture; how many there are is told.
"""

from __future__ import annotations

import codecs
import time
from typing import Any

from .answering import Answer
from .codes import DAMAGED, LOCKED

_POINTS = 72
_PORTRAIT_PX, _LANDSCAPE_PX = 1240, 1754
_LARGEST_SCALE = 4.0
_GAP_PX = 24
_GROUND = bytes((226, 229, 232))
_MOST_PAGES, _MOST_PIXELS, _MOST_ROWS = 60, 60_000_000, 60_000
_TALLEST_PAGE = 30_000
_PAINTING_S, _READING_S = 12.0, 15.0
_MOST_LETTERS = 200_000
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def load() -> object:
    """Load all that will be needed: soon no file can be opened any more."""
    import pypdfium2

    # One page of ours is painted and read, so that nothing is left to be loaded when a stranger's is.
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(_POINTS, _POINTS)
    page.get_textpage().get_text_range()
    tight(page.render(rev_byteorder=True, may_draw_forms=False))
    return pypdfium2, codecs.lookup("utf-16-le")


def read(untrusted: bytes) -> Answer | int:
    """Paint the pages; return how the process leaves where it asks for a password, or no page can be painted."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(untrusted)
    except pypdfium2.PdfiumError as error:
        return LOCKED if error.err_code == _PASSWORD else DAMAGED
    count = len(document)
    sheet = _Sheet()
    broken = False
    for number in range(min(count, _MOST_PAGES)):
        try:
            if not sheet.takes(document[number]) or time.process_time() > _PAINTING_S:
                break
        except (pypdfium2.PdfiumError, ValueError, AssertionError):
            # What is shown ends here, and the head says that it is not whole.
            broken = True
            break
    if not sheet.pages:
        return DAMAGED
    words, whole = _words(document, count)
    said = {
        "pages": min(count, 2**31),
        "pages_shown": len(sheet.pages),
        "words": words,
        "words_whole": whole,
    }
    return Answer(said, sheet.size, sheet.rows(), broken=broken)


class _Sheet:
    """The pages as far as they are painted."""

    def __init__(self) -> None:
        self.pages: list[tuple[int, int, bytes]] = []

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        height = sum(rows + _GAP_PX for _, rows, _ in self.pages) - _GAP_PX
        return max(columns for columns, _, _ in self.pages), height

    def takes(self, page: Any) -> bool:  # noqa: ANN401  (PDFium's own)
        """Paint one more page; return whether there was room for it."""
        scale = _scale(page.get_width(), page.get_height())
        columns, rows = page.get_width() * scale, page.get_height() * scale
        if self.pages:
            width, height = self.size
            height += int(rows) + _GAP_PX + 1
            if height > _MOST_ROWS or height * max(width, int(columns) + 1) > _MOST_PIXELS:
                return False
        painted = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False)
        self.pages.append((painted.width, painted.height, tight(painted)))
        painted.close()
        return True

    def rows(self) -> list[bytes]:
        """Return the rows of the picture, in pieces."""
        width = self.size[0]
        gap = _GROUND * (width * _GAP_PX)
        pieces: list[bytes] = []
        for columns, rows, rgb in self.pages:
            pieces += [gap] if pieces else []
            if columns == width:
                pieces.append(rgb)
                continue
            left = (width - columns) // 2
            before, behind = _GROUND * left, _GROUND * (width - columns - left)
            across = 3 * columns
            pieces.append(
                b"".join(
                    part
                    for row in range(rows)
                    for part in (before, rgb[row * across : (row + 1) * across], behind)
                )
            )
        return pieces


def _scale(width: float, height: float) -> float:
    """Return how many pixels a point gets: 150 to the inch of usual paper, no wider than is read well."""
    if not (width > 0 and height > 0):
        raise ValueError
    fitting = (_LANDSCAPE_PX if width > height else _PORTRAIT_PX) / width
    return min(_LARGEST_SCALE, fitting, _TALLEST_PAGE / height)


def tight(painted: Any) -> bytes:  # noqa: ANN401  (PDFium's own)
    """Return the pixels of a page without what fills up its rows."""
    across, stride = 3 * painted.width, painted.stride
    held = memoryview(painted.buffer).cast("B")
    if stride == across:
        return bytes(held[: across * painted.height])
    starts = range(0, stride * painted.height, stride)
    return b"".join(bytes(held[start : start + across]) for start in starts)


def _words(document: Any, count: int) -> tuple[str, bool]:  # noqa: ANN401  (PDFium's own)
    """Return the words on the pages, and whether these are all."""
    import pypdfium2

    found: list[str] = []
    left = _MOST_LETTERS
    for number in range(count):
        if left <= 0 or time.process_time() > _READING_S:
            return "\n".join(found), False
        try:
            words = document[number].get_textpage().get_text_range()
        except (pypdfium2.PdfiumError, ValueError, AssertionError):
            continue
        words = words.replace("\r\n", "\n").replace("\x00", "")
        found.append(words[:left])
        left -= len(words)
    return "\n".join(found), left >= 0
