"""What was found of a print, in plain words, for command and window."""

from __future__ import annotations

from collections.abc import Iterator

from app.dossier import CodeState, PaperPage, PaperReceipt, PaperReport, PaperState
from app.language import Language
from evidence_store import format_receipt

_OTHER, _NOT_COMPARED = 1, 3


def paper_exit_code(report: PaperReport) -> int:
    """Return 0 where all is alike, 1 where something is other, 3 where something could not be compared or read."""
    match report.state:
        case PaperState.SAME:
            return 0
        case PaperState.OTHER:
            return _OTHER
        case _:
            return _NOT_COMPARED


def paper_word(report: PaperReport, language: Language) -> str:
    """Return what was found in one short sentence."""
    text = language.text
    match report.state:
        case PaperState.SAME if report.receipts_alone:
            return text("The receipt code fits the log")
        case PaperState.OTHER if report.receipts_alone:
            return text("The receipt code is not the one of the log")
        case PaperState.SAME:
            return text("The print is like the sealed report")
        case PaperState.OTHER:
            return text("Something in the print is other than in the sealed report")
        case PaperState.UNSURE:
            return text("Nothing else was found, but not all could be read for sure")
        case PaperState.NOT_COMPARED:
            return text("Not all could be compared")


def paper_lines(report: PaperReport, language: Language) -> Iterator[str]:
    """Give what was found, in all and page by page."""
    text = language.text
    yield paper_word(report, language) + "."
    for page in report.pages:
        yield ""
        yield page_name(page, language)
        yield from page_lines(page, language)
    yield ""
    if not report.readable:
        yield text(
            "Text cannot be read by machine on this computer, so only codes and pictures were compared."
        )
    yield text(
        "The code in a print can be copied. Only the sealed report tells what was sealed. A machine can misread; look"
        " at each place yourself before you rely on it."
    )


def page_name(page: PaperPage, language: Language) -> str:
    """Return which page of which file it is, and of which exhibit."""
    if page.exhibit:
        return language.text(
            "{file}, page {page}: exhibit {number}",
            file=page.file,
            page=page.page,
            number=page.exhibit,
        )
    return language.text("{file}, page {page}", file=page.file, page=page.page)


def page_lines(page: PaperPage, language: Language) -> Iterator[str]:
    """Give what was found of a page, a sentence a line."""
    text = language.text
    match page.code:
        case CodeState.MISSING if page.receipt is not None:
            yield from _receipt_lines(page.receipt, language)
            return
        case CodeState.MISSING:
            yield text(
                "No code of a report was read. It stands in the upper right corner of each page of an exhibit. Scan the"
                " page in at least 150 dots per inch, or take the photo closer."
            )
            return
        case CodeState.UNKNOWN:
            yield text(
                "The code belongs to another report. Choose the package or the vault that it came from."
            )
            return
        case CodeState.FITS:
            yield text("The code fits the sealed report.")
        case CodeState.OTHER:
            yield from (_other(what, language) for what in page.other)
    yield from _text_lines(page, language)
    yield _picture_line(page, language)


def _receipt_lines(receipt: PaperReceipt, language: Language) -> Iterator[str]:
    text = language.text
    yield text(
        "On the page stands a receipt code: {code}", code=format_receipt(receipt.code, receipt.seq)
    )
    match receipt.state:
        case CodeState.FITS:
            yield text(
                "It fits entry {seq} of the log: that entry and all before it are as they were when the code was "
                "given.",
                seq=receipt.seq,
            )
        case CodeState.OTHER:
            yield text(
                "Entry {seq} of the log has another code. Either the log was changed since, or the square is not the "
                "one that was given. Keep both as they are.",
                seq=receipt.seq,
            )
        case _:
            yield text(
                "The log has no such entry. Choose the package or the vault that the code belongs to."
            )


def _other(what: str, language: Language) -> str:
    text = language.text
    match what:
        case "receipt":
            return text("Other in the code: the code of the log before the report.")
        case "exhibit":
            return text("Other in the code: the sealed report has no exhibit with this number.")
        case "picture":
            return text("Other in the code: the fingerprint of the picture.")
        case _:
            return text("Other in the code: when the picture was sealed.")


def _text_lines(page: PaperPage, language: Language) -> Iterator[str]:
    text = language.text
    if page.text is PaperState.NOT_COMPARED:
        yield text("The text was not compared.")
        return
    for word in page.words:
        if word.printed:
            yield text(
                "Other in the print: sealed is {sealed}, there stands {printed}.",
                sealed=word.sealed,
                printed=word.printed,
            )
        else:
            yield text("Missing in the print: {sealed}.", sealed=word.sealed)
    if page.unsure:
        yield text(
            "Could not be read for sure, compare it yourself: {words}.",
            words="  ".join(page.unsure),
        )
    if page.text is PaperState.SAME:
        yield text(
            "All {digits} words with digits are alike. Of all words, {alike} of {counted} were read alike.",
            digits=page.digits,
            alike=page.alike,
            counted=page.counted,
        )
    else:
        yield text(
            "Of all words, {alike} of {counted} were read alike.",
            alike=page.alike,
            counted=page.counted,
        )


def _picture_line(page: PaperPage, language: Language) -> str:
    text = language.text
    match page.picture:
        case PaperState.SAME:
            return text("The picture looks like the sealed one.")
        case PaperState.OTHER:
            return text("The picture does not look like the sealed one.")
        case PaperState.UNSURE:
            return text(
                "Whether the picture is the sealed one cannot be told. Look at it yourself."
            )
        case PaperState.NOT_COMPARED:
            return text("The picture was not compared.")
