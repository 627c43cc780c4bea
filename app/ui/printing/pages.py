"""Pages of a finished PDF as pictures, from memory. No Qt.

The only place that touches PDFium. It is shown nothing but what this program has just written, never a stranger's
file, and it is not made for two threads: every call into it, closing included, happens under one lock, whatever
document it is about.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import pypdfium2

_MOST_PX = 4000
_PDFIUM = threading.Lock()


class PagePicture(msgspec.Struct, frozen=True):
    """A page: rows of four bytes per pixel (blue, green, red, unused), and its words for screen readers."""

    width_px: int
    height_px: int
    stride: int
    data: bytes
    text: str


class Pages:
    """One document at a time; may be used from any thread."""

    def __init__(self) -> None:
        self._document: pypdfium2.PdfDocument | None = None

    def open(self, pdf: bytes) -> None:
        """Open another document; the one before is closed."""
        import pypdfium2

        with _PDFIUM:
            self._close()
            self._document = pypdfium2.PdfDocument(pdf)

    @property
    def count(self) -> int:
        """How many pages there are; 0 while no document is open."""
        with _PDFIUM:
            return 0 if self._document is None else len(self._document)

    def picture(self, index: int, width_px: int) -> PagePicture | None:
        """Return a page from 0 at a width in pixels; None where there is no such page any more."""
        with _PDFIUM:
            document = self._document
            if document is None or not 0 <= index < len(document):
                return None
            page = document[index]
            try:
                return _drawn(page, min(max(width_px, 1), _MOST_PX))
            finally:
                page.close()

    def close(self) -> None:
        """Close the document."""
        with _PDFIUM:
            self._close()

    def _close(self) -> None:
        if self._document is not None:
            self._document.close()
            self._document = None


def _drawn(page: pypdfium2.PdfPage, width_px: int) -> PagePicture:
    words = page.get_textpage()
    try:
        text = " ".join(words.get_text_bounded().split())
    finally:
        words.close()
    bitmap = page.render(scale=width_px / page.get_width(), prefer_bgrx=True)
    try:
        return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), text)
    finally:
        bitmap.close()
