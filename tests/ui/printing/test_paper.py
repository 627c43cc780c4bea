"""Printing, to a file as Qt's printer makes one: what comes out looks as the PDF does, page by page."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtPrintSupport import QPrinter  # noqa: TID251 - the other side of what is asked
from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from app.language import Language
from app.ui.lanes import StoppedError
from app.ui.printing.paper import DOTS_PER_INCH, Paper, paper
from app.ui.printing.printer import PrinterError, no_printer, printed
from tests.worlds import LOCALES

PX_WIDE = 2479


def three_pages() -> bytes:
    """A4 from edge to edge: small words, a thin line, and a colour at the very edge."""
    sink = BytesIO()
    made = canvas.Canvas(sink, pagesize=A4)
    for number in range(3):
        made.setFillColorRGB(0.9, 0.2 * number, 0)
        made.rect(0, 0, 12, A4[1], stroke=0, fill=1)
        made.setFillColorRGB(0, 0, 0)
        made.setFont("Helvetica", 7)
        made.drawString(60, 400 - 20 * number, f"Side {number + 1} med ganske små ord")
        made.setLineWidth(0.4)
        made.line(60, 300, 500, 301)
        made.showPage()
    made.save()
    return sink.getvalue()


def to_file(file: Path) -> tuple[Paper, QPrinter]:
    """A printer that is a file, and the same as we use it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return paper(printer), printer


def drawn(pdf: bytes) -> list[Image.Image]:
    """Every page as PDFium draws it, at the points of the paper."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB").resize((PX_WIDE, 3508))
            for page in document
        ]
    finally:
        document.close()


def test_what_is_printed_looks_as_the_pdf_does(qapp: QApplication, tmp_path: Path) -> None:
    pdf = three_pages()
    chosen, _ = to_file(tmp_path / "printed.pdf")
    told: list[tuple[int, int]] = []

    sent = chosen.print_pdf(pdf, lambda done=0, total=0: told.append((done, total)))

    assert sent == 3
    assert told == [(1, 3), (2, 3), (3, 3)]
    wanted, found = drawn(pdf), drawn((tmp_path / "printed.pdf").read_bytes())
    assert len(found) == 3
    for page, other in zip(wanted, found, strict=True):
        apart = ImageChops.difference(page, other)
        assert max(ImageStat.Stat(apart).mean) < 0.5
        assert page.getpixel((20, 1700)) == other.getpixel((20, 1700))  # to the edge of the paper


def test_only_the_pages_that_are_wanted_are_printed(qapp: QApplication, tmp_path: Path) -> None:
    chosen, printer = to_file(tmp_path / "printed.pdf")
    printer.setFromTo(2, 3)
    assert chosen.print_pdf(three_pages(), lambda done=0, total=0: None) == 2
    found = drawn((tmp_path / "printed.pdf").read_bytes())
    assert [page.getpixel((20, 1700)) for page in found] == [(230, 51, 0), (230, 102, 0)]


def test_printing_stops_between_two_pages(qapp: QApplication, tmp_path: Path) -> None:
    chosen, _ = to_file(tmp_path / "printed.pdf")

    def stop(done: int = 0, total: int = 0) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        chosen.print_pdf(three_pages(), stop)
    again, _ = to_file(tmp_path / "again.pdf")
    assert again.print_pdf(three_pages(), lambda done=0, total=0: None) == 3


def test_a_printer_that_does_not_take_it_says_so(qapp: QApplication, tmp_path: Path) -> None:
    chosen, _ = to_file(tmp_path / "no such folder" / "printed.pdf")
    before = qInstallMessageHandler(lambda *_: None)  # Qt says so too
    try:
        with pytest.raises(PrinterError):
            chosen.print_pdf(three_pages(), lambda done=0, total=0: None)
    finally:
        qInstallMessageHandler(before)


def test_what_is_said_is_one_sentence_each() -> None:
    danish = Language("da", LOCALES)
    assert printed(1, danish) == "1 side er sendt til printeren."
    assert printed(4, danish) == "4 sider er sendt til printeren."
    assert no_printer(danish).startswith("Der er ingen printer på computeren.")
