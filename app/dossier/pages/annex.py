"""The back of a dossier: the list of exhibits, how far each thing can be checked, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence

from app.dossier.model import (
    Dossier,
    Omission,
    PrintedExhibit,
    PrintedReceipt,
    Section,
    Standing,
    exhibit_place,
)
from app.dossier.pages import look
from app.dossier.pages.look import Style
from app.dossier.pages.qr import RECEIPT_SIDE, put_receipt_code
from app.dossier.pages.rows import grouped
from app.dossier.pages.setting import PageOf, Span
from app.dossier.pages.sheet import Sheets
from app.dossier.pages.stamps import put_stamps
from app.dossier.pages.table import Cell, Column, Table, cell
from app.dossier.receipt_square import ReceiptSquare, receipt_square_text
from app.language import Language
from app.vocabulary import groups
from evidence_store import format_receipt

_TABLE_LEAST = 92.0  # a title, and the heads of a table with a row
_PART_SPACE = 16.0
_SQUARE_SPACE = 8.0
"""White around the square of the receipt code: four modules at least, as the standard asks."""


def put_exhibit_list(sheets: Sheets, dossier: Dossier, language: Language) -> None:
    """Set the number of each exhibit, what it is, when it was sealed, and its page; then the files beside words."""
    if dossier.exhibits:
        _exhibit_list(sheets, dossier, language)
    if dossier.papers:
        _papers(sheets, dossier, language)


def _exhibit_list(sheets: Sheets, dossier: Dossier, language: Language) -> None:
    table = Table(
        sheets,
        (
            Column(language.text("Exhibit"), 44),
            Column(language.text("What"), 3.3 * look.SIXTH - 44),
            Column(language.text("Sealed"), 2.2 * look.SIXTH),
            Column(language.text("Page"), 0.5 * look.SIXTH, right=True),
        ),
    )
    for exhibit in dossier.exhibits:
        place = exhibit_place(exhibit.number)
        sealed = language.text("{time}, entry {seq}", time=exhibit.sealed_at, seq=exhibit.shown.seq)
        table.row(
            (
                cell(str(exhibit.number), look.NUMERAL),
                cell(" · ".join(filter(None, (exhibit.title, exhibit.came_with)))),
                cell(sealed, look.SMALL_INK),
                (PageOf(place, look.BODY_MUTED),),
            ),
            anchor=place,
        )
    table.end()


def _papers(sheets: Sheets, dossier: Dossier, language: Language) -> None:
    if dossier.exhibits:
        sheets.skip(_PART_SPACE)
    table = Table(
        sheets,
        (
            Column(language.text("File"), 84),
            Column(language.text("What"), 150),
            Column(language.text("Fingerprint of the file (SHA-256)"), look.WIDTH - 234),
        ),
    )
    for paper in dossier.papers:
        code = cell(grouped(paper.sha256), look.MONO._replace(size=7.4, leading=10.4))
        table.row((cell(paper.name, look.BODY_BOLD), cell(paper.what), code))
    table.end()


def standing_text(standing: Standing, language: Language) -> str:
    """Return the three answers, in words."""
    if standing is Standing.PACKAGE:
        return language.text("From this package")
    if standing is Standing.OPENING:
        return language.text("Only if opened")
    return language.text("Stated by the employee")


def put_integrity(sheets: Sheets, dossier: Dossier, language: Language) -> None:
    """Set what can be checked, how, and what no check can show; in short it is small print."""
    receipt = dossier.receipt
    body = look.SMALL_INK if Section.INTEGRITY in dossier.short else look.BODY
    gap = 3 if body is look.SMALL_INK else 5
    strong = look.SMALL_INK_BOLD if body is look.SMALL_INK else look.BODY_BOLD
    sheets.text(
        language.text(
            "What can stand in a report lies in the case’s log. Each entry is sealed with a code that also covers the"
            " entry before it. Whoever has a code can see whether anything up to its entry was changed, removed or"
            " inserted later. This report was made when entry {seq} was the last one. The code of the log before the"
            " report is:",
            seq=receipt.head.seq,
        ),
        body,
    )
    sheets.skip(5)
    _receipt(sheets, receipt, body, language)
    _part(sheets, language.text("What the words mean"))
    for standing, meaning in _meanings(language):
        sheets.paragraph(
            (
                Span(
                    standing_text(standing, language) + ": ",
                    strong,
                ),
                Span(meaning, body),
            )
        )
        sheets.skip(gap - 1)
    if dossier.exhibits:
        _part(sheets, language.text("Exhibits"), _TABLE_LEAST)
        _exhibits(sheets, dossier, language)
    if dossier.statements:
        _part(sheets, language.text("Information"), _TABLE_LEAST)
        _statements(sheets, dossier, language)
    if dossier.stamps:
        _part(sheets, language.text("Timestamps from outside"))
        put_stamps(sheets, dossier.stamps, language, body)
    if dossier.clock:
        _part(sheets, language.text("Times that go back"))
        _clock(sheets, dossier, body, language)
    _part(sheets, language.text("How to check"))
    for text in _ways(language):
        sheets.text(text, body)
        sheets.skip(gap)
    _part(sheets, language.text("What this cannot show"))
    *limits, nothing_true, no_assessment = _limits(language)
    for text in (*limits, f"{nothing_true} {no_assessment}"):
        sheets.text(text, body)
        sheets.skip(gap)


def _clock(sheets: Sheets, dossier: Dossier, body: Style, language: Language) -> None:
    sheets.text(
        language.text(
            "The numbers in the log give the order in which things were sealed. The times are those of the computer’s"
            " clock. Where they go back, the clock was set back or set right, or something was saved later than it was"
            " made."
        ),
        body,
    )
    for sentence in dossier.clock:
        sheets.skip(4)
        sheets.text(sentence, body)


def _exhibits(sheets: Sheets, dossier: Dossier, language: Language) -> None:
    table = Table(
        sheets,
        (
            Column(language.text("Exhibit"), 44),
            Column(language.text("Fingerprint of the picture shown (SHA-256)"), 230),
            Column(language.text("The picture can be checked"), look.WIDTH - 274),
        ),
    )
    for exhibit in dossier.exhibits:
        code = grouped(exhibit.sha256) if exhibit.sha256 else language.text("Not shown")
        style = look.MONO._replace(size=7.4, leading=10.4) if exhibit.sha256 else look.SMALL
        table.row(
            (
                cell(str(exhibit.number), look.NUMERAL),
                cell(code, style),
                cell(_exhibit_standing(exhibit, language), look.SMALL_INK),
            )
        )
    table.end()


def _exhibit_standing(exhibit: PrintedExhibit, language: Language) -> str:
    words = standing_text(exhibit.standing, language)
    if not exhibit.picture or exhibit.shown == exhibit.original:
        return language.text("{standing} (entry {seq})", standing=words, seq=exhibit.shown.seq)
    return language.text(
        "{standing} (entry {seq}). The original: {opening} (entry {original})",
        standing=words,
        seq=exhibit.shown.seq,
        opening=standing_text(
            Standing.PACKAGE if exhibit.original_type else Standing.OPENING, language
        ).lower(),
        original=exhibit.original.seq,
    )


def _statements(sheets: Sheets, dossier: Dossier, language: Language) -> None:
    table = Table(
        sheets,
        (
            Column(language.text("What"), 210),
            Column(language.text("Sealed"), 158),
            Column(language.text("The content"), look.WIDTH - 368),
        ),
    )
    for statement in dossier.statements:
        sealed = language.text("{time}, entry {seq}", time=statement.sealed_at, seq=statement.seq)
        table.row(
            (
                cell(statement.what, look.SMALL_INK),
                cell(sealed, look.SMALL_INK),
                cell(standing_text(statement.standing, language), look.SMALL_INK),
            )
        )
    table.end()


def _meanings(language: Language) -> tuple[tuple[Standing, str], ...]:
    return (
        (
            Standing.PACKAGE,
            language.text(
                "the package holds all that is needed to compute the fingerprint again and to follow it through"
                " the log."
            ),
        ),
        (
            Standing.OPENING,
            language.text(
                "the log holds a seal of it, but not the thing itself. It can be checked when the employee opens it."
            ),
        ),
        (
            Standing.STATED,
            language.text(
                "the log shows that it was written. Whoever has a code of its entry or a later one can see whether it"
                " was changed after that code. The log does not show that it is right."
            ),
        ),
    )


def _ways(language: Language) -> tuple[str, ...]:
    return (
        language.text(
            "With the package: open LAES-MIG.txt. It tells how to check the package with ordinary tools and without"
            " our program."
        ),
        language.text(
            "With a picture: the fingerprint is that of the picture file in the package. A single changed"
            " pixel gives another fingerprint."
        ),
        language.text(
            "With the report alone: compare the SHA-256 of the PDF with the one that the package or the vault has"
            " for it. The code printed here does not cover the PDF."
        ),
        language.text(
            "On paper: the code of the log before the report stands at the foot of every page. Two print-outs of the"
            " same report have the same code on every page."
        ),
        language.text(
            "The square on each page of an exhibit: a telephone shows what stands in it. That is the code of the log"
            " before the report, the exhibit’s number, when its picture was sealed, and the picture’s fingerprint. It"
            " never holds a link."
        ),
    )


def _limits(language: Language) -> tuple[str, ...]:
    return (
        language.text(
            "Fingerprints and times were made on the employee’s own computer, unless a timestamp from outside is named."
            " The clock was not compared with another clock unless it says so."
        ),
        language.text(
            "A log that never left the computer could have been made anew. A receipt code that was"
            " handed over earlier rules that out for everything up to its entry."
        ),
        language.text(
            "A check does not show who wrote what is seen in a picture, whether the page was genuine, or whether what"
            " it says is true."
        ),
        language.text("This report makes no legal assessment of what it documents."),
    )


def put_omissions(sheets: Sheets, dossier: Dossier, language: Language) -> None:
    """Set everything that the recipient does not see, as far as it may be named."""
    sheets.text(
        language.text(
            "Here it says which exhibits and which kinds of information are left out of this edition, and why. Entries"
            " of which nothing is shown are not always named. What was not erased stays sealed in the case, and the"
            " employee can show it later."
        ),
        look.BODY,
    )
    if any(omission.code for omission in dossier.omissions):
        sheets.skip(4)
        sheets.text(
            language.text(
                "The code below an original is the log’s seal of it. By that code exactly this original can be asked"
                " for, and it can be checked that it is the one. The code tells nothing of what the original shows."
            ),
            look.SMALL,
        )
    sheets.skip(10)
    if not dossier.omissions:
        return
    table = Table(
        sheets,
        (
            Column(language.text("What"), 3 * look.SIXTH),
            Column(language.text("Why"), 3 * look.SIXTH),
        ),
    )
    for omission in _by_reason(dossier.omissions):
        shown = any(exhibit.number == omission.exhibit for exhibit in dossier.exhibits)
        place = exhibit_place(omission.exhibit) if shown else ""
        what: Cell = cell(omission.what, look.SMALL_INK)
        if omission.code:
            code = groups(omission.code, 8, in_line=5)
            what = (*what, Span(f"\n{code}", look.SMALL_MONO))
        table.row((what, cell(omission.why, look.SMALL_INK)), anchor=place)
    table.end()


def _by_reason(omissions: Sequence[Omission]) -> tuple[Omission, ...]:
    """Return what belongs to no exhibit once for each reason, where the first of them stands."""
    found: dict[str, list[str]] = {}
    for each in omissions:
        if not each.exhibit and not each.code:
            found.setdefault(each.why, []).append(each.what)
    made: list[Omission] = []
    for each in omissions:
        if each.exhibit or each.code:
            made.append(each)
        elif each.why in found:
            made.append(Omission("\n".join(found.pop(each.why)), each.why))
    return tuple(made)


def _receipt(sheets: Sheets, receipt: PrintedReceipt, body: Style, language: Language) -> None:
    """Set the code, what it does not cover, and its square beside both."""
    sheets.need(RECEIPT_SIDE + 2 * _SQUARE_SPACE)
    top, width = sheets.y + _SQUARE_SPACE, look.WIDTH - RECEIPT_SIDE - 2 * _SQUARE_SPACE
    square = receipt_square_text(ReceiptSquare(receipt.head, receipt.code))
    put_receipt_code(sheets, square, look.RIGHT - RECEIPT_SIDE, top)
    sheets.text(
        format_receipt(receipt.code, receipt.head.seq),
        look.MONO._replace(size=11.0, leading=16.0),
        width=width,
    )
    sheets.skip(5)
    sheets.text(
        language.text(
            "It cannot cover this report, which was sealed after it. The code to compare comes beside the report: on"
            " its own, by phone or at a meeting. It belongs to the next entry, and covers the report too."
        ),
        body,
        width=width,
    )
    sheets.y = max(sheets.y, top + RECEIPT_SIDE + _SQUARE_SPACE)


def _part(sheets: Sheets, title: str, least: float = 60.0) -> None:
    sheets.skip(_PART_SPACE)
    sheets.need(least)
    sheets.text(title, look.PART)
    sheets.skip(5)
