"""What sheets of their own share, such as the recovery sheet: points, a foot, and writing them as dossiers are."""

from __future__ import annotations

import io

import pikepdf

from app.dossier.pages import look
from app.dossier.pages.draw import About, draw
from app.dossier.pages.sheet import SheetRule, Sheets, SheetWords
from app.dossier.pages.typefaces import Typefaces


def put_point(sheets: Sheets, words: str, sign: str = "•") -> None:
    """Set a line of a list."""
    bullet = sheets.setter.single(sign, look.BODY, 10)
    sheets.put(SheetWords(look.LEFT, sheets.y + look.BODY.leading * 0.76, bullet))
    sheets.text(words, look.BODY, x=look.LEFT + 14, width=look.WIDTH - 14)
    sheets.skip(4)


def finish(sheets: Sheets, typefaces: Typefaces, foot: str, about: About) -> bytes:
    """Put the foot on every page, and return the sheet: compressed, and the same bytes every time."""
    for marks in sheets.pages:
        line = sheets.setter.single(foot, look.HEADER, look.WIDTH)
        marks += [
            SheetRule(look.LEFT, look.FOOTER_RULE, look.WIDTH, 0.6, look.HAIRLINE),
            SheetWords(look.LEFT, look.FOOTER_BASELINE, line),
        ]
    target = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(draw(sheets.pages, typefaces, about).pdf)) as document:
        document.save(target, deterministic_id=True)
    return target.getvalue()
