"""A page of our own for what has no look of its own here: a mail, a saved page, an export. Words and pictures, no more.

Rules:
- It is laid out by us, in our own fonts: nothing of how the file wants to look is asked for.
- A letter that no font of ours has stands as its code.
- What does not fit into one picture is not drawn, and how much there is, is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.picture.pixels import Pixels

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

PAGE_PX = (1240, 1754)
_MARGIN = 80
_MOST_ROWS = 26 * PAGE_PX[1]
_LARGEST_PICTURE_ROWS = 3_000
_FONTS = (
    *("NotoSans-Regular.ttf", "DejaVuSans.ttf", "NotoSansSymbols2-Regular.ttf", "Symbola.ttf"),
    "DroidSansFallback.ttf",
)
_BOLD = "NotoSans-Bold.ttf"
_NOBODYS = "\U0010fffe"
# Grey, so that a page without pictures takes a third of the memory.
_INK, _QUIET, _LINE = "#1c1c1c", "#646464", "#d4d4d4"
_SIZES = {"title": 36, "field": 25, "text": 27, "away": 23, "attached": 25}


class Block(NamedTuple):
    """A piece of a page.

    Attributes:
        style: ``title``, ``field``, ``text``, ``rule``, ``picture``, ``away`` (a picture that is not there) or
            ``attached``.
        text: its words, as they may be shown.
        picture: which picture it shows.
    """

    style: str
    text: str
    picture: int = -1


class DrawnPage(NamedTuple):
    """The page, and how many pages of paper it fills: those that are drawn, and all."""

    pixels: Pixels
    drawn: int
    pages: int


def draw_text_page(
    blocks: Sequence[Block], pictures: Mapping[int, Pixels], fonts: Path
) -> DrawnPage:
    """Lay blocks out below each other.

    Args:
        blocks: in order.
        pictures: those that can be shown, by their numbers.
        fonts: the folder of our fonts.
    """
    from PIL import Image
    from PIL import ImageDraw as Drawing

    letters = _Letters(fonts)
    width = PAGE_PX[0] - 2 * _MARGIN
    laid: list[tuple[int, Block, list[str] | PillowImage]] = []
    top = _MARGIN
    for block in blocks:
        if block.style == "rule":
            laid.append((top, block, []))
            top += 36
        elif block.picture in pictures and block.style == "picture":
            image = _fitting(pictures[block.picture].image(), width) if top < _MOST_ROWS else None
            if image is not None:
                laid.append((top, block, image))
                top += image.height + 24
        else:
            lines = letters.lines(block.text, block.style, width)
            laid.append((top, block, lines))
            top += letters.height(block.style) * max(1, len(lines))
    rows = min(top + _MARGIN, _MOST_ROWS)
    grey = all(isinstance(held, list) for _, _, held in laid)
    sheet = Image.new("L" if grey else "RGB", (PAGE_PX[0], rows), "white")
    pen = Drawing.Draw(sheet)
    for at, block, held in laid:
        if at >= rows:
            break
        if not isinstance(held, list):
            sheet.paste(held, (_MARGIN, at))
        elif block.style == "rule":
            pen.line([(_MARGIN, at + 16), (_MARGIN + width, at + 16)], fill=_LINE, width=2)
        for number, line in enumerate(held if isinstance(held, list) else ()):
            letters.write(
                pen, _MARGIN, at + number * letters.height(block.style), line, block.style
            )
    pages = -(-(top + _MARGIN) // PAGE_PX[1])
    return DrawnPage(Pixels.from_image(sheet), -(-rows // PAGE_PX[1]), pages)


def _fitting(image: PillowImage, width: int) -> PillowImage:
    by = min(1.0, width / image.width, _LARGEST_PICTURE_ROWS / image.height)
    if by == 1.0:
        return image
    return image.resize((max(1, int(image.width * by)), max(1, int(image.height * by))))


class _Letters:
    """Our fonts, and which of them has a letter."""

    def __init__(self, fonts: Path) -> None:
        self._folder = fonts
        self._loaded: dict[tuple[str, int], FreeTypeFont] = {}
        self._having: dict[tuple[str, bool], str] = {}

    def height(self, style: str) -> int:
        """Return the height of a line."""
        return _SIZES[style] * 7 // 5

    def lines(self, text: str, style: str, width: int) -> list[str]:
        """Break words into lines that fit."""
        made: list[str] = []
        for given in text.split("\n"):
            line, taken = "", 0.0
            for word in given.expandtabs(4).split(" "):
                for piece in self._pieces(word, style, width):
                    wide = self._wide(piece + " ", style)
                    if line and taken + wide > width:
                        made.append(line.rstrip())
                        line, taken = "", 0.0
                    line += piece + " "
                    taken += wide
            made.append(line.rstrip())
        return made

    def write(self, pen: ImageDraw, x: int, y: int, line: str, style: str) -> None:
        """Write a line, each run of letters in the first font that has them."""
        colour = _QUIET if style in ("away", "attached", "field") else _INK
        place = float(x)
        for name, run in self._runs(line, style):
            font = self._font(name, style)
            pen.text((place, y + _SIZES[style]), run, font=font, fill=colour, anchor="ls")
            place += font.getlength(run)

    def _pieces(self, word: str, style: str, width: int) -> list[str]:
        """Break a word that is too long for a line, such as an address."""
        if self._wide(word, style) <= width:
            return [word]
        most = max(1, int(len(word) * width / self._wide(word, style)) - 2)
        return [word[at : at + most] for at in range(0, len(word), most)]

    def _wide(self, text: str, style: str) -> float:
        return sum(self._font(name, style).getlength(run) for name, run in self._runs(text, style))

    def _runs(self, line: str, style: str) -> list[tuple[str, str]]:
        bold = style == "title"
        runs: list[tuple[str, str]] = []
        for letter in line:
            name = self._having.get((letter, bold)) or self._find(letter, bold=bold)
            shown = letter if name else f"[U+{ord(letter):04X}]"
            name = name or _FONTS[0]
            if runs and runs[-1][0] == name:
                runs[-1] = (name, runs[-1][1] + shown)
            else:
                runs.append((name, shown))
        return runs

    def _find(self, letter: str, *, bold: bool) -> str:
        for name in (_BOLD, *_FONTS) if bold else _FONTS:
            font = self._font(name, "text")
            if letter == " " or bytes(font.getmask(letter)) != bytes(font.getmask(_NOBODYS)):
                self._having[(letter, bold)] = name
                return name
        return ""

    def _font(self, name: str, style: str) -> FreeTypeFont:
        from PIL import ImageFont

        size = _SIZES[style]
        found = self._loaded.get((name, size))
        if found is None:
            engine = ImageFont.Layout.BASIC
            found = ImageFont.truetype(str(self._folder / name), size, layout_engine=engine)
            self._loaded[(name, size)] = found
        return found
