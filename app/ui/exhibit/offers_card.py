"""The list of what can be covered, above the marks: each line is confirmed by the person."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Language
from app.ui.exhibit.finding import CoverOffer, CoverOffers
from app.ui.kit import Button, FlowRow, Heading, Muted, QuietButton, Text, spaced
from app.ui.kit.look import S1, S2


class OffersCard(QWidget):
    """What was found.

    Signals:
        covered: the key of what is to be covered here.
        everywhere: the key of a name to be covered in the whole series.
        read_asked: somebody wants the picture read.
    """

    covered = Signal(int)
    everywhere = Signal(int)
    read_asked = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown: CoverOffers | None = None
        self.buttons: dict[int, Button] = {}
        self.wide: dict[int, QuietButton] = {}
        self.read = Button(language.text("Find what to cover"))
        self.read.clicked.connect(self.read_asked)
        self._column = spaced(QVBoxLayout(self), S2, 0)
        self.heading = Heading(language.text("Found in the picture"))
        self.sentence = Muted("")
        self._column.addWidget(self.heading)
        self._column.addWidget(self.sentence)
        self._column.addWidget(FlowRow(self.read))
        self._rows: list[QWidget] = []
        self.show_offers(CoverOffers())

    def show_offers(self, offers: CoverOffers) -> None:
        """Show other ones; nothing at all where there is nothing to say."""
        if offers == self._shown:
            return
        self._shown = offers
        for row in self._rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self.buttons, self.wide = {}, {}
        self.sentence.setText(offers.sentence)
        self.sentence.setVisible(bool(offers.sentence))
        self.read.setVisible(offers.unread)
        self._rows = [self._row(each) for each in offers.offers]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(offers.offers or offers.sentence))

    def set_editable(self, *, editable: bool) -> None:
        """Let things be covered, or only read."""
        self.setEnabled(editable)

    def _row(self, offer: CoverOffer) -> QWidget:
        text = self._language.text
        row = QWidget()
        column = spaced(QVBoxLayout(row), S1, 0)
        column.addWidget(Text(offer.words, kit="strong"))
        column.addWidget(Muted(offer.detail))
        cover = self.buttons[offer.key] = Button(text("Cover it"))
        cover.setAccessibleName(text("Cover {words}", words=offer.words))
        cover.clicked.connect(lambda: self.covered.emit(offer.key))
        ways: list[QWidget] = [cover]
        if offer.everywhere:
            wide = self.wide[offer.key] = QuietButton(text("In the whole series"))
            wide.setAccessibleName(text("Cover {words} in the whole series", words=offer.words))
            wide.clicked.connect(lambda: self.everywhere.emit(offer.key))
            ways.append(wide)
        column.addWidget(FlowRow(*ways))
        return row
