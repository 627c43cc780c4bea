"""The first page, and the list of contents on the second."""

from __future__ import annotations

from collections.abc import Sequence

from app.dossier.model import Dossier, PrintedRow
from app.dossier.pages import look
from app.dossier.pages.rows import NUMBERED, put_numbered, put_row
from app.dossier.pages.setting import PageOf, Span
from app.dossier.pages.sheet import Link, Sheets, SheetWords
from app.dossier.pdf.tags import Tag
from app.language import Language

_COVER_TOP = 168.0
_MAX_TITLE_LINES = 5


def put_cover(sheets: Sheets, dossier: Dossier, language: Language) -> None:
    """Set who it is from and for, what it is about, and how much of it there is."""
    cover = dossier.cover
    sheets.bookmark("cover", language.text("Cover"), 0)
    sheets.y = _COVER_TOP
    sheets.text(cover.kicker, look.KICKER)
    sheets.skip(3)
    lines = sheets.setter.balanced(cover.title, look.COVER_TITLE, look.WIDTH)
    with sheets.tagged(Tag.H1):
        for line in lines[:_MAX_TITLE_LINES]:
            sheets.line(line, look.COVER_TITLE.leading, look.LEFT)
    sheets.skip(3)
    if cover.subtitle:
        sheets.text(cover.subtitle, look.BODY_MUTED)
    sheets.skip(26)
    with sheets.tagged(Tag.LIST):
        for row in cover.rows:
            _short_row(sheets, row)
    sheets.skip(14)
    sheets.rule(1.4, look.ACCENT)
    sheets.skip(16)


def _short_row(sheets: Sheets, row: PrintedRow) -> None:
    put_row(sheets, row)
    sheets.skip(1.5)


def asks_fit(sheets: Sheets, asks: Sequence[str]) -> bool:
    """Return whether what is asked for can stand whole on the rest of this page."""
    lines = sum(
        len(sheets.setter.lines((Span(text, look.BODY),), look.WIDTH - 28)) for text in asks
    )
    return sheets.room() >= 34 + lines * look.BODY.leading + 5 * len(asks)


def put_asks(sheets: Sheets, asks: Sequence[str]) -> None:
    """Set a numbered list."""
    with sheets.tagged(Tag.LIST) as listed:
        listed.attributes = NUMBERED
        for number, text in enumerate(asks, start=1):
            sheets.need(2 * look.BODY.leading)
            put_numbered(sheets, number, text)
            sheets.skip(5)


def put_contents(sheets: Sheets, entries: Sequence[tuple[str, str]]) -> None:
    """Set the sections (anchor, title) and their pages, each line a link."""
    contents = sheets.begin(Tag.CONTENTS)
    for anchor, title in entries:
        line = sheets.setter.single(title, look.BODY, look.WIDTH - 60)
        page = sheets.setter.lines((PageOf(anchor, look.BODY_MUTED),), 60)[0]
        baseline = sheets.y + 15
        with sheets.within(contents), sheets.tagged(Tag.CONTENT), sheets.tagged(Tag.LINK):
            sheets.put(SheetWords(look.LEFT, baseline, line))
            sheets.put(SheetWords(look.RIGHT, baseline, page, right=True))
            sheets.put(Link(anchor, True, look.LEFT, sheets.y, look.WIDTH, 21))
        sheets.y += 21
        sheets.rule(0.5, look.HAIRLINE)
    sheets.end(contents)
