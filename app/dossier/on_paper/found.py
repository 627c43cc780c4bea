"""What was found of a print beside the sealed report: separate facts for each page."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class PaperState(StrEnum):
    """What a comparison says."""

    SAME = "same"
    OTHER = "other"
    UNSURE = "unsure"
    NOT_COMPARED = "not_compared"


class CodeState(StrEnum):
    """What the code of a page says."""

    FITS = "fits"
    OTHER = "other"
    UNKNOWN = "unknown"
    MISSING = "missing"


class OtherWord(msgspec.Struct, frozen=True):
    """A word that is another one: as it is sealed, and as it was read in the print; "" where it is missing there."""

    sealed: str
    printed: str


class PaperReceipt(msgspec.Struct, frozen=True):
    """A receipt code that was read from a square: it fits that entry of the log, is another one, or the log is another.

    Attributes:
        seq: the place that the square names.
        code: its receipt code, in groups of four.
        state: ``fits``, ``other``, or ``unknown`` where there is no such entry.
    """

    seq: int
    code: str
    state: CodeState


class PaperPage(msgspec.Struct, frozen=True):
    """What was found of one page of a scan.

    Attributes:
        file: its name.
        page: its number in the file, from 1.
        code: of the page.
        exhibit: the number that the code names; 0 without a code.
        other: what in the code is not as it is sealed: ``receipt``, ``exhibit``, ``picture``, ``time``.
        text: of the words.
        words: those that are others.
        unsure: those with digits that could not be read for sure.
        digits: how many words with digits the page has, and ``alike`` how many of all its words were read alike, of
            ``counted``.
        picture: of the picture on it.
        receipt: the receipt code on a page that is no exhibit's.
    """

    file: str
    page: int
    code: CodeState
    exhibit: int = 0
    other: tuple[str, ...] = ()
    text: PaperState = PaperState.NOT_COMPARED
    words: tuple[OtherWord, ...] = ()
    unsure: tuple[str, ...] = ()
    digits: int = 0
    alike: int = 0
    counted: int = 0
    picture: PaperState = PaperState.NOT_COMPARED
    receipt: PaperReceipt | None = None


class PaperReport(msgspec.Struct, frozen=True):
    """What was found of all pages; ``readable`` is whether text could be read by a machine on this computer."""

    pages: tuple[PaperPage, ...]
    readable: bool = True

    @property
    def receipts_alone(self) -> bool:
        """Return whether there are receipts and no page of a report."""
        return bool(self.pages) and all(page.receipt is not None for page in self.pages)

    @property
    def state(self) -> PaperState:
        """Return the worst of all pages; that nothing could be compared where no page has a code that is known."""
        states = [state_of_page(page) for page in self.pages]
        for each in (PaperState.OTHER, PaperState.NOT_COMPARED, PaperState.UNSURE):
            if each in states:
                return each
        return PaperState.SAME if states else PaperState.NOT_COMPARED


_OF_A_RECEIPT = {
    CodeState.FITS: PaperState.SAME,
    CodeState.OTHER: PaperState.OTHER,
    CodeState.UNKNOWN: PaperState.NOT_COMPARED,
    CodeState.MISSING: PaperState.NOT_COMPARED,
}


def state_of_page(page: PaperPage) -> PaperState:
    """Return what was found of a page in one word; what was not compared is never alike."""
    if page.receipt is not None and page.code is CodeState.MISSING:
        return _OF_A_RECEIPT[page.receipt.state]
    if page.code is CodeState.OTHER or PaperState.OTHER in {page.text, page.picture}:
        return PaperState.OTHER
    if page.code is not CodeState.FITS or page.text is PaperState.NOT_COMPARED:
        return PaperState.NOT_COMPARED
    return PaperState.UNSURE if PaperState.UNSURE in {page.text, page.picture} else PaperState.SAME
