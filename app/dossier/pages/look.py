"""The look of the page, in one place: A4, measures in points from the upper left corner, colours as RGB.

What is said beside each other stands at two places only: what follows a number (``NUMBER_WIDTH``) and a label
(``VALUE_LEFT``). Facts and tables are divided in sixths. Hairlines are dark enough for a copier; no colour says
anything alone.
"""

from __future__ import annotations

from typing import NamedTuple

from app.dossier.pages.typefaces import Face
from app.dossier.pdf.tags import Tag

PAGE_WIDTH = 595.276
PAGE_HEIGHT = 841.89
LEFT = 50.2
RIGHT = PAGE_WIDTH - 50.2
WIDTH = RIGHT - LEFT
HEADER_BASELINE = 55.0
TOP = 84.0
BOTTOM = 776.0
FOOTER_RULE = 792.0
FOOTER_BASELINE = 808.0
NUMBER_WIDTH = 28.0
VALUE_LEFT = LEFT + 144.0
SIXTH = WIDTH / 6
COLUMN_GAP = 20.0
COLUMN = (WIDTH - COLUMN_GAP) / 2
"""How wide one of two columns is."""


class Colour(NamedTuple):
    """RGB from 0 to 1."""

    red: float
    green: float
    blue: float


def _rgb(code: str) -> Colour:
    return Colour(*(round(int(code[at : at + 2], 16) / 255, 4) for at in (0, 2, 4)))


INK = _rgb("1F2A37")
MUTED = _rgb("5B6472")
ACCENT = _rgb("0B5C6B")
AMBER = _rgb("8A4B00")
PAPER = _rgb("FFFFFF")
GROUND = _rgb("F3F4F6")
HAIRLINE = _rgb("9A968C")
EDGE = HAIRLINE


class Style(NamedTuple):
    """How a run of text is set."""

    face: Face
    size: float
    leading: float
    colour: Colour


BODY = Style(Face.TEXT, 9.8, 14.2, INK)
BODY_BOLD = Style(Face.BOLD, 9.8, 14.2, INK)
BODY_MUTED = Style(Face.TEXT, 9.8, 14.2, MUTED)
QUOTE = Style(Face.ITALIC, 9.8, 14.6, INK)
SMALL = Style(Face.TEXT, 8.6, 12.4, MUTED)
SMALL_INK = Style(Face.TEXT, 8.6, 12.4, INK)
SMALL_INK_BOLD = Style(Face.BOLD, 8.6, 12.4, INK)
SMALL_BOLD = Style(Face.BOLD, 8.6, 12.4, MUTED)
SMALL_LINK = Style(Face.TEXT, 8.6, 12.4, ACCENT)
SMALL_QUOTE = Style(Face.ITALIC, 8.6, 12.6, INK)
SMALL_MONO = Style(Face.MONO, 7.4, 10.4, INK)
MONO = Style(Face.MONO, 8.2, 11.6, INK)
LINK = Style(Face.TEXT, 9.8, 14.2, ACCENT)
NUMERAL = Style(Face.BOLD, 9.8, 14.2, ACCENT)
KICKER = Style(Face.BOLD, 10.4, 15.0, ACCENT)
COVER_TITLE = Style(Face.BOLD, 22.0, 28.0, INK)
COVER_META = Style(Face.TEXT, 8.6, 12.4, MUTED)
COVER_FACT = Style(Face.BOLD, 11.5, 15.0, INK)
COVER_FACT_LINE = Style(Face.TEXT, 8.2, 12.6, MUTED)
DUE = Style(Face.BOLD, 11.5, 15.0, INK)
SECTION = Style(Face.BOLD, 15.5, 21.0, INK)
PART = Style(Face.BOLD, 11.2, 16.0, INK)
EXHIBIT_TITLE = Style(Face.BOLD, 19.5, 26.0, INK)
EXHIBIT_SUBTITLE = Style(Face.TEXT, 11.4, 26.0, MUTED)
HEADER = Style(Face.TEXT, 8.4, 12.0, MUTED)
CONFIDENTIAL = Style(Face.BOLD, 8.2, 12.0, INK)

HEADINGS = {
    COVER_TITLE: Tag.H1,
    SECTION: Tag.H2,
    EXHIBIT_TITLE: Tag.H3,
    PART: Tag.H3,
}
"""The styles of headings: a paragraph that begins in one of them is a heading for those who hear the page."""

SECTION_FIRST = {"deadlines": 116.0, "integrity": 150.0, "omissions": 210.0}
"""How much room the first things of a section want below its heading: down to a row of its table, or to the code."""
