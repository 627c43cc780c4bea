"""Compare scans or photos of a printed report with the package or the vault that it came from. Changes nothing.

Rules:
- The square code of a page says which page it claims to be; everything is then compared with what is sealed, and the
  code alone proves nothing.
- The report that a package holds is read in the limited child as the scan is.
- Text is read by a machine, which misreads. A digit is called another one only where the place was read twice more,
  larger, both times alike, and where the sealed page is read right in the same way. Words without digits are counted,
  and none of them is called another one.
- What cannot be compared is said, and is never taken for alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec

from app.casework import decode
from app.casework.kinds.dossier import DossierFacts
from app.clock import stamp
from app.dossier import (
    Alike,
    CodeState,
    Lying,
    OtherWord,
    PageCode,
    PaperPage,
    PaperReport,
    PaperState,
    compared,
    has_digit,
    lying_by_code,
    lying_of,
    read_at,
    read_page_code,
    same_digits,
)
from app.handover import read_report
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
from evidence_store import (
    EntryId,
    ObjectBody,
    UnknownChainError,
    UnknownEntryError,
    Vault,
    receipt_code,
)

_MOST_SCAN = 256 * 1024 * 1024
_PLACE = "(?:Bilag|Exhibit) {number} · "
_ALIKE, _OTHER = 0.85, 0.5
_TIMES_LARGER = (2, 3)


class SealedReport(msgspec.Struct, frozen=True):
    """A report as it was sealed; ``pdf`` is empty where only its log is known."""

    code: str
    exhibits: Mapping[int, tuple[str, str]]
    pdf: bytes = b""


Find = Callable[[PageCode], SealedReport | None]


def in_package(paths: Sequence[Path]) -> Find:
    """Return how a code is found in a package.

    Args:
        paths: the package, or all its parts.

    Raises:
        PackageUnreadableError: its report or log cannot be read.
    """
    report = read_report(paths)
    sealed = SealedReport(
        receipt_code(report.head_hash),
        _exhibits(report.facts, report.shown.get, report.times.get),
        report.pdf,
    )
    head = report.facts.head
    return lambda code: sealed if code.head == head else None


def in_vault(vault: Vault) -> Find:
    """Return how a code is found in a vault. What it gives raises VaultError where the vault cannot be read."""
    found: dict[EntryId, SealedReport | None] = {}

    def find(code: PageCode) -> SealedReport | None:
        if code.head not in found:
            found[code.head] = _sealed_after(vault, code.head)
        return found[code.head]

    return find


def codes_on(
    scans: Sequence[Path], give_way: Callable[[int, int], None] = lambda _done, _all: None
) -> tuple[PageCode, ...]:
    """Return the codes on the pages of scans, and nothing else of them. Arguments and errors as of ``check_paper``."""
    found: list[PageCode] = []
    with WarmChild() as warm:
        for done, scan in enumerate(scans):
            for pixels in _pages(scan, warm):
                give_way(done, len(scans))
                codes = [read_page_code(each.text) for each in squares_in(pixels, warm=warm)]
                found += [code for code in codes if code is not None]
    return tuple(found)


def found_for(vault: Vault, codes: Sequence[PageCode]) -> Find:
    """Return how these codes are found, once the vault is not asked any more. Raises VaultError."""
    find = in_vault(vault)
    sealed = {code.head: find(code) for code in codes}
    return lambda code: sealed.get(code.head)


def check_paper(
    scans: Sequence[Path],
    find: Find,
    give_way: Callable[[int, int], None] = lambda _done, _all: None,
    data: LanguageData | None = None,
) -> PaperReport:
    """Compare scans with what is sealed.

    Args:
        scans: pictures, or PDFs of several pages.
        find: see ``in_package`` and ``in_vault``.
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

    def page(self, find: Find) -> PaperPage:
        """Return what was found of it."""
        square, code = self._code()
        if square is None or code is None:
            return self._at
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

    def _code(self) -> tuple[FoundSquare | None, PageCode | None]:
        for square in squares_in(self._scan, warm=self._warm):
            code = read_page_code(square.text)
            if code is not None:
                return square, code
        return None, None

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
        digits = alike = 0
        for word in page.words:
            read = read_at(word, lying, scan)
            alike += read.casefold() == word.text.casefold()
            if not has_digit(word.text):
                continue
            digits += 1
            if compared(word.text, read) is Alike.SAME:
                continue
            again = self._again(word, page, lying)
            if again is None:
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
        whole = Lying((1, 0, 0, 0, 1, 0, 0, 0), (0.0, 0.0), 1.0)
        ours = self._closer(word, whole, page.pixels, _TIMES_LARGER[0])
        return readings[0] if compared(word.text, ours) is Alike.SAME else None

    def _closer(self, word: ReadWord, lying: Lying, pixels: Pixels, by: int) -> str:
        if self._read is None:
            return ""
        beside = 0.12 * word.height
        width = word.width + 2 * beside
        corners = lying.corners(word.left - beside, word.top, width, word.height)
        place = straight(pixels, corners, round(width * by), round(word.height * by))
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


def _exhibits(
    facts: DossierFacts,
    sha256: Callable[[EntryId], str | None],
    time: Callable[[EntryId], str | None],
) -> dict[int, tuple[str, str]]:
    return {
        each.number: (sha256(each.shown) or "", time(each.shown) or "") for each in facts.exhibits
    }


def _sealed_after(vault: Vault, head: EntryId) -> SealedReport | None:
    """Return the report that was sealed after an entry; None where the vault has no such entry or report."""
    report = EntryId(head.chain, head.seq + 1)
    try:
        before, after = vault.entry(head), decode(vault.entry(report))
    except (UnknownEntryError, UnknownChainError):
        return None
    facts = after.parts.get("facts")
    if not isinstance(facts, DossierFacts):
        return SealedReport(receipt_code(before.hash), {})
    entries = {each.shown: decode(vault.entry(each.shown)) for each in facts.exhibits}

    def sha256(id: EntryId) -> str:
        body = entries[id].parts.get("object")
        return body.sha256 if isinstance(body, ObjectBody) else ""

    with vault.open_object(report) as stream:
        pdf = stream.read()
    exhibits = _exhibits(facts, sha256, lambda id: entries[id].time)
    return SealedReport(receipt_code(before.hash), exhibits, pdf)


def _nothing() -> Pixels:
    return Pixels(32, 32, bytes([255]) * (3 * 32 * 32))
