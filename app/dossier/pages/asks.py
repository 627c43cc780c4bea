"""What is asked for: by when, who is to do it, and room for the answer and its day; else a numbered list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from app.dossier.model import PrintedAsk
from app.dossier.pages import look
from app.dossier.pages.look import Style
from app.dossier.pages.rows import NUMBERED
from app.dossier.pages.setting import SetLine, Span
from app.dossier.pages.sheet import SheetRule, Sheets, SheetWords
from app.dossier.pdf.tags import Tag
from app.language import Language

_ROW = 5.0
_BETWEEN = 6.0
"""Between what is asked for by one moment and by the next; nothing in small print."""


def asks_height(sheets: Sheets, asks: Sequence[PrintedAsk], *, small: bool = False) -> float:
    """Return how much room what is asked for takes, with its heading and nothing below; ``small`` is in small print."""
    groups = len({ask.within for ask in asks})
    lines = sum(_ask_height(sheets, ask, asks, small=small) for ask in asks)
    heads = groups * 19 + (groups - 1) * _between(small=small) if _answered(asks) else 0
    return 30 + heads + lines + (2 * _row(small=small) if heads else 5) * len(asks)


def put_asks(
    sheets: Sheets, asks: Sequence[PrintedAsk], language: Language, *, small: bool = False
) -> None:
    """Set what is asked for: by when, who, and room for the answer and its day; else a numbered list."""
    number = 0
    for within, group in groupby(asks, key=lambda ask: ask.within):
        if _answered(asks):
            sheets.skip(_between(small=small) if number else 0)
            _head(sheets, within or language.text("And"), language)
        with sheets.tagged(Tag.LIST) as listed:
            listed.attributes = NUMBERED
            for ask in group:
                number += 1
                _ask(sheets, number, ask, asks, small=small)


def _answered(asks: Sequence[PrintedAsk]) -> bool:
    return any(ask.within for ask in asks)


def _ask_width(asks: Sequence[PrintedAsk]) -> float:
    return (4 * look.SIXTH if _answered(asks) else look.WIDTH) - look.NUMBER_WIDTH - 8


def _style(*, small: bool) -> Style:
    return look.SMALL_INK if small else look.BODY


def _row(*, small: bool) -> float:
    return 3.5 if small else _ROW


def _between(*, small: bool) -> float:
    return 0.0 if small else _BETWEEN


def _ask_lines(
    sheets: Sheets, ask: PrintedAsk, asks: Sequence[PrintedAsk], *, small: bool
) -> Sequence[SetLine]:
    return sheets.setter.lines((Span(ask.text, _style(small=small)),), _ask_width(asks))


def _who_lines(sheets: Sheets, ask: PrintedAsk) -> Sequence[SetLine]:
    return sheets.setter.lines((Span(ask.who, look.SMALL),), look.SIXTH - 6)


def _ask_height(
    sheets: Sheets, ask: PrintedAsk, asks: Sequence[PrintedAsk], *, small: bool
) -> float:
    who = len(_who_lines(sheets, ask)) if _answered(asks) and ask.who else 0
    return max(
        len(_ask_lines(sheets, ask, asks, small=small)) * _style(small=small).leading,
        who * look.SMALL.leading,
    )


def _head(sheets: Sheets, within: str, language: Language) -> None:
    sheets.need(60)
    baseline = sheets.y + 12
    heads = (
        (look.LEFT, within, look.SMALL_BOLD._replace(colour=look.INK)),
        (look.LEFT + 4 * look.SIXTH, language.text("Who"), look.SMALL_BOLD),
        (look.LEFT + 5 * look.SIXTH, language.text("Answer and date"), look.SMALL_BOLD),
    )
    with sheets.tagged(Tag.PARAGRAPH):
        for x, text, style in heads:
            width = look.SIXTH - 4 if x > look.LEFT else 4 * look.SIXTH
            sheets.put(SheetWords(x, baseline, sheets.setter.single(text, style, width)))
    sheets.y += 18
    sheets.rule(0.9, look.ACCENT)


def _ask(
    sheets: Sheets, number: int, ask: PrintedAsk, asks: Sequence[PrintedAsk], *, small: bool
) -> None:
    style, row = _style(small=small), _row(small=small)
    lines = _ask_lines(sheets, ask, asks, small=small)
    ruled = _answered(asks)
    sheets.need(_ask_height(sheets, ask, asks, small=small) + 2 * row)
    sheets.y += row if ruled else 0
    top = sheets.y
    baseline = top + style.leading * 0.76
    numeral = sheets.setter.single(str(number), look.NUMERAL._replace(size=style.size), 24)
    with sheets.tagged(Tag.ITEM):
        with sheets.tagged(Tag.LABEL):
            sheets.put(SheetWords(look.LEFT, baseline, numeral))
        with sheets.tagged(Tag.BODY):
            for line in lines:
                sheets.line(line, style.leading, look.LEFT + look.NUMBER_WIDTH)
            for at, line in enumerate(_who_lines(sheets, ask) if ruled and ask.who else ()):
                y = baseline + at * look.SMALL.leading
                sheets.put(SheetWords(look.LEFT + 4 * look.SIXTH, y, line))
    sheets.y = max(sheets.y, top + (_ask_height(sheets, ask, asks, small=small) if ruled else 0))
    sheets.y += row if ruled else 5
    if ruled:
        sheets.put(SheetRule(look.LEFT, sheets.y, look.WIDTH, 0.5, look.HAIRLINE))
