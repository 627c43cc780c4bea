"""From laid-out sheets to the bytes of a PDF without pictures.

Rules:
- Same sheets, same bytes: reportlab's invariant mode, no time but the dossier's own.
- Pictures are only placed: the places are handed back, the picture file is joined on later.
- Links lead to http and https addresses or to pages of the same file, to nothing else.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.dossier.pages import look
from app.dossier.pages.inert import one_line
from app.dossier.pages.look import Colour
from app.dossier.pages.setting import PageOf, Run
from app.dossier.pages.sheet import Bookmark, Ground, Link, Mark, Picture, SheetRule, SheetWords
from app.dossier.pages.typefaces import Face, Typefaces

_PRINTED = 4  # annotation flag: PDF/A asks that links are printed with the page
_LONGEST_ADDRESS = 2_000
_HIGHEST_PORT = 65_535
_IPV4_PARTS, _HIGHEST_PART = 4, 255
_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?"
# RFC 3986: what may stand in path, query and fragment, with two hexadecimal digits after each per cent sign.
_ADDRESS = re.compile(
    rf"https?://(?P<host>{_LABEL}(?:\.{_LABEL})+)(?::(?P<port>[0-9]{{1,5}}))?"
    r"(?:[/?#](?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
)
_TOP_LEVEL = re.compile(r"[A-Za-z]{2,}|xn--[A-Za-z0-9-]+", re.IGNORECASE)


class Drawn(NamedTuple):
    """The text pages, and for each page where pictures belong."""

    pdf: bytes
    pictures: tuple[tuple[Picture, ...], ...]


class About(NamedTuple):
    """What the file says of itself: nothing of the machine or the program's surroundings."""

    title: str
    language: str


def draw(
    pages: list[list[Mark]],
    typefaces: Typefaces,
    about: About,
    between: Callable[[], None] = lambda: None,
) -> Drawn:
    """Draw all pages, and call ``between`` after each.

    Each is emptied when it is drawn: a thousand of them weigh more than the text they become.
    """
    # Both lists only matter to reportlab's own readers of pictures, which are never called; closed all the same.
    rl_config.trustedSchemes = []
    rl_config.trustedHosts = []
    target = io.BytesIO()
    canvas = Canvas(
        target,
        pagesize=(look.PAGE_WIDTH, look.PAGE_HEIGHT),
        invariant=True,
        pageCompression=0,  # qpdf does it when the file is written: faster, and without ASCII85
        initialFontName=typefaces.name(Face.TEXT),  # type: ignore[arg-type]  # the stub says float
        lang=about.language,
    )
    canvas.setTitle(one_line(about.title))
    pen = _Pen(canvas, _numbers(pages))
    pictures: list[tuple[Picture, ...]] = []
    for marks in pages:
        for mark in marks:
            if not isinstance(mark, SheetWords):
                pen.put(mark)
        # No mark lies over words, so all words of a page are one piece of text: half the work.
        pen.write([mark for mark in marks if isinstance(mark, SheetWords)])
        pictures.append(_pictures(marks))
        marks.clear()
        canvas.showPage()
        between()
    canvas.showOutline()
    canvas.save()
    return Drawn(target.getvalue(), tuple(pictures))


def web_address(text: str) -> str:
    """Return the address to link to, or "" where the text is not a well-formed http or https address.

    A mistyped address is printed and leads nowhere: it could lead to somebody else.
    """
    if len(text) > _LONGEST_ADDRESS:
        return ""
    found = _ADDRESS.fullmatch(text)
    if found is None or int(found["port"] or 0) > _HIGHEST_PORT:
        return ""
    host = found["host"]
    if all(label.isdecimal() for label in host.split(".")):
        numbers = [int(label) for label in host.split(".")]
        return text if len(numbers) == _IPV4_PARTS and max(numbers) <= _HIGHEST_PART else ""
    return text if _TOP_LEVEL.fullmatch(host.rpartition(".")[2]) else ""


def _pictures(marks: Sequence[Mark]) -> tuple[Picture, ...]:
    return tuple(mark for mark in marks if isinstance(mark, Picture))


def _numbers(pages: Sequence[Sequence[Mark]]) -> dict[str, int]:
    return {
        mark.anchor: number
        for number, marks in enumerate(pages, start=1)
        for mark in marks
        if isinstance(mark, Bookmark)
    }


class _Pen:
    def __init__(self, canvas: Canvas, numbers: dict[str, int]) -> None:
        self._canvas = canvas
        self._numbers = numbers

    def put(self, mark: Mark) -> None:
        """Draw one thing."""
        canvas = self._canvas
        if isinstance(mark, SheetRule):
            canvas.setLineWidth(mark.thickness)
            canvas.setStrokeColorRGB(*mark.colour)
            canvas.line(mark.x, _up(mark.y), mark.x + mark.width, _up(mark.y))
        elif isinstance(mark, Ground):
            canvas.setFillColorRGB(*mark.fill)
            if mark.edge is not None:
                canvas.setLineWidth(0.6)
                canvas.setStrokeColorRGB(*mark.edge)
            bottom = _up(mark.y + mark.height)
            stroke = int(mark.edge is not None)
            canvas.rect(mark.x, bottom, mark.width, mark.height, stroke=stroke, fill=1)
        elif isinstance(mark, Link):
            self._link(mark)
        elif isinstance(mark, Bookmark):
            canvas.bookmarkHorizontal(mark.anchor, 0, _up(max(mark.y - 14, 0)))
            if mark.title:
                canvas.addOutlineEntry(one_line(mark.title), mark.anchor, level=mark.level)

    def write(self, words: Sequence[SheetWords]) -> None:
        """Write the words of a page."""
        text = self._canvas.beginText()
        font: tuple[str, float] | None = None
        colour: Colour | None = None
        for mark in words:
            texts = [self._text(run) for run in mark.line.runs]
            x = mark.x - self._width(mark, texts) if mark.right else mark.x
            text.setTextOrigin(round(x, 3), _up(mark.y))
            for run, characters in zip(mark.line.runs, texts, strict=True):
                if (run.font, run.size) != font:
                    font = (run.font, run.size)
                    text.setFont(*font)
                if run.colour != colour:
                    colour = run.colour
                    text.setFillColorRGB(*colour)
                text.textOut(characters)
        self._canvas.drawText(text)

    def _width(self, mark: SheetWords, texts: Sequence[str]) -> float:
        """Return the line's width, with page numbers as wide as they turned out."""
        return mark.line.width + sum(
            self._canvas.stringWidth(characters, run.font, run.size) - run.width
            for run, characters in zip(mark.line.runs, texts, strict=True)
            if isinstance(run.text, PageOf)
        )

    def _text(self, run: Run) -> str:
        if isinstance(run.text, PageOf):
            return str(self._numbers.get(run.text.anchor, 0))
        return run.text

    def _link(self, mark: Link) -> None:
        bottom = _up(mark.y + mark.height)
        rect = (mark.x, bottom, mark.x + mark.width, bottom + mark.height)
        if mark.inside:
            if mark.target in self._numbers:
                self._canvas.linkRect("", mark.target, rect, relative=0, thickness=0, F=_PRINTED)
        elif address := web_address(mark.target):
            self._canvas.linkURL(address, rect, relative=0, thickness=0, F=_PRINTED)


def _up(y: float) -> float:
    """reportlab measures from below."""
    return round(look.PAGE_HEIGHT - y, 3)
