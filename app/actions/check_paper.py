"""Compare scans or photos of a printed report with the package or the vault that it came from. Changes nothing.

Rules:
- The square code of a page says which page it claims to be; everything is then compared with what is sealed, and the
  code alone proves nothing.
- The square of a receipt names an entry: its code is compared with that entry's, and nothing else is.
- The report that a package holds is read in the limited child as the scan is.
- Text is read by a machine, which misreads. A digit is called another one only where the place was read twice more,
  larger, both times alike, and where the sealed page is read right in the same way. A word without digits is called
  another one only where all three readings have the same letters, and they are no mere look-alikes. A word is missing
  where its place is blank.
- What cannot be compared is said, and is never taken for alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec

from app.actions.paper_sources import Find, Named, SealedReport
from app.clock import stamp
from app.dossier import (
    Alike,
    CodeState,
    Lying,
    OtherWord,
    PageCode,
    PaperPage,
    PaperReceipt,
    PaperReport,
    PaperState,
    can_be_compared,
    compared,
    has_digit,
    letters_of,
    lying_by_code,
    lying_of,
    read_page_code,
    read_receipt_square,
    same_digits,
    word_compared,
    words_at,
)
from app.picture import (
    SNIFF_LENGTH,
    CannotReadWordsError,
    FoundSquare,
    LanguageData,
    PaintedPage,
    PictureRefusedError,
    Pixels,
    ReadText,
    ReadWord,
    Refusal,
    WarmChild,
    find_language_data,
    is_blank,
    likeness,
    outline_of,
    painted_page,
    read_words,
    scanned_pages,
    sniff,
    squares_in,
    straight,
    turned,
)

_MOST_SCAN = 256 * 1024 * 1024
_PLACE = "(?:Bilag|Exhibit) {number} · "
_ALIKE, _OTHER = 0.85, 0.5
_TIMES_LARGER = (2, 3)
_MOST_AGAIN = 60
"""So many words without digits of a page are read again; where more are not alike, nobody can tell them apart."""
_SHARP = 0.9
"""So many of the words of a page are read alike in a scan that nobody took care with; in a photo fewer are."""
_AS_IT_IS = Lying((1, 0, 0, 0, 1, 0, 0, 0), (0.0, 0.0), 1.0)


def codes_on(
    scans: Sequence[Path], give_way: Callable[[int, int], None] = lambda _done, _all: None
) -> tuple[Named, ...]:
    """Return what the codes on the pages of scans name. Arguments and errors as of ``check_paper``."""
    found: list[Named] = []
    with WarmChild() as warm:
        for done, scan in enumerate(scans):
            for pixels in _pages(scan, warm):
                give_way(done, len(scans))
                named = [_named(each.text) for each in squares_in(pixels, warm=warm)]
                found += [each for each in named if each is not None]
    return tuple(found)


def check_paper(
    scans: Sequence[Path],
    find: Find,
    give_way: Callable[[int, int], None] = lambda _done, _all: None,
    data: LanguageData | None = None,
) -> PaperReport:
    """Compare scans with what is sealed.

    Args:
        scans: pictures, or PDFs of several pages.
        find: see ``in_package`` and ``in_vault`` of app.actions.paper_sources.
        give_way: told (files done, files in all) between two pages; what it raises ends the work.
        data: what the engine knows of languages; where nothing is given it is looked for.

    Raises:
        PictureRefusedError: a scan is no picture and no PDF, or cannot be read.
        OSError: a file cannot be read.
    """
    pages: list[PaperPage] = []
    with WarmChild() as warm:
        try:
            language = data or find_language_data()
            read = partial(read_words, data=language, warm=warm)
            read(_nothing())
        except CannotReadWordsError:
            read = None
        for done, scan in enumerate(scans):
            for number, pixels in enumerate(_pages(scan, warm), start=1):
                give_way(done, len(scans))
                pages.append(_Comparing(scan.name, number, pixels, read, warm).page(find))
    return PaperReport(tuple(pages), readable=read is not None)


class _Comparing:
    """One page of a scan."""

    def __init__(
        self,
        file: str,
        number: int,
        pixels: Pixels,
        read: partial[ReadText] | None,
        warm: WarmChild,
    ) -> None:
        self._at = PaperPage(file, number, CodeState.MISSING)
        self._scan = pixels
        self._read = read
        self._warm = warm
        self._looked_again = 0
        self._sharp = True

    def page(self, find: Find) -> PaperPage:
        """Return what was found of it."""
        squares = squares_in(self._scan, warm=self._warm)
        square, code = _of_a_page(squares)
        if square is None or code is None:
            return msgspec.structs.replace(self._at, receipt=_receipt(squares, find))
        found = msgspec.structs.replace(self._at, code=CodeState.UNKNOWN, exhibit=code.number)
        sealed = find(code)
        if sealed is None:
            return found
        other = _other(code, sealed)
        state = CodeState.OTHER if other else CodeState.FITS
        found = msgspec.structs.replace(found, code=state, other=other)
        if not sealed.pdf:
            return found
        self._scan = turned(self._scan, square.quarter_turns)
        scan = self._read(self._scan).words if self._read is not None else ()
        page = self._page_of(sealed.pdf, code.number, scan)
        if page is None:
            return found
        lying = lying_of(page.words, scan) if scan else None
        if lying is not None:
            known = (*_groups(code.picture, 8), *code.code.split())
            found = self._text(found, page, lying, scan, known)
        else:
            lying = self._lying_by_code(page)
        if lying is None:
            return found
        return msgspec.structs.replace(found, picture=self._picture(page, lying))

    def _page_of(self, pdf: bytes, number: int, scan: Sequence[ReadWord]) -> PaintedPage | None:
        """Return the page of the report that this is; of several the one with most of the words that were read."""
        try:
            outline = outline_of(pdf, warm=self._warm)
            begins = [at for title, at in outline if re.match(_PLACE.format(number=number), title)]
            if not begins:
                return None
            first = begins[0]
            ends = min((at for _, at in outline if at > first), default=first + 1)
            pages = (painted_page(pdf, at, warm=self._warm) for at in range(first, ends))
            read = {word.text for word in scan}
            return max(pages, key=lambda page: sum(word.text in read for word in page.words))
        except PictureRefusedError:
            return None

    def _lying_by_code(self, page: PaintedPage) -> Lying | None:
        theirs = squares_in(self._scan, warm=self._warm)
        ours = squares_in(page.pixels, warm=self._warm)
        for mine in ours:
            for other in theirs:
                if mine.text == other.text:
                    return lying_by_code(mine.corners, other.corners)
        return None

    def _text(
        self,
        found: PaperPage,
        page: PaintedPage,
        lying: Lying,
        scan: Sequence[ReadWord],
        known: Collection[str],
    ) -> PaperPage:
        others: list[OtherWord] = []
        unsure: list[str] = []
        digits = 0
        places = [(word, words_at(word, lying, scan)) for word in page.words]
        alike = sum(letters_of(word.text) == letters_of(_text(there)) for word, there in places)
        self._sharp = alike >= _SHARP * len(places)
        for word, there in places:
            read = _text(there)
            if not has_digit(word.text):
                other = self._other_word(word, page, lying, there)
                if other is not None:
                    others.append(OtherWord(word.text, other))
                continue
            digits += 1
            if compared(word.text, read) is Alike.SAME:
                continue
            again = self._again(word, page, lying)
            if again is None and self._is_gone(word, page, lying):
                others.append(OtherWord(word.text, ""))
            elif again is None:
                # Small signs that mean nothing are misread most; the code has them, and was compared.
                if word.text not in known:
                    unsure.append(word.text)
            elif again:
                others.append(OtherWord(word.text, again))
        state = PaperState.OTHER if others else PaperState.UNSURE if unsure else PaperState.SAME
        return msgspec.structs.replace(
            found,
            text=state,
            words=tuple(others),
            unsure=tuple(unsure),
            digits=digits,
            alike=alike,
            counted=len(page.words),
        )

    def _again(self, word: ReadWord, page: PaintedPage, lying: Lying) -> str | None:
        """Read a place twice more, larger: what stands there where its digits are others, "" where they are the same.

        None where the two readings are not alike, or the sealed page is misread in the same way.
        """
        readings = [self._closer(word, lying, self._scan, by) for by in _TIMES_LARGER]
        said = {compared(word.text, each) for each in readings}
        if said == {Alike.SAME}:
            return ""
        if said != {Alike.OTHER} or not same_digits(*readings):
            return None
        ours = self._closer(word, _AS_IT_IS, page.pixels, _TIMES_LARGER[0])
        return readings[0] if compared(word.text, ours) is Alike.SAME else None

    def _other_word(
        self, word: ReadWord, page: PaintedPage, lying: Lying, there: Sequence[ReadWord]
    ) -> str | None:
        """Return what stands in the place of a word without digits, "" where nothing does; None where it is the same.

        None also where nobody can tell: letters are misread more easily than digits, and more of them stand there.
        """
        read = _text(there)
        if not can_be_compared(word.text) or letters_of(read) == letters_of(word.text):
            return None
        if not there:
            return "" if self._is_gone(word, page, lying) else None
        if self._looked_again >= _MOST_AGAIN:
            return None
        self._looked_again += 1
        place = _around(there)
        first = self._closer(place, _AS_IT_IS, self._scan, _TIMES_LARGER[0])
        if letters_of(first) != letters_of(read):
            return None
        closer = (first, self._closer(place, _AS_IT_IS, self._scan, _TIMES_LARGER[1]))
        ours = self._closer(word, _AS_IT_IS, page.pixels, _TIMES_LARGER[0])
        said = word_compared(word.text, read, closer, ours, sharp=self._sharp)
        return read if said is Alike.OTHER else None

    def _is_gone(self, word: ReadWord, page: PaintedPage, lying: Lying) -> bool:
        """Return whether the place of a word is blank in the print, and not in the sealed page."""
        return is_blank(_place_of(word, lying, self._scan)) and not is_blank(
            _place_of(word, _AS_IT_IS, page.pixels)
        )

    def _closer(self, word: ReadWord, lying: Lying, pixels: Pixels, by: int) -> str:
        if self._read is None:
            return ""
        place = _place_of(word, lying, pixels, by)
        return "".join(each.text for each in self._read(place, line=True).words)

    def _picture(self, page: PaintedPage, lying: Lying) -> PaperState:
        figure = _largest(page)
        if figure is None:
            return PaperState.NOT_COMPARED
        alike = likeness(page.pixels, figure, self._scan, lying.corners(*figure))
        if alike is None:
            return PaperState.NOT_COMPARED
        if alike >= _ALIKE:
            return PaperState.SAME
        return PaperState.OTHER if alike < _OTHER else PaperState.UNSURE


def _named(text: str) -> Named | None:
    return read_page_code(text) or read_receipt_square(text)


def _of_a_page(squares: Sequence[FoundSquare]) -> tuple[FoundSquare | None, PageCode | None]:
    for square in squares:
        code = read_page_code(square.text)
        if code is not None:
            return square, code
    return None, None


def _receipt(squares: Sequence[FoundSquare], find: Find) -> PaperReceipt | None:
    """Return what was found of the first receipt code among squares; None without one."""
    read = (read_receipt_square(square.text) for square in squares)
    named = next((each for each in read if each is not None), None)
    if named is None:
        return None
    sealed, place = find(named), named.head.seq
    if sealed is None:
        return PaperReceipt(place, named.code, CodeState.UNKNOWN)
    state = CodeState.FITS if sealed.code == named.code else CodeState.OTHER
    return PaperReceipt(place, named.code, state)


def _text(words: Sequence[ReadWord]) -> str:
    return "".join(each.text for each in words)


def _around(words: Sequence[ReadWord]) -> ReadWord:
    """Return the place of several words as that of one."""
    left, top = min(each.left for each in words), min(each.top for each in words)
    right = max(each.left + each.width for each in words)
    bottom = max(each.top + each.height for each in words)
    return ReadWord("", left, top, right - left, bottom - top, 0, 0)


def _place_of(word: ReadWord, lying: Lying, pixels: Pixels, by: int = 1) -> Pixels:
    """Return the place of a word, upright, so many times larger."""
    beside = 0.12 * word.height
    width = word.width + 2 * beside
    corners = lying.corners(word.left - beside, word.top, width, word.height)
    return straight(pixels, corners, round(width * by), round(word.height * by))


def _groups(text: str, size: int) -> tuple[str, ...]:
    return tuple(text[at : at + size] for at in range(0, len(text), size))


def _largest(page: PaintedPage) -> tuple[int, int, int, int] | None:
    """Return the place of the largest picture, as far as it lies on the page."""
    found: list[tuple[int, int, int, int]] = []
    for left, top, width, height in page.figures:
        x, y = max(0, left), max(0, top)
        right = min(left + width, page.pixels.width_px)
        bottom = min(top + height, page.pixels.height_px)
        if right > x and bottom > y:
            found.append((x, y, right - x, bottom - y))
    return max(found, key=lambda each: each[2] * each[3], default=None)


def _pages(scan: Path, warm: WarmChild) -> Iterator[Pixels]:
    with scan.open("rb") as file:
        untrusted = file.read(_MOST_SCAN + 1)
    if len(untrusted) > _MOST_SCAN:
        raise PictureRefusedError(Refusal.TOO_LARGE)
    return scanned_pages(untrusted, sniff(untrusted[:SNIFF_LENGTH]), warm=warm)


def _other(code: PageCode, sealed: SealedReport) -> tuple[str, ...]:
    """Return what in a code is not as it is sealed."""
    shown = sealed.exhibits.get(code.number)
    found = ["receipt"] if code.code != sealed.code else []
    if shown is None:
        return (*found, "exhibit")
    sha256, time = shown
    if code.picture and code.picture != sha256:
        found.append("picture")
    if code.sealed is not None and stamp(code.sealed)[:19] != time[:19]:
        found.append("time")
    return tuple(found)


def _nothing() -> Pixels:
    return Pixels(32, 32, bytes([255]) * (3 * 32 * 32))
