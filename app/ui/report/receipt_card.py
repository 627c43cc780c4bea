"""The receipt code of a report that was saved: as letters, as a square, and as a sheet to print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from app.language import Language
from app.ui.kit import Button, Card, FlowRow, Muted, ReceiptCode, Subheading
from app.ui.kit.square_code import CodePicture

_SIDE_PX = 148


class ReceiptCard(Card):
    """``copy_wanted`` tells that the code is to be copied, ``sheet_wanted`` where the sheet is to lie (a Path)."""

    copy_wanted = Signal()
    sheet_wanted = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        text = self._text = language.text
        self._folder = Path()
        self.code = ReceiptCode()
        self.code.setAccessibleName(text("Receipt code"))
        self.square = CodePicture(text("The receipt code as a square"), side_px=_SIDE_PX)
        self.copy = Button(text("Copy code"))
        self.copy.clicked.connect(self.copy_wanted)
        self.sheet = Button(text("Save as a sheet to print"))
        self.sheet.clicked.connect(self._choose)
        self.add(Subheading(text("Receipt code")))
        self.add(self.code)
        self.add(
            Muted(
                text(
                    "Give the code another way than the report: by phone or at a meeting. "
                    "With it the recipient can see that nothing was changed since."
                )
            )
        )
        self.add(FlowRow(self.copy, self.sheet))
        self.add(self.square)
        self.add(
            Muted(text("The square says the same. The sheet has both, and lines to sign for it."))
        )

    def show_receipt(self, code: str, square: tuple[bytes, ...], folder: Path) -> None:
        """Show this one; ``folder`` is where a sheet is offered to lie."""
        self.code.show_code(code)
        self.square.show_rows(square)
        self._folder = folder

    def _choose(self) -> None:
        text = self._text
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            text("Save as a sheet to print"),
            str(self._folder / text("Receipt code.pdf")),
            "PDF (*.pdf)",
        )
        if chosen:
            self.sheet_wanted.emit(Path(chosen))
