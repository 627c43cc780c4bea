"""Setting text: words into lines of a given width. Pure but for the fonts' widths.

Rules:
- Text arrives raw and is made inert here, whoever wrote it: no caller can forget.
- A word wider than the line is broken, after a separator of a web address where there is one near the edge.
- A no-break space binds; a line feed ends a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.dossier.pages.inert import inert, one_line
from app.dossier.pages.look import Colour, Style
from app.dossier.pages.righttoleft import (
    has_right_to_left,
    in_visual_order,
    joined_letters,
)
from app.dossier.pages.typefaces import Typefaces

# Chinese and Japanese have no blanks: a line may end after each character, but closing marks stay with the one
# before them and opening ones with the one after.
_EAST_ASIAN = "\u2e80-\u30ff\u3100-\u312f\u31a0-\u9fff\uf900-\ufaff\uff00-\uffef"
_CLOSING = (
    "\u3001-\u3003\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u30fc\uff01\uff09\uff0c\uff0e"
    "\uff1a\uff1b\uff1f\uff3d\uff5d\uff61\uff63\uff64\uff70"
)
_OPENING = "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\uff08\uff3b\uff5b\uff62"
_TOKENS = re.compile(
    f" +|[{_OPENING}]*(?:(?![{_OPENING}])[{_EAST_ASIAN}]|[^ {_EAST_ASIAN}]+)[{_CLOSING}]*|[{_OPENING}]+"
)
_MONTH = "(?i:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*"
# Never end a line between a day, its month and its year, or between a word and the number that belongs to it.
_BOUND = re.compile(
    rf"\b(\d{{1,2}}\.?) (?={_MONTH}\b)"
    r"|\b(kl\.|at|punkt|entry|side|page|[Bb]ilag|[Ee]xhibits?|[Hh]ændelse|[Ii]ncidents?|[Aa]fsender|[Ss]ender)"
    r" (?=\d|[A-Z]\b)"
    rf"|\b{_MONTH} (?=\d{{4}}\b)"
    r"|\b\d{4} (?=\d\d[.:]\d\d)",
)
# Nor leave a short word alone on the last line of a text that is long enough to have several.
_LAST = re.compile(r"(?<=[^ ]) (?=[^ ]{1,4}$)")
_SENTENCE = 60
# Letters, digits and marks of Danish and English, with single blanks between: what is inert and runs to the right.
_MARK = "[!-~\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2027]+"
_PLAIN_LINE = re.compile(f"{_MARK}(?: {_MARK})*")
_BREAK_AFTER = frozenset("/-_.?&=,;:+%#@)")
_REMEMBERED = 500
_SHORT = 12
_RESERVED = "00"  # room for a page number that is not known yet


class PageOf(NamedTuple):
    """The number of the page where an anchor stands: known when all pages are laid out."""

    anchor: str
    style: Style


class Span(NamedTuple):
    """A piece of a paragraph in one style."""

    text: str
    style: Style


PAGE_MARK = "\ue000"  # stands in our own sentence for a page number; user text cannot bring one


def with_page(text: str, place: str, style: Style) -> tuple[Span | PageOf, ...]:
    """Return a sentence in one style, with the page of a place where ``PAGE_MARK`` stands in it, if it does."""
    before, mark, after = text.partition(PAGE_MARK)
    if not mark:
        return (Span(before, style),)
    return (Span(before, style), PageOf(place, style), Span(after, style))


class Run(NamedTuple):
    """Characters of one font, set one after another on a line."""

    font: str
    size: float
    colour: Colour
    text: str | PageOf
    width: float


class SetLine(NamedTuple):
    """One line of text."""

    runs: tuple[Run, ...]
    width: float

    @property
    def waits(self) -> bool:
        """Whether it names a page."""
        for run in self.runs:  # noqa: SIM110 - asked of every line: any() takes three times as long
            if isinstance(run.text, PageOf):
                return True
        return False


class Setter:
    """Breaks paragraphs into lines."""

    def __init__(self, typefaces: Typefaces) -> None:
        self._typefaces = typefaces
        self._words: dict[Style, dict[str, tuple[tuple[Run, ...], float]]] = {}
        self._set: dict[tuple[tuple[Span | PageOf, ...], float], tuple[SetLine, ...]] = {}

    def lines(self, spans: Sequence[Span | PageOf], width: float) -> tuple[SetLine, ...]:
        """Set a paragraph. An empty one has one empty line."""
        key = (tuple(spans), width)
        found = self._set.get(key)
        if found is None:
            found = self.as_one(spans, width) or tuple(self._broken(spans, width))
            # Most lines of an exhibit page are those of the page before it, or are asked for twice.
            if len(self._set) >= _REMEMBERED:
                self._set.clear()
            if len(found) < _SHORT:
                self._set[key] = found
        return found

    def as_one(self, spans: Sequence[Span | PageOf], width: float) -> tuple[SetLine, ...]:
        """Return a plain text that fits as the one line that it is, as most do; nothing for any other."""
        if len(spans) != 1 or isinstance(spans[0], PageOf):
            return ()
        text, style = spans[0]
        if not _PLAIN_LINE.fullmatch(text):
            return ()
        runs = self._runs(_bound(text), style)
        if len(runs) != 1 or runs[0].width > width:
            return ()
        return (SetLine(runs, runs[0].width),)

    def _broken(self, spans: Sequence[Span | PageOf], width: float) -> list[SetLine]:
        building = _Building(width)
        for span in spans:
            if isinstance(span, PageOf):
                building.word(*_with_width(self._reserve(span)))
                continue
            for number, row in enumerate(joined_letters(_bound(inert(span.text))).split("\n")):
                if number:
                    building.end_line()
                self._row(_TOKENS.findall(row), span.style, building)
        return building.done()

    def balanced(self, text: str, style: Style, width: float) -> tuple[SetLine, ...]:
        """Return lines of nearly equal length, as few as the width asks for: no single word left over."""
        spans = (Span(text, style),)
        fewest = self.lines(spans, width)
        narrow, wide = width / 2, width
        while wide - narrow > 2 and len(fewest) > 1:
            middle = (narrow + wide) / 2
            if len(self.lines(spans, middle)) == len(fewest):
                wide = middle
            else:
                narrow = middle
        return self.lines(spans, wide)

    def single(self, text: str, style: Style, width: float) -> SetLine:
        """Set one line; what does not fit is cut and ends in an ellipsis."""
        text = joined_letters(one_line(text))
        runs = self._runs(text, style)
        if _width_of(runs) <= width:
            return SetLine(_visual(runs), _width_of(runs))
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self._typefaces.width(text[:middle].rstrip() + "…", style.face, style.size) <= width:
                low = middle
            else:
                high = middle - 1
        runs = self._runs(text[:low].rstrip() + "…", style)
        return SetLine(_visual(runs), _width_of(runs))

    def _row(self, tokens: Sequence[str], style: Style, building: _Building) -> None:
        known = self._words.setdefault(style, {})
        for token in tokens:
            found = known.get(token)
            if found is None:
                found = _with_width(self._runs(token, style))
                if len(known) < _REMEMBERED:
                    known[token] = found
            if token[0] == " ":
                building.space(*found)
            elif found[1] <= building.width or building.fits(found[1]):
                building.word(*found)
            else:
                for piece in self._pieces(token, style, building):
                    building.word(*_with_width(self._runs(piece, style)))

    def _pieces(self, word: str, style: Style, building: _Building) -> Iterator[str]:
        rest = word
        room = building.room()
        if room < building.width * 0.25:
            room = building.width
        while rest:
            fitting = self._typefaces.fitting(rest, style.face, style.size, room)
            if fitting < len(rest):
                for back in range(fitting, max(fitting - 24, fitting // 2), -1):
                    if rest[back - 1] in _BREAK_AFTER:
                        fitting = back
                        break
            yield rest[:fitting]
            rest = rest[fitting:]
            room = building.width

    def _runs(self, text: str, style: Style) -> tuple[Run, ...]:
        return tuple(
            Run(font, style.size, style.colour, part, width * style.size / 1000)
            for font, part, width in self._typefaces.runs(text, style.face)
        )

    def _reserve(self, page: PageOf) -> tuple[Run, ...]:
        style = page.style
        width = self._typefaces.width(_RESERVED, style.face, style.size)
        return (Run(self._typefaces.name(style.face), style.size, style.colour, page, width),)


class _Building:
    """Lines being filled. Spaces wait until a word follows them on the same line."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._lines: list[SetLine] = []
        self._runs: list[Run] = []
        self._used = 0.0
        self._space: tuple[Run, ...] = ()
        self._space_width = 0.0

    def room(self) -> float:
        """Return what is left of the line after a waiting space."""
        return self.width - self._used - self._space_width

    def fits(self, width: float) -> bool:
        """Return whether a word of this width can still stand on the line."""
        return width <= self.room() + 0.01

    def space(self, runs: tuple[Run, ...], width: float) -> None:
        """Take a space: kept only between two words of a line."""
        if self._runs:
            self._space, self._space_width = runs, width

    def word(self, runs: tuple[Run, ...], width: float) -> None:
        """Set a word, on this line or the next."""
        if self._runs and not self.fits(width):
            # The space that the line ends with takes no room, but who copies the text or hears it needs it.
            self._runs += self._space
            self.end_line()
        self._runs += [*self._space, *runs]
        self._used += self._space_width + width
        self._space, self._space_width = (), 0.0

    def end_line(self) -> None:
        """End the line here."""
        self._lines.append(SetLine(_visual(_joined(self._runs)), self._used))
        self._runs, self._used, self._space, self._space_width = [], 0.0, (), 0.0

    def done(self) -> list[SetLine]:
        """Return all lines, the last one included."""
        self.end_line()
        return self._lines


def _bound(text: str) -> str:
    bound = _BOUND.sub(lambda found: found[0][:-1] + "\u00a0", text)
    return _LAST.sub("\u00a0", bound) if len(text) >= _SENTENCE else bound


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    made: list[Run] = []
    for run in runs:
        last = made[-1] if made else None
        if (
            last is not None
            and isinstance(last.text, str)
            and isinstance(run.text, str)
            and last[:3] == run[:3]
        ):
            made[-1] = last._replace(text=last.text + run.text, width=last.width + run.width)
        else:
            made.append(run)
    return tuple(made)


def _visual(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs of a line as they stand from left to right; the line stays as wide as it was."""
    texts = [run.text if isinstance(run.text, str) else "0" for run in runs]
    text = "".join(texts)
    if not has_right_to_left(text):
        return runs
    owners = [run for run, part in zip(runs, texts, strict=True) for _ in part]
    made: list[Run] = []
    for character, run in in_visual_order(text, owners):
        if isinstance(run.text, PageOf):
            made.append(run)
        elif made and isinstance(made[-1].text, str) and made[-1][:3] == run[:3]:
            made[-1] = made[-1]._replace(text=made[-1].text + character)
        else:
            made.append(run._replace(text=character))
    return tuple(made)


def _with_width(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], float]:
    return runs, _width_of(runs)


def _width_of(runs: tuple[Run, ...]) -> float:
    return runs[0].width if len(runs) == 1 else sum(run.width for run in runs)
