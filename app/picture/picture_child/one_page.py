"""One page of a PDF as a picture, with where its words and pictures stand, by PDFium in the child.

The rules of ``pages.py`` hold: a page is painted, its words are read, and nothing else is done with it.
"""

from __future__ import annotations

from typing import Any

from . import pages
from .answering import Answer
from .codes import DAMAGED, LOCKED

PAGE_TYPE = "application/x-bevismappe-page"
_POINTS = 72
_MOST_PX = 40_000_000
_MOST_WORDS, _LONGEST = 20_000, 200
_MOST_FIGURES, _MOST_BOOKMARKS = 50, 5_000
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_IMAGE = 3  # FPDF_PAGEOBJ_IMAGE

_wanted: tuple[int, int] = (0, 200)


def load(number: str, dpi: str) -> object:
    """Load all that will be needed.

    Args:
        number: of the page, from 0.
        dpi: pixels to the inch; 0 for the outline alone, without a page.
    """
    global _wanted  # noqa: PLW0603  (a process for one page)
    _wanted = (int(number), int(dpi))
    return pages.load()


def read(untrusted: bytes) -> Answer | int:
    """Paint the page, and return its words; how the process leaves where there is none."""
    import pypdfium2

    number, dpi = _wanted
    try:
        document = pypdfium2.PdfDocument(untrusted)
    except pypdfium2.PdfiumError as error:
        return LOCKED if error.err_code == _PASSWORD else DAMAGED
    count = len(document)
    if not dpi:
        return Answer({"pages": min(count, 2**31), "outline": _outline(document)})
    if number >= count:
        return DAMAGED
    page = document[number]
    width, height = page.get_size()
    if not (width > 0 and height > 0):
        return DAMAGED
    scale = min(dpi / _POINTS, (_MOST_PX / (width * height)) ** 0.5)
    painted = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False)
    said = {
        "pages": min(count, 2**31),
        "read": _words(page.get_textpage(), scale, height),
        "figures": _figures(page, scale, height),
    }
    return Answer(said, (painted.width, painted.height), [pages.tight(painted)])


def _outline(document: Any) -> list[tuple[str, int]]:  # noqa: ANN401  (PDFium's own)
    """Return the lines of the outline, each with its page from 0."""
    found: list[tuple[str, int]] = []
    for each in document.get_toc(max_depth=3):
        place = each.get_dest()
        if place is not None and place.get_index() is not None:
            found.append((each.get_title()[:_LONGEST], place.get_index()))
        if len(found) >= _MOST_BOOKMARKS:
            break
    return found


def _words(text: Any, scale: float, height: float) -> list[tuple[object, ...]]:  # noqa: ANN401
    """Return the words as a reading of the picture has them; which line they stand in is told by their place."""
    words: list[tuple[object, ...]] = []
    letters: list[str] = []
    box = [0.0, 0.0, 0.0, 0.0]

    def end() -> None:
        if letters and len(words) < _MOST_WORDS:
            left, top = max(0, int(box[0] * scale)), max(0, int((height - box[3]) * scale))
            across, down = (box[2] - box[0]) * scale, (box[3] - box[1]) * scale
            said = "".join(letters)[:_LONGEST]
            words.append((said, left, top, max(1, round(across)), max(1, round(down)), 100, 0))
        letters.clear()

    for at, letter in enumerate(text.get_text_range()):
        if letter.isspace() or not letter.isprintable():
            end()
            continue
        found = text.get_charbox(at, loose=True)
        if letters and (abs(found[1] - box[1]) > 3 or found[0] - box[2] > 3):
            end()
        if letters:
            box[:] = (*(min(a, b) for a, b in zip(box[:2], found[:2], strict=True)),
                      *(max(a, b) for a, b in zip(box[2:], found[2:], strict=True)))  # fmt: skip
        else:
            box[:] = found
        letters.append(letter)
    end()
    return words


def _figures(page: Any, scale: float, height: float) -> list[tuple[int, int, int, int]]:  # noqa: ANN401
    """Return where the pictures of the page stand: left, top, width and height in pixels."""
    found: list[tuple[int, int, int, int]] = []
    for each in page.get_objects(filter=[_IMAGE], max_depth=3):
        left, bottom, right, top = each.get_bounds()
        box = (left * scale, (height - top) * scale, (right - left) * scale, (top - bottom) * scale)
        found.append(tuple(round(number) for number in box))
    return found[:_MOST_FIGURES]
