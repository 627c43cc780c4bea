"""The exhibit page: the picture across the page, what was marked on it, and the facts in two columns.

A picture spreads over pages only where it would be too small to be read on one (see ``parts``). Where picture and facts
do not fit one page together, the picture takes what it needs to be read and the facts follow. In the upper right
corner of each page stands the code by which a print of it is checked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.dossier.model import PrintedExhibit, PrintedReceipt, PrintedRow, exhibit_place
from app.dossier.page_code import code_of, page_code_text
from app.dossier.pages import look
from app.dossier.pages.beside import WIDEST, Beside, parts_across, put_beside, put_parts
from app.dossier.pages.edge import put_edge
from app.dossier.pages.facts import Facts
from app.dossier.pages.inert import one_line
from app.dossier.pages.parts import (
    LARGEST_SCALE,
    PicturePart,
    is_broad,
    is_long,
    parts_of,
    wanted_scale,
)
from app.dossier.pages.qr import CORNER, HEIGHT, page_code
from app.dossier.pages.rows import NUMBERED, put_numbered
from app.dossier.pages.setting import PAGE_MARK, PageOf, SetLine, Span, with_page
from app.dossier.pages.sheet import Ground, Picture, Sheets, SheetWords, Square
from app.dossier.pdf.tags import Tag
from app.dossier.pictures import PictureSize
from app.language import Language

_TALL = 1.5
_HIGHEST = 425.2  # 150 mm
_CAPTION_ROOM = 30.0
_BESIDE_CODE = 12.0
_TITLE_LEADING = 15.0


class PageExhibit(NamedTuple):
    """The picture of an exhibit: its place in the base file, its size, and how to ask for its quiet rows."""

    place: int
    size: PictureSize
    still_rows: Callable[[int], Sequence[int]]


class _Head:
    """The head of an exhibit's pages: its number, what it is or which part stands here, and its code."""

    def __init__(self, sheets: Sheets, name: str, square: Square) -> None:
        self.name = name
        self._sheets = sheets
        self._square = square

    def first(self, title: str) -> None:
        """Begin the first page, with the exhibit's title."""
        with self._sheets.tagged(Tag.H2):
            self._put(title, self._sheets.put)

    def next_page(self, title: str) -> None:
        """Begin another page."""
        self._sheets.new_page(lambda: self.later(title))

    def later(self, title: str) -> None:
        """Begin a page on which the exhibit goes on; the title is no heading of its own."""
        with self._sheets.tagged(Tag.PARAGRAPH):
            self._put(title, self._sheets.put)

    def run_on(self, title: str) -> None:
        """Begin a page in the midst of something: its head is for the eye alone."""
        self._put(title, self._sheets.decorate)

    def _put(self, title: str, put: Callable[[SheetWords], None]) -> None:
        sheets = self._sheets
        line = sheets.setter.single(self.name, look.EXHIBIT_TITLE, look.WIDTH)
        baseline = sheets.y + 17
        left = look.LEFT + line.width + 10
        width = CORNER - _BESIDE_CODE - left
        put(SheetWords(look.LEFT, baseline, line))
        for at, each in enumerate(_title_lines(sheets, title, width)):
            put(SheetWords(left, baseline + at * _TITLE_LEADING, each))
        sheets.put(self._square)
        sheets.y += HEIGHT


def put_exhibit(
    sheets: Sheets,
    exhibit: PrintedExhibit,
    shown: PageExhibit | None,
    receipt: PrintedReceipt,
    language: Language,
) -> None:
    """Set one exhibit from the top of a page.

    Args:
        sheets: the pages.
        exhibit: what is said of it.
        shown: None where it has no picture.
        receipt: the head of the log, for the code on its pages.
        language: of all words.
    """
    name = language.text("Exhibit {number}", number=exhibit.number)
    square = page_code(page_code_text(code_of(exhibit, receipt)))
    head = _Head(sheets, name, square)
    sheets.bookmark(exhibit_place(exhibit.number), f"{name} · {exhibit.title}", 1)
    head.first(exhibit.title)
    with sheets.headed(lambda: head.run_on(language.text("continued")), HEIGHT):
        _put_below(sheets, exhibit, shown, head, language)


def _put_below(
    sheets: Sheets,
    exhibit: PrintedExhibit,
    shown: PageExhibit | None,
    head: _Head,
    language: Language,
) -> None:
    rows: Sequence[PrintedRow] = exhibit.rows
    facts: Facts | None = None
    if shown is None:
        _kept_as_file(sheets, language, along=bool(exhibit.original_type))
        _numbered(sheets, exhibit)
    elif parts := _parts(sheets, shown):
        rows = _put_parts(sheets, exhibit, shown, parts, head, language)
        if not rows:
            return
        head.next_page(language.text("continued"))
    elif shown.size.height_px >= _TALL * shown.size.width_px:
        picture = Beside(shown.place, shown.size, told(exhibit, language))
        caption = _caption(exhibit, language)
        rows = put_beside(sheets, picture, caption, _facts(exhibit, language))
        if not rows:
            return
        head.next_page(language.text("continued"))
    else:
        facts = Facts(sheets, rows)
        _picture(sheets, exhibit, shown, told(exhibit, language), facts)
        sheets.paragraph(_caption(exhibit, language))
        sheets.skip(6)
        _numbered(sheets, exhibit)
    sheets.skip(4)
    _rows(sheets, facts or Facts(sheets, rows))
    if shown is not None and rows is exhibit.rows:
        sheets.skip(4)
        sheets.text(_claim(language), look.SMALL)


def _rows(sheets: Sheets, facts: Facts) -> None:
    sheets.need(70)
    sheets.rule(0.9, look.ACCENT)
    sheets.y += 6
    facts.put()


def _facts(exhibit: PrintedExhibit, language: Language) -> tuple[PrintedRow, ...]:
    return (*_numbered_rows(exhibit), *exhibit.rows, PrintedRow("", _claim(language)))


def _parts(sheets: Sheets, shown: PageExhibit) -> tuple[PicturePart, ...]:
    """Return the parts of a picture that one page would make too small; none of any other."""
    width_px, height_px = shown.size
    room = sheets.room()
    wanted = wanted_scale(width_px, WIDEST, look.WIDTH)
    if height_px < _TALL * width_px or not is_long(height_px, room, wanted):
        return ()
    return parts_of(height_px, room, wanted, shown.still_rows(shown.place))


def _put_parts(
    sheets: Sheets,
    exhibit: PrintedExhibit,
    shown: PageExhibit,
    parts: tuple[PicturePart, ...],
    head: _Head,
    language: Language,
) -> Sequence[PrintedRow]:
    """Set part after part, with the facts beside the first, or before them all where a part needs the whole width."""
    picture = Beside(shown.place, shown.size, told(exhibit, language))
    sentence = language.text(
        "The picture is long. It is shown in {count} parts that overlap a little. Only these pages divide it. ",
        count=len(parts),
    )
    caption = (Span(sentence, look.SMALL), *_caption(exhibit, language))
    rows: Sequence[PrintedRow] = _facts(exhibit, language)
    broad = is_broad(shown.size.width_px)
    if broad:
        sheets.paragraph(caption)
        sheets.skip(6)
        _rows(sheets, Facts(sheets, rows))
        rows, left = (), parts
    else:
        first, left = parts[0], parts[1:]
        told_first = Span(_part_label(first, first, language) + ". ", look.SMALL_BOLD)
        rows = put_beside(sheets, picture, (told_first, *caption), rows, first)
    while left:
        # What the facts still need stands beside the next part; after that the parts have the page for themselves.
        across = 1 if rows else parts_across(shown.size, left[0])
        here, left = left[:across], left[across:]
        head.next_page(_part_label(here[0], here[-1], language))
        if rows:
            rows = put_beside(sheets, picture, (), rows, here[0])
        else:
            put_parts(sheets, picture, here)
    return rows


def _part_label(first: PicturePart, last: PicturePart, language: Language) -> str:
    if first == last:
        return language.text("Part {number} of {total}", number=first.number, total=first.total)
    return language.text(
        "Parts {first} and {last} of {total}",
        first=first.number,
        last=last.number,
        total=first.total,
    )


def _title_lines(sheets: Sheets, title: str, width: float) -> Sequence[SetLine]:
    """Return a title in at most two lines."""
    style = look.EXHIBIT_SUBTITLE
    lines = sheets.setter.lines((Span(one_line(title), style),), width)
    if len(lines) <= 2:
        return lines
    said = "".join(run.text for run in lines[1].runs if isinstance(run.text, str))
    return lines[0], sheets.setter.single(f"{said} …", style, width)


def told(exhibit: PrintedExhibit, language: Language) -> str:
    """Return what is said of an exhibit's picture to whoever does not see it."""
    name = language.text("Exhibit {number}", number=exhibit.number)
    captions = (f"{caption.number}: {caption.text}" for caption in exhibit.captions)
    return one_line(". ".join((f"{name}: {exhibit.title}", *captions)))


def _picture(
    sheets: Sheets, exhibit: PrintedExhibit, shown: PageExhibit, said: str, facts: Facts
) -> None:
    size = shown.size
    scale = min(look.WIDTH / size.width_px, LARGEST_SCALE)
    wanted = size.height_px * scale
    room = min(sheets.room() - _CAPTION_ROOM, _HIGHEST)
    beside = sheets.room() - _CAPTION_ROOM - _height_below(sheets, exhibit, facts)
    # The picture gives way to the facts a little; beyond that they go to the next page.
    highest = min(beside, room) if beside >= min(wanted * 0.8, 300.0) else room
    scale = min(scale, highest / size.height_px)
    width, height = size.width_px * scale, size.height_px * scale
    put_edge(sheets, look.LEFT, sheets.y, width, height)
    sheets.put(Picture(shown.place, look.LEFT, sheets.y, width, height, told=said))
    sheets.y += height + 7


def _height_below(sheets: Sheets, exhibit: PrintedExhibit, facts: Facts) -> float:
    captions = sum(
        len(sheets.setter.lines((Span(caption.text, look.BODY),), look.WIDTH - look.NUMBER_WIDTH))
        * look.BODY.leading
        + 4
        for caption in exhibit.captions
    )
    return captions + facts.height + 54


def _kept_as_file(sheets: Sheets, language: Language, *, along: bool) -> None:
    box = 84.0
    sheets.put(Ground(look.LEFT, sheets.y, look.WIDTH, box, look.PAPER, look.EDGE))
    text = (
        language.text("Goes along as a file; not shown here.")
        if along
        else language.text("Kept as a file; not shown here.")
    )
    line = sheets.setter.single(text, look.BODY_MUTED, look.WIDTH - 40)
    x = look.LEFT + (look.WIDTH - line.width) / 2
    sheets.put(SheetWords(x, sheets.y + box / 2 + 3.5, line))
    sheets.y += box + 14


def _caption(exhibit: PrintedExhibit, language: Language) -> tuple[Span | PageOf, ...]:
    if exhibit.covered and exhibit.marked:
        text = language.text(
            "Covered copy with marks. Black area = something left out (see Left out, page {page})."
            " The picture is otherwise unchanged.",
            page=PAGE_MARK,
        )
    elif exhibit.covered:
        text = language.text(
            "Covered copy. Black area = something left out (see Left out, page {page})."
            " The picture is otherwise unchanged.",
            page=PAGE_MARK,
        )
    elif exhibit.marked:
        text = language.text("Copy with marks. The picture is otherwise unchanged.")
    elif exhibit.shown != exhibit.original:
        text = language.text("Picture made from the file that was added. The file is unchanged.")
    else:
        text = language.text("The original, as it was sealed.")
    return with_page(text, "omissions", look.SMALL)


def _claim(language: Language) -> str:
    """Return what a fingerprint says, and what it does not: on every exhibit, since pages get separated."""
    return language.text(
        "The fingerprint belongs to the sealed picture. The time is the computer’s own unless a timestamp is named."
        " Neither shows who wrote what is seen."
    )


def _numbered_rows(exhibit: PrintedExhibit) -> tuple[PrintedRow, ...]:
    return tuple(PrintedRow(str(caption.number), caption.text) for caption in exhibit.captions)


def _numbered(sheets: Sheets, exhibit: PrintedExhibit) -> None:
    if not exhibit.captions:
        return
    with sheets.tagged(Tag.LIST) as listed:
        listed.attributes = NUMBERED
        for caption in exhibit.captions:
            sheets.need(look.BODY.leading)
            put_numbered(sheets, caption.number, caption.text)
            sheets.skip(4)
