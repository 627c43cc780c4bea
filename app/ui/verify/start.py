"""What can be checked: the open vault, a package that somebody sent, or a print of a report; a card each."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Button, Card, Columns, DropZone, FieldForm, FlowRow, Heading, Muted
from app.ui.kit.look import GRID_PX, Look
from app.ui.verify.code_field import CodeField

_LEAST_PX = 400


class StartCards(QWidget):
    """The three ways.

    Attributes:
        mine: checks the open vault.
        open_vault: leads to the page that opens a vault, where none is open.
        drop: takes a package.
        folder: asks for an unpacked one.
        code: a receipt code that came another way.
        scans: takes scans of a print.
    """

    def __init__(self, language: Language, look: Look) -> None:
        text = language.text
        self.mine = Button(text("Check my vault"))
        self.no_vault = Muted(text("It is closed. Open it first."))
        self.open_vault = Button(text("Open my vault"))
        self.drop = DropZone(
            text(
                "Drop a package here: the zip file, or the folder it was unpacked to. Has it several parts, then all "
                "of them."
            ),
            text("Choose a zip file"),
        )
        self.folder = Button(text("Choose a folder"))
        self.drop.add_button(self.folder)
        self.code = CodeField()
        self._form = FieldForm()
        self.scans = DropZone(
            text("Drop scans or photos of the pages here: pictures or PDF."), text("Choose scans")
        )
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID_PX)
        ways = Columns(self._mine(language), self._package(language), least_px=look.px(_LEAST_PX))
        column.addWidget(ways)
        column.addWidget(self._print(language))

    def show_vault(self, *, there: bool) -> None:
        """Show whether a vault is open that can be checked."""
        self.mine.setVisible(there)
        self.no_vault.setVisible(not there)
        self.open_vault.setVisible(not there)

    def complain(self, sentence: str) -> None:
        """Say below the field why the code cannot be read."""
        self._form.complain(self.code, sentence)

    def _mine(self, language: Language) -> Card:
        text = language.text
        card = _card(text("My vault"))
        card.add(
            Muted(
                text(
                    "Every entry, picture and file is read and compared with its seal. It can take some minutes, "
                    "and you can go on meanwhile."
                )
            )
        )
        card.add(self.no_vault)
        card.add(FlowRow(self.mine, self.open_vault))
        card.column.addStretch(1)
        return card

    def _print(self, language: Language) -> Card:
        text = language.text
        card = _card(text("A print of a report"))
        card.add(
            Muted(
                text(
                    "Each page of an exhibit has a square code. The print is compared with the report in my vault. "
                    "To compare it with a package, check the package first. A receipt code on paper is read here too."
                )
            )
        )
        card.add(self.scans)
        return card

    def _package(self, language: Language) -> Card:
        text = language.text
        card = _card(text("A package that I have got"))
        card.add(self.drop)
        self._form.add(
            text("Have you got a code?"),
            self.code,
            text("Use one that reached you by itself: in a mail, on paper or by telephone."),
        )
        card.add(self._form)
        card.column.addStretch(1)
        return card


def _card(title: str) -> Card:
    card = Card()
    card.column.setSpacing(2 * GRID_PX)
    card.add(Heading(title))
    return card
