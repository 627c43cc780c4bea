"""The sheet that a witness signs by hand: which exhibit, its code, what was seen, and lines to write on. One page."""

from __future__ import annotations

from pathlib import Path

from app.dossier.model import PrintedRow
from app.dossier.one_sheet import drawn, put_heading
from app.dossier.pages import look
from app.dossier.pages.qr import RECEIPT_SIDE, put_receipt_code
from app.dossier.pages.rows import put_rows
from app.dossier.pages.sheet import Sheets
from app.dossier.pdf.about import About
from app.dossier.receipt_square import receipt_square_text
from app.dossier.witness_facts import WitnessFacts
from app.language import Language

_LINES, _LINE_PX = 4, 28.0
_BESIDE_TITLE = 53.0
"""How far above the rows the square of the code begins: beside the title, so that it costs no line."""


def make_witness_sheet(facts: WitnessFacts, language: Language, fonts: Path) -> bytes:
    """Return the sheet as a PDF of one page.

    Raises:
        FontMissingError: the installation is not whole.
    """
    text = language.text
    foot = f"{text('Bevismappe')} · {text('Confidential')} · {facts.made_on}"
    title = text("I have seen the post")
    return drawn(
        lambda sheets: _set(sheets, facts, title, language),
        fonts,
        foot,
        About(title, language.code),
    )


def _set(sheets: Sheets, facts: WitnessFacts, title: str, language: Language) -> None:
    text = language.text
    put_heading(sheets, text("Witness statement on paper"), title)
    sheets.skip(8)
    put_receipt_code(
        sheets,
        receipt_square_text(facts.square),
        look.RIGHT - RECEIPT_SIDE,
        sheets.y - _BESIDE_TITLE,
    )
    put_rows(
        sheets,
        [
            PrintedRow(text("Exhibit"), str(facts.number)),
            PrintedRow(text("Receipt code"), facts.code),
        ],
    )
    sheets.skip(6)
    sheets.text(
        text(
            "Look at the post itself, and compare the code with the one on the screen. Write only what you saw "
            "yourself."
        ),
        look.BODY,
    )
    _part(sheets, text("What I saw"))
    sheets.text(facts.words, look.QUOTE)
    sheets.skip(6)
    sheets.text(text("Cross it out if it does not fit. Write your own words here:"), look.SMALL)
    for _ in range(_LINES):
        _line(sheets)
    _part(sheets, text("Who I am"))
    for label in (
        text("Name"),
        text("Job title"),
        text("Seen on, such as computer or phone"),
        text("Day and time when I saw it"),
        text("Signed by hand"),
    ):
        sheets.text(label, look.SMALL)
        _line(sheets)
        sheets.skip(6)
    sheets.skip(10)
    sheets.text(
        text(
            "For the one who asked: photograph or scan the sheet, and keep it with “Note what a witness saw”. Keep the "
            "paper too."
        ),
        look.SMALL,
    )


def _line(sheets: Sheets) -> None:
    sheets.y += _LINE_PX
    sheets.rule(0.5, look.EDGE)


def _part(sheets: Sheets, heading: str) -> None:
    sheets.skip(16)
    sheets.text(heading, look.PART)
    sheets.skip(4)
    sheets.rule(0.6, look.HAIRLINE)
    sheets.skip(8)
