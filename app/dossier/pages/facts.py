"""Facts in two columns of small print: a label in the first sixth, what it says in the next two.

What is long, such as a quote, stands across the page instead, at its place in the order. Nothing is cut: what fits no
page in columns flows across the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from itertools import accumulate, groupby
from typing import NamedTuple

from app.dossier.model import Manner, PrintedRow
from app.dossier.pages import look
from app.dossier.pages.draw import web_address
from app.dossier.pages.look import Style
from app.dossier.pages.setting import SetLine, Span
from app.dossier.pages.sheet import Link, Sheets, SheetWords
from app.dossier.pdf.tags import Tag
from app.vocabulary import groups

FACT_SPACE = 3.0
_GAP = 8.0
LABEL = look.SIXTH - _GAP
_VALUE = 2 * look.SIXTH - _GAP
_ACROSS = 5 * look.SIXTH
_MOST_LINES = 2
_STYLES = {
    Manner.PLAIN: look.SMALL_INK,
    Manner.QUOTE: look.SMALL_QUOTE,
    Manner.LINK: look.SMALL_INK,
    Manner.CODE: look.SMALL_MONO,
}


class _Fact(NamedTuple):
    """A row as it will be set in a column."""

    row: PrintedRow
    label: Sequence[SetLine]
    value: Sequence[SetLine]
    style: Style

    @property
    def height(self) -> float:
        return (
            max(len(self.label) * look.SMALL.leading, len(self.value) * self.style.leading)
            + FACT_SPACE
        )

    @property
    def narrow(self) -> bool:
        """Whether it stands in a column; what is copied, such as a long link or a fingerprint, stands in one piece."""
        if self.row.manner is Manner.LINK:
            return len(self.value) == 1
        return len(self.value) <= _MOST_LINES and self.row.manner is Manner.PLAIN


class Facts:
    """Rows that are measured, then set: down the left column, then down the right one."""

    def __init__(self, sheets: Sheets, rows: Sequence[PrintedRow]) -> None:
        self._sheets = sheets
        facts = (_fact(sheets, row) for row in rows)
        together = ((narrow, list(each)) for narrow, each in groupby(facts, key=_is_narrow))
        # One that stands alone has the whole width: nothing would stand beside it.
        self._together = [(narrow and len(each) > 1, each) for narrow, each in together]

    @property
    def height(self) -> float:
        """The room that they take on one page."""
        return sum(
            max(map(_height, _halves(facts)))
            if narrow
            else sum(
                max(len(_lines_across(self._sheets, fact.row)), len(fact.label))
                * look.SMALL.leading
                + FACT_SPACE
                for fact in facts
            )
            for narrow, facts in self._together
        )

    def put(self) -> None:
        """Set them in their order."""
        if not self._together:
            return
        with self._sheets.tagged(Tag.LIST):
            for narrow, facts in self._together:
                if narrow:
                    _columns(self._sheets, facts)
                else:
                    for fact in facts:
                        _across(self._sheets, fact.row)


def put_facts(sheets: Sheets, rows: Sequence[PrintedRow]) -> None:
    """Set rows in their order."""
    Facts(sheets, rows).put()


def facts_height(sheets: Sheets, rows: Sequence[PrintedRow]) -> float:
    """Return the room that rows take on one page."""
    return Facts(sheets, rows).height


def _fact(sheets: Sheets, row: PrintedRow) -> _Fact:
    style, lines = _style(row), sheets.setter.lines
    label = lines((Span(row.label, look.SMALL),), LABEL)
    # What stands across the page whatever it says is not set for a column; nor is a link that does not fit one.
    value: Sequence[SetLine] = ()
    if row.manner is Manner.PLAIN:
        value = lines((Span(row.value, style),), _VALUE)
    elif row.manner is Manner.LINK:
        value = sheets.setter.as_one((Span(row.value, style),), _VALUE)
    return _Fact(row, label, value, style)


def _style(row: PrintedRow) -> Style:
    if row.manner is Manner.LINK and web_address(row.value):
        return look.SMALL_LINK
    return _STYLES[row.manner]


def _halves(facts: list[_Fact]) -> tuple[list[_Fact], list[_Fact]]:
    """Return the two columns, as equal as they can be in this order; the left one is not the shorter one."""
    down = list(accumulate(fact.height for fact in facts))
    best = min(range(len(facts)), key=lambda at: max(down[at], down[-1] - down[at])) + 1
    return facts[:best], facts[best:]


def _is_narrow(fact: _Fact) -> bool:
    return fact.narrow


def _height(facts: Sequence[_Fact]) -> float:
    return sum(fact.height for fact in facts)


def _columns(sheets: Sheets, facts: list[_Fact]) -> None:
    left, right = _halves(facts)
    height = max(_height(left), _height(right))
    if height > sheets.tallest():
        for fact in facts:
            _across(sheets, fact.row)
        return
    sheets.need(height)
    top = sheets.y
    _column(sheets, left, look.LEFT)
    sheets.y = top
    _column(sheets, right, look.LEFT + 3 * look.SIXTH)
    sheets.y = top + height


def _column(sheets: Sheets, facts: Sequence[_Fact], x: float) -> None:
    y = sheets.y
    for fact in facts:
        baseline = y + look.SMALL.leading * 0.76
        with sheets.tagged(Tag.ITEM):
            if fact.row.label:
                with sheets.tagged(Tag.LABEL):
                    for at, line in enumerate(fact.label):
                        sheets.put(SheetWords(x, baseline + at * look.SMALL.leading, line))
            _value(sheets, fact, x + look.SIXTH, y)
        y += fact.height


def _value(sheets: Sheets, fact: _Fact, x: float, y: float) -> None:
    link = web_address(fact.row.value) if fact.row.manner is Manner.LINK else ""
    baseline, leading = y + look.SMALL.leading * 0.76, fact.style.leading
    with sheets.tagged(Tag.BODY), sheets.tagged(Tag.LINK) if link else nullcontext():
        for at, line in enumerate(fact.value):
            sheets.put(SheetWords(x, baseline + at * leading, line))
            if link:
                sheets.put(Link(link, False, x, y + at * leading, line.width, leading))


def _lines_across(sheets: Sheets, row: PrintedRow) -> Sequence[SetLine]:
    return sheets.setter.lines((Span(_text(row), _style(row)),), _ACROSS)


def _text(row: PrintedRow) -> str:
    return groups(row.value, 8) if row.manner is Manner.CODE else row.value


def _across(sheets: Sheets, row: PrintedRow) -> None:
    label = sheets.setter.lines((Span(row.label, look.SMALL),), LABEL)
    sheets.need(max(len(label), 2) * look.SMALL.leading)
    top, page = sheets.y, len(sheets.pages)
    link = web_address(row.value) if row.manner is Manner.LINK else ""
    with sheets.tagged(Tag.ITEM):
        if row.label:
            with sheets.tagged(Tag.LABEL):
                for at, line in enumerate(label):
                    baseline = top + (at + 0.76) * look.SMALL.leading
                    sheets.put(SheetWords(look.LEFT, baseline, line))
        with sheets.tagged(Tag.BODY):
            sheets.paragraph(
                (Span(_text(row), _style(row)),),
                x=look.LEFT + look.SIXTH,
                width=_ACROSS,
                link=link,
            )
    if len(sheets.pages) == page:
        sheets.y = max(sheets.y, top + len(label) * look.SMALL.leading)
    sheets.skip(FACT_SPACE)
