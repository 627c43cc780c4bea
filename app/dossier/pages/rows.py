"""Label and value side by side."""

from __future__ import annotations

from collections.abc import Sequence

from app.dossier.model import Manner, PrintedRow
from app.dossier.pages import look
from app.dossier.pages.draw import web_address
from app.dossier.pages.look import Style
from app.dossier.pages.setting import Span
from app.dossier.pages.sheet import Sheets, SheetWords
from app.dossier.pdf.tags import Tag
from app.vocabulary import groups

ROW_SPACE = 5.0
NUMBERED = "/List/ListNumbering/Decimal"
"""The attributes of a numbered list."""
_VALUE_WIDTH = look.RIGHT - look.VALUE_LEFT
_LABEL_WIDTH = look.VALUE_LEFT - look.LEFT - 12
_STYLES = {
    Manner.PLAIN: look.BODY,
    Manner.QUOTE: look.QUOTE,
    Manner.LINK: look.BODY,
    Manner.CODE: look.MONO,
}


def put_rows(sheets: Sheets, rows: Sequence[PrintedRow]) -> None:
    """Set rows one below another, as a list of labels with what belongs to each."""
    if rows:
        with sheets.tagged(Tag.LIST):
            for row in rows:
                put_row(sheets, row)


def put_row(sheets: Sheets, row: PrintedRow) -> None:
    """Set one row of a list; a long value flows over pages beside an empty label."""
    label = sheets.setter.lines((Span(row.label, look.BODY_MUTED),), _LABEL_WIDTH)
    style = _style(row)
    sheets.need(max(len(label) * look.BODY.leading, 2 * look.BODY.leading))
    top, page = sheets.y, len(sheets.pages)
    with sheets.tagged(Tag.ITEM):
        with sheets.tagged(Tag.LABEL):
            for at, line in enumerate(label):
                baseline = top + (at + 0.76) * look.BODY.leading
                sheets.put(SheetWords(look.LEFT, baseline, line))
        if row.manner is Manner.CODE:
            sheets.y += 1.2
        link = row.value if row.manner is Manner.LINK else ""
        with sheets.tagged(Tag.BODY):
            sheets.paragraph(
                (Span(_text(row), style),),
                x=look.VALUE_LEFT,
                width=_VALUE_WIDTH,
                link=web_address(link),
            )
    if len(sheets.pages) == page:
        sheets.y = max(sheets.y, top + len(label) * look.BODY.leading)
    sheets.skip(ROW_SPACE)


def put_numbered(sheets: Sheets, number: int, text: str) -> None:
    """Set one item of a numbered list."""
    line = sheets.setter.single(str(number), look.NUMERAL, 24)
    with sheets.tagged(Tag.ITEM):
        with sheets.tagged(Tag.LABEL):
            sheets.put(SheetWords(look.LEFT, sheets.y + look.BODY.leading * 0.76, line))
        with sheets.tagged(Tag.BODY):
            sheets.text(
                text,
                look.BODY,
                x=look.LEFT + look.NUMBER_WIDTH,
                width=look.WIDTH - look.NUMBER_WIDTH,
            )


def grouped(code: str) -> str:
    """Return a fingerprint in groups of eight, four to a line."""
    return groups(code, 8, in_line=4)


def _style(row: PrintedRow) -> Style:
    if row.manner is Manner.LINK and web_address(row.value):
        return look.LINK
    return _STYLES[row.manner]


def _text(row: PrintedRow) -> str:
    return grouped(row.value) if row.manner is Manner.CODE else row.value
