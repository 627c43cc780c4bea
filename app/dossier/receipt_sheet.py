"""The receipt on paper: a receipt code as text and as a square, and lines for whoever takes it. One page."""

from __future__ import annotations

from pathlib import Path

from app.dossier.model import PrintedRow
from app.dossier.one_sheet import drawn, put_heading, put_point
from app.dossier.pages import look
from app.dossier.pages.qr import RECEIPT_SIDE, put_receipt_code
from app.dossier.pages.rows import put_rows
from app.dossier.pages.sheet import Ground, Sheets
from app.dossier.pdf.about import About
from app.dossier.receipt_facts import ReceiptFacts
from app.dossier.receipt_square import ReceiptSquare, receipt_square_text
from app.language import Language
from evidence_store import format_receipt

_LINE_PX, _PADDING = 28.0, 16.0
_CODE = look.MONO._replace(size=12.5, leading=20.0)
_FIRST_LINE = 19
"""Four groups of four with blanks between them."""


def make_receipt_sheet(facts: ReceiptFacts, language: Language, fonts: Path) -> bytes:
    """Return the sheet as a PDF of one page.

    Raises:
        FontMissingError: the installation is not whole.
    """
    text = language.text
    title = text("Receipt code")
    return drawn(
        lambda sheets: _fill(sheets, facts, title, language),
        fonts,
        f"{text('Bevismappe')} · {facts.made_on}",
        About(title, language.code),
    )


def _fill(sheets: Sheets, facts: ReceiptFacts, title: str, language: Language) -> None:
    text = language.text
    put_heading(sheets, text("For whoever is to be able to check later"), title)
    sheets.skip(4)
    sheets.text(
        text(
            "With this code you can see later whether anything was changed, removed or inserted in a log since it was "
            "given to you. The code says nothing of what stands there."
        ),
        look.BODY,
    )
    sheets.skip(18)
    _code(sheets, facts, text("Receipt code"))
    sheets.skip(20)
    put_rows(
        sheets,
        (
            *([PrintedRow(text("Given by"), facts.owner)] if facts.owner else ()),
            PrintedRow(text("Covers"), text("entry {seq}, and all before it", seq=facts.head.seq)),
            PrintedRow(text("Sealed"), facts.sealed_at),
        ),
    )
    _part(sheets, text("How it is used"))
    for advice in (
        text(
            "Keep the sheet away from the report and the computer: only then does it say anything."
        ),
        text(
            "If you get a package later, check it in Bevismappe and write the code there. The letter in the package "
            "says how it is done without the program."
        ),
        text(
            "The square says the same as the letters. Bevismappe reads it from a scan or a photo of this sheet."
        ),
    ):
        put_point(sheets, advice)
    _part(sheets, text("Taken by"))
    for label in (text("Name"), text("Day and time"), text("Signed by hand")):
        sheets.text(label, look.SMALL)
        sheets.y += _LINE_PX
        sheets.rule(0.5, look.EDGE)
        sheets.skip(6)


def _code(sheets: Sheets, facts: ReceiptFacts, label: str) -> None:
    """Set the code large in two lines, with its square beside it."""
    square = receipt_square_text(ReceiptSquare(facts.head, facts.code))
    height, top = RECEIPT_SIDE + 2 * _PADDING, sheets.y
    sheets.put(Ground(look.LEFT, top, look.WIDTH, height, look.PAPER, look.EDGE))
    put_receipt_code(sheets, square, look.RIGHT - RECEIPT_SIDE - _PADDING, top + _PADDING)
    sheets.y = top + _PADDING - 4
    sheets.text(label, look.SMALL_BOLD, x=look.LEFT + _PADDING)
    sheets.y += 3
    whole = format_receipt(facts.code, facts.head.seq)
    for part in (whole[:_FIRST_LINE], whole[_FIRST_LINE + 1 :]):
        sheets.text(part, _CODE, x=look.LEFT + _PADDING)
    sheets.y = top + height


def _part(sheets: Sheets, heading: str) -> None:
    sheets.skip(16)
    sheets.text(heading, look.PART)
    sheets.skip(4)
    sheets.rule(0.6, look.HAIRLINE)
    sheets.skip(8)
