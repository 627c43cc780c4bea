"""What sheets of their own share: a heading, points, a foot, and writing them as dossiers are."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from app.dossier.hashing_writer import HashingWriter
from app.dossier.pages import look
from app.dossier.pages.draw import Drawing
from app.dossier.pages.sheet import Mark, SheetRule, Sheets, SheetWords
from app.dossier.pages.typefaces import Typefaces
from app.dossier.pdf.about import About
from app.dossier.pdf.tags import Tag


def put_heading(sheets: Sheets, kicker: str, title: str) -> None:
    """Set what the sheet is for, and its title, which readers of PDF list."""
    sheets.bookmark("sheet", title, 0)
    sheets.text(kicker, look.KICKER)
    sheets.y += 2
    sheets.text(title, look.COVER_TITLE)


def put_point(sheets: Sheets, words: str, sign: str = "•") -> None:
    """Set a line of a list."""
    bullet = sheets.setter.single(sign, look.BODY, 10)
    with sheets.tagged(Tag.LIST), sheets.tagged(Tag.ITEM):
        with sheets.tagged(Tag.LABEL):
            sheets.put(SheetWords(look.LEFT, sheets.y + look.BODY.leading * 0.76, bullet))
        with sheets.tagged(Tag.BODY):
            sheets.text(words, look.BODY, x=look.LEFT + 14, width=look.WIDTH - 14)
    sheets.skip(4)


def drawn(fill: Callable[[Sheets], None], fonts: Path, foot: str, about: About) -> bytes:
    """Return the sheet that ``fill`` sets, with the foot on every page: the same bytes every time."""
    target = io.BytesIO()
    with HashingWriter(target) as written:
        drawing = Drawing(written, Typefaces(fonts), about)
        sheets = Sheets(drawing.typefaces, tree=drawing.tree, full=drawing.page)
        fill(sheets)
        sheets.finish()
        line = sheets.setter.single(foot, look.HEADER, look.WIDTH)
        frame: list[Mark] = [
            SheetRule(look.LEFT, look.FOOTER_RULE, look.WIDTH, 0.6, look.HAIRLINE),
            SheetWords(look.LEFT, look.FOOTER_BASELINE, line),
        ]
        drawing.finish(frame, sheets.pages)
        written.finish()
    return target.getvalue()
