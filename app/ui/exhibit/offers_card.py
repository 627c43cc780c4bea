"""The list of what can be covered, above the marks: each line is confirmed by the person."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Language
from app.ui.exhibit.finding import CoverOffer, CoverOffers
from app.ui.kit import Button, FlowRow, Heading, Muted, QuietButton, Text, spaced
from app.ui.kit.look import S1, S2

_OFFER = "offer"


class OffersCard(QWidget):
    """What was found.

    Signals:
        covered: the key of what is to be covered here.
        everywhere: the key of a name to be covered in the whole series.
        left: the key of what is to stand as it is.
        again: what was let stand is to be offered once more.
        pointed: the key of what the focus is on, to be shown in the picture.
        read_asked: somebody wants the picture read.
    """

    covered = Signal(int)
    everywhere = Signal(int)
    left = Signal(int)
    again = Signal()
    pointed = Signal(int)
    read_asked = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown: CoverOffers | None = None
        self.buttons: dict[int, Button] = {}
        self.wide: dict[int, QuietButton] = {}
        self.leave: dict[int, QuietButton] = {}
        self.once_more = QuietButton("")
        self.once_more.clicked.connect(self.again)
        self.read = Button(language.text("Find what to cover"))
        self.read.clicked.connect(self.read_asked)
        self._column = spaced(QVBoxLayout(self), S2, 0)
        self.heading = Heading(language.text("Found in the picture"))
        self.sentence = Muted("")
        self._column.addWidget(self.heading)
        self._column.addWidget(self.sentence)
        self._column.addWidget(FlowRow(self.read))
        self._again_row = FlowRow(self.once_more)
        self._column.addWidget(self._again_row)
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
        self.buttons, self.wide, self.leave = {}, {}, {}
        self.sentence.setText(offers.sentence)
        self.sentence.setVisible(bool(offers.sentence))
        self.read.setVisible(offers.unread)
        self._rows = [self._row(each) for each in offers.offers]
        for row in self._rows:
            self._column.insertWidget(self._column.indexOf(self._again_row), row)
        self.once_more.set_text(
            self._language.plural(
                "Offer {count} again that you let stand",
                "Offer {count} again that you let stand",
                offers.left,
            )
        )
        self._again_row.setVisible(bool(offers.left))
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
        leave = self.leave[offer.key] = QuietButton(text("Let it stand"))
        leave.setAccessibleName(text("Let {words} stand", words=offer.words))
        leave.clicked.connect(lambda: self.left.emit(offer.key))
        ways: list[QWidget] = [cover, leave]
        if offer.everywhere:
            wide = self.wide[offer.key] = QuietButton(text("In the whole series"))
            wide.setAccessibleName(text("Cover {words} in the whole series", words=offer.words))
            wide.clicked.connect(lambda: self.everywhere.emit(offer.key))
            ways.append(wide)
        for way in ways:
            way.setProperty(_OFFER, offer.key)
            way.installEventFilter(self)
        column.addWidget(FlowRow(*ways))
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.pointed.emit(watched.property(_OFFER))
        return False
