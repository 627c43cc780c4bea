"""The first page: what happened, by when, who does what. It is read in two minutes, and answered on by hand.

Rules:
- What is too long for it is cut here and stands whole further back; the page says where.
- What is asked for stands here where all of it fits; else it has a section of its own.
- The code of the link stands on this page alone, with the link beside it as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.dossier.model import (
    Caption,
    CoverDeadline,
    CoverFact,
    Dossier,
    PrintedExhibit,
    Section,
    ToPaste,
    exhibit_place,
)
from app.dossier.pages import look
from app.dossier.pages.draw import web_address
from app.dossier.pages.edge import put_edge
from app.dossier.pages.exhibit import told
from app.dossier.pages.look import Style
from app.dossier.pages.qr import put_code
from app.dossier.pages.setting import PAGE_MARK, SetLine, Span, with_page
from app.dossier.pages.sheet import Ground, Link, Picture, Sheets, SheetWords
from app.dossier.pdf.tags import Tag
from app.language import Language

MOST_STORY_LINES = 4
_MOST_TITLE_LINES = 4
_MOST_QUOTE_LINES = 3
_PICTURE = (144.6, 93.5)  # 51 × 33 mm
_CODE = 62.0


class SmallPicture(NamedTuple):
    """The picture that is shown small: its place in the base file, and its size in pixels."""

    place: int
    width_px: int
    height_px: int


def put_cover(
    sheets: Sheets, dossier: Dossier, small: SmallPicture | None, language: Language
) -> None:
    """Set the page down to what is asked for, which follows."""
    cover = dossier.cover
    sheets.bookmark("cover", language.text("Cover"), 0)
    sheets.text(cover.kicker, look.KICKER)
    style = _title_style(sheets, cover.title)
    with sheets.tagged(Tag.H1):
        for line in sheets.setter.balanced(cover.title, style, look.WIDTH)[:_MOST_TITLE_LINES]:
            sheets.line(line, style.leading, look.LEFT)
    sheets.skip(2)
    meta = [each for each in (*cover.meta, cover.subtitle) if each]
    sheets.text("\u00a0· ".join(meta), look.COVER_META)
    sheets.skip(9)
    sheets.rule(1.1, look.ACCENT)
    if cover.facts:
        _facts(sheets, cover.facts)
    if cover.story:
        _story(sheets, dossier, language)
    exhibit = next((each for each in dossier.exhibits if each.number == cover.exhibit), None)
    link = cover.paste.link if cover.paste is not None else ""
    if exhibit is not None and small is not None:
        _exhibit(sheets, exhibit, small, link, language)
    if cover.paste is not None:
        _paste(sheets, cover.paste, language)
    if cover.deadline is not None:
        further = bool(dossier.deadlines) and Section.DEADLINES in dossier.sections
        _deadline(sheets, cover.deadline, language, leads=further)


def _title_style(sheets: Sheets, title: str) -> Style:
    """Return the style of the title: a little smaller where that saves a line."""
    small = look.COVER_TITLE._replace(size=20.0, leading=26.0)
    large, less = (
        len(sheets.setter.lines((Span(title, style),), look.WIDTH))
        for style in (look.COVER_TITLE, small)
    )
    return small if less < large else look.COVER_TITLE


def story_lines(sheets: Sheets, story: str) -> Sequence[SetLine]:
    """Return the lines of what happened; more than ``MOST_STORY_LINES`` are not all shown here."""
    return sheets.setter.lines((Span(story, look.BODY),), look.WIDTH)


def _heading(sheets: Sheets, title: str) -> None:
    sheets.skip(12)
    with sheets.tagged(Tag.H2):
        sheets.text(title, look.PART)
    sheets.skip(2)


def _facts(sheets: Sheets, facts: Sequence[CoverFact]) -> None:
    width = look.WIDTH / len(facts)
    top, deepest = sheets.y + 8, 0.0
    for at, fact in enumerate(facts):
        left = look.LEFT + at * width + (9 if at else 0)
        room = width - 18 if at else width - 9
        with sheets.tagged(Tag.PARAGRAPH):
            deepest = max(deepest, _fact(sheets, fact, left, top, room))
    for at in range(1, len(facts)):
        x = look.LEFT + at * width
        sheets.put(Ground(x, top, 0.5, deepest - top, look.HAIRLINE, None))
    sheets.y = deepest + 7
    sheets.rule(0.5, look.HAIRLINE)


def _fact(sheets: Sheets, fact: CoverFact, left: float, top: float, room: float) -> float:
    """Set one fact in its column; return where it ends."""
    y = top
    for style, texts, most in (
        (look.COVER_FACT, (fact.title,), 2),
        (look.COVER_FACT_LINE, fact.lines, 6),
    ):
        lines = [line for text in texts for line in sheets.setter.lines((Span(text, style),), room)]
        for line in _cut(sheets, lines, most, style, room):
            sheets.put(SheetWords(left, y + style.leading * 0.76, line))
            y += style.leading
    return y


def _cut(
    sheets: Sheets, lines: Sequence[SetLine], most: int, style: Style, width: float
) -> Sequence[SetLine]:
    """Return so many lines; where there are more, the last one says so."""
    if len(lines) <= most:
        return lines
    last = "".join(run.text for run in lines[most - 1].runs if isinstance(run.text, str))
    return (*lines[: most - 1], sheets.setter.single(f"{last} …", style, width))


def _story(sheets: Sheets, dossier: Dossier, language: Language) -> None:
    _heading(sheets, language.text("In short"))
    lines = story_lines(sheets, dossier.cover.story)
    with sheets.tagged(Tag.PARAGRAPH):
        for line in _cut(sheets, lines, MOST_STORY_LINES, look.BODY, look.WIDTH):
            sheets.line(line, look.BODY.leading, look.LEFT)


def _exhibit(
    sheets: Sheets, exhibit: PrintedExhibit, small: SmallPicture, link: str, language: Language
) -> None:
    sheets.skip(10)
    most_width, most_height = _PICTURE
    scale = min(most_width / small.width_px, 1.0)
    rows = min(small.height_px, int(most_height / scale))
    if small.width_px * scale < most_width / 2:  # a small or a narrow one is shown whole
        scale, rows = min(scale, most_height / small.height_px), small.height_px
    width, height = small.width_px * scale, rows * scale
    top = sheets.y
    whole = rows == small.height_px
    put_edge(sheets, look.LEFT, top, width, height)
    window = (0, 0) if whole else (0, rows)
    said = told(exhibit, language)
    sheets.put(Picture(small.place, look.LEFT, top, width, height, *window, told=said))
    left = look.LEFT + most_width + 12
    right = look.RIGHT - (_CODE + 12 if link else 0)
    what = _what(exhibit, whole, language, linked=bool(link))
    _beside(sheets, exhibit, left, right - left, top + most_height, what=what, language=language)
    if link:
        put_code(sheets, link, look.RIGHT - _CODE, top, _CODE)
        _to_the_post(sheets, top + _CODE, language)
    sheets.y = top + max(height, _CODE + look.SMALL.leading if link else 0, 58.0)


def _to_the_post(sheets: Sheets, y: float, language: Language) -> None:
    """Say where the code leads."""
    words = sheets.setter.single(language.text("To the post"), look.SMALL, _CODE)
    with sheets.tagged(Tag.PARAGRAPH):
        baseline = y + look.SMALL.leading * 0.76
        sheets.put(SheetWords(look.RIGHT - (_CODE - words.width) / 2, baseline, words, right=True))


def _beside(
    sheets: Sheets,
    exhibit: PrintedExhibit,
    left: float,
    width: float,
    bottom: float,
    *,
    what: str,
    language: Language,
) -> None:
    place = exhibit_place(exhibit.number)
    said = language.text("Exhibit {number}, page {page}", number=exhibit.number, page=PAGE_MARK)
    name = with_page(said, place, look.BODY_BOLD)
    y = sheets.y
    with sheets.tagged(Tag.PARAGRAPH), sheets.tagged(Tag.LINK):
        for line in sheets.setter.lines(name, width):
            sheets.put(SheetWords(left, y + look.BODY.leading * 0.76, line))
            sheets.put(Link(place, True, left, y, line.width, look.BODY.leading))
            y += look.BODY.leading
    with sheets.tagged(Tag.PARAGRAPH):
        for line in sheets.setter.lines((Span(what, look.SMALL),), width):
            sheets.put(SheetWords(left, y + look.SMALL.leading * 0.76, line))
            y += look.SMALL.leading
    y += 3
    for caption in exhibit.captions:
        y = _caption(sheets, caption, left, width, y, bottom)


def _caption(
    sheets: Sheets, caption: Caption, left: float, width: float, y: float, bottom: float
) -> float:
    if y + look.SMALL.leading > bottom:
        return y
    numeral = look.NUMERAL._replace(size=look.SMALL.size)
    baseline = y + look.SMALL.leading * 0.76
    text = sheets.setter.single(caption.text, look.SMALL_INK, width - 16)
    with sheets.tagged(Tag.PARAGRAPH):
        number = sheets.setter.single(str(caption.number), numeral, 16)
        sheets.put(SheetWords(left, baseline, number))
        sheets.put(SheetWords(left + 16, baseline, text))
    return y + look.SMALL.leading + 1


def _what(exhibit: PrintedExhibit, whole: bool, language: Language, *, linked: bool) -> str:
    if exhibit.covered:
        text = language.text("Covered copy. The original is sealed.")
        if linked:
            text = f"{text} {language.text('Where the link leads nothing is covered.')}"
    elif exhibit.marked:
        text = language.text("Copy with marks. The original is sealed.")
    elif exhibit.shown != exhibit.original:
        text = language.text("Picture made from the file that was added. The file is unchanged.")
    else:
        text = language.text("The original, as it was sealed.")
    return text if whole else f"{text} {language.text('Here its upper part.')}"


def _paste(sheets: Sheets, paste: ToPaste, language: Language) -> None:
    if not (paste.link or paste.quote):
        return
    sheets.skip(9)
    for label, text, style, most in (
        (language.text("Link"), paste.link, look.SMALL_LINK, 2),
        (
            language.text("Quote"),
            language.text("“{text}”", text=paste.quote) if paste.quote else "",
            look.SMALL_QUOTE,
            _MOST_QUOTE_LINES,
        ),
    ):
        if not text:
            continue
        left = look.LEFT + look.SIXTH
        width = look.RIGHT - left
        lines = sheets.setter.lines((Span(text, style),), width)
        name = sheets.setter.single(label, look.SMALL_BOLD, look.SIXTH - 8)
        address = web_address(text) if style is look.SMALL_LINK else ""
        with sheets.tagged(Tag.PARAGRAPH):
            sheets.put(SheetWords(look.LEFT, sheets.y + look.SMALL.leading * 0.76, name))
            with sheets.tagged(Tag.LINK if address else Tag.SPAN):
                for line in _cut(sheets, lines, most, style, width):
                    sheets.line(line, style.leading, left)
                    if address:
                        y = sheets.y - style.leading
                        sheets.put(Link(address, False, left, y, line.width, style.leading))
        sheets.skip(2)


def _deadline(sheets: Sheets, deadline: CoverDeadline, language: Language, *, leads: bool) -> None:
    """Set a frame with a bar, which is seen in grey as well; ``leads`` where the rule stands further back."""
    sheets.skip(11)
    when = sheets.setter.lines((Span(deadline.when, look.DUE),), 240)
    when_width = max(line.width for line in when)
    width = look.WIDTH - 5 - 10 - 14 - 10 - when_width
    title = language.text("No later than: {what}", what=deadline.title)
    rule = with_page(
        language.text("Rule and source: page {page}", page=PAGE_MARK),
        Section.DEADLINES,
        look.SMALL,
    )
    left = look.LEFT + 15
    lines = (
        *((line, look.BODY) for line in sheets.setter.lines((Span(title, look.BODY_BOLD),), width)),
        *(
            (line, look.SMALL)
            for said in (deadline.what, deadline.whose)
            if said
            for line in sheets.setter.lines((Span(said, look.SMALL),), width)
        ),
        *((line, look.SMALL) for line in sheets.setter.lines(rule, width) if leads),
    )
    height = max(sum(style.leading for _, style in lines), len(when) * look.DUE.leading) + 14
    top = sheets.y
    sheets.put(Ground(look.LEFT, top, look.WIDTH, height, look.PAPER, look.INK))
    sheets.put(Ground(look.LEFT, top, 5, height, look.INK, None))
    y = top + 7
    with sheets.tagged(Tag.PARAGRAPH):
        for line, style in lines:
            sheets.put(SheetWords(left, y + style.leading * 0.76, line))
            y += style.leading
        y = top + (height - len(when) * look.DUE.leading) / 2
        for line in when:
            sheets.put(SheetWords(look.RIGHT - 10, y + look.DUE.leading * 0.76, line, right=True))
            y += look.DUE.leading
    sheets.y = top + height
