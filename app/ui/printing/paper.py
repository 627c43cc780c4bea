"""Pages on paper: each is drawn by PDFium at the printer's own points, and Qt hands it on; and plain words as they are.

No file of ours is made.

What the system's print service keeps while it prints is its own. It is told a name that says nothing of the case: names
of print jobs are read by others at the printer.
"""

from __future__ import annotations

from contextlib import closing

from PySide6.QtCore import QMarginsF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.inert import isolated_parts
from app.language import Language
from app.ui.lanes import GiveWay
from app.ui.printing.page_image import page_image
from app.ui.printing.pages import PagePicture, Pages
from app.ui.printing.printer import PrinterError

DOTS_PER_INCH = 300
_POINTS = 11


class Paper:
    """Implements ``Printer`` with one of Qt's."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer = printer

    def print_pdf(self, pdf: bytes, give_way: GiveWay) -> int:
        """See ``Printer``. Painting on a printer is one of the things that Qt lets other threads do."""
        with closing(Pages()) as pages:
            pages.open(pdf)
            first, last = self._range(pages.count)
            painter = QPainter()
            if not painter.begin(self._printer):
                raise PrinterError
            whole = False
            try:
                self._put(painter, pages, range(first, last + 1), give_way)
                whole = True
            finally:
                if not whole:
                    self._printer.abort()
                ended = painter.end()
        if not ended:
            raise PrinterError
        return last + 1 - first

    def _put(self, painter: QPainter, pages: Pages, indexes: range, give_way: GiveWay) -> None:
        # The picture has the very points of the paper; what is small is to be as sharp as PDFium made it.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        area = self._printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
        for place, index in enumerate(indexes):
            if place and not self._printer.newPage():
                raise PrinterError
            picture = pages.picture(index, area.width())
            if picture is not None:
                _paint(painter, picture, area)
            give_way(place + 1, len(indexes))

    def _range(self, count: int) -> tuple[int, int]:
        """Return the first and the last page that are wanted, from 0."""
        first, last = self._printer.fromPage() or 1, self._printer.toPage() or count
        return max(first, 1) - 1, min(last, count) - 1


def paper(printer: QPrinter) -> Paper:
    """Return a printer of Qt's, set up for our pages: A4 from edge to edge."""
    printer.setResolution(DOTS_PER_INCH)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    return Paper(printer)


def is_there_a_printer() -> bool:
    """Return whether the computer has one."""
    return bool(QPrinterInfo.availablePrinterNames())


def choose_paper(parent: QWidget, pages: int, language: Language) -> Paper | None:
    """Ask which printer, and which of so many pages; None where the person thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(language.text("Document"))
    chosen = paper(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(language.text("Print"))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=pages > 1)
    dialog.setMinMax(1, max(pages, 1))
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return None
    return chosen


def print_words(parent: QWidget, words: str, language: Language) -> bool:
    """Ask which printer, and print plain words on it; return whether they were handed over."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(language.text("Document"))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(language.text("Print"))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    document_of(words).print_(printer)
    return True


def document_of(words: str) -> QTextDocument:
    """Return plain words as they are printed; what in them steers, or cannot be seen, stands as its code."""
    document = QTextDocument()
    document.setDefaultFont(QFont("Noto Sans", _POINTS))
    document.setPlainText(isolated_parts(words))
    return document


def _paint(painter: QPainter, picture: PagePicture, area: QRect) -> None:
    """Put a page in the middle of the paper, as large as it goes without being cut."""
    size = QSize(picture.width_px, picture.height_px)
    if not _fits(size, area.size()):
        size = size.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(0, 0, size.width(), size.height())
    target.moveCenter(area.center())
    painter.drawImage(target, page_image(picture))


def _fits(page: QSize, sheet: QSize) -> bool:
    """Return whether a page is the sheet but for a point that was rounded."""
    return abs(page.width() - sheet.width()) <= 2 and abs(page.height() - sheet.height()) <= 2
