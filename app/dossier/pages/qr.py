"""Square codes that a telephone or a scanner reads (ISO/IEC 18004), made by segno; drawn as a stencil."""

from __future__ import annotations

from app.dossier.pages import look
from app.dossier.pages.fast_code import LONGEST, MASK, MODULES, fast_bits, packed
from app.dossier.pages.sheet import Sheets, Square

QUIET = 4
"""Modules of white around it, as the standard asks."""
SIDE = 63.8
"""How wide and high a page's code is, in points: 22.5 mm, without the white around it."""
CORNER = look.RIGHT - SIDE
HEIGHT = 53.0
"""How far below the top of a page its own text begins: below the code, and the white around it."""
_TOP = 66.0
_LONGEST = 600


def put_code(sheets: Sheets, text: str, x: float, y: float, side: float) -> None:
    """Set the code of a link, with white around it; one that is too long to be read from paper has none."""
    modules, bits = code_bits(text)
    if modules:
        white = QUIET * side / (modules + 2 * QUIET)
        sheets.put(Square(x + white, y + white, side - 2 * white, modules, bits))


def page_code(text: str) -> Square:
    """Return the code of an exhibit's pages, at its place in their upper right corner.

    Args:
        text: as ``page_code_text`` writes it.
    """
    return Square(CORNER, _TOP, SIDE, *page_code_bits(text))


RECEIPT_SIDE = 51.0
"""How wide and high a receipt's code is: 18 mm, with modules of half a millimetre as those of a page's code."""


def put_receipt_code(sheets: Sheets, text: str, x: float, y: float) -> None:
    """Set the code of a receipt, without the white around it.

    Args:
        sheets: where to.
        text: as ``receipt_square_text`` writes it.
        x: its left edge, in points.
        y: its upper edge.
    """
    rows = receipt_rows(text)
    sheets.put(Square(x, y, RECEIPT_SIDE, len(rows), packed(rows)))


def receipt_rows(text: str) -> list[bytes]:
    """Return the code of a receipt, row by row, a byte a module, 1 where it is dark.

    Args:
        text: as ``receipt_square_text`` writes it.
    """
    import segno  # only where a code is set

    made = segno.make_qr(text, error="m", mode="alphanumeric", boost_error=False)
    return [bytes(row) for row in made.matrix]


def code_bits(text: str) -> tuple[int, bytes]:
    """Return how many modules a row of the code has, and their bits; (0, b"") for a text that is too long."""
    if not text or len(text.encode("utf-8")) > _LONGEST:
        return 0, b""
    import segno  # only where a code is set

    made = segno.make_qr(text, error="m", boost_error=False).matrix
    return len(made), packed(bytes(row) for row in made)


def page_code_bits(text: str) -> tuple[int, bytes]:
    """Return the same for what stands on a page: letters, digits and full stops."""
    if len(text) <= LONGEST:
        return MODULES, fast_bits(text)
    import segno

    made = segno.make_qr(text, error="m", mode="alphanumeric", mask=MASK, boost_error=False).matrix
    return len(made), packed(bytes(row) for row in made)
