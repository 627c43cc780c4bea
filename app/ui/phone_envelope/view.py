"""The page of the envelope from the phone: three cards, in the order of what is done."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.case_page import CasePage
from app.ui.context import UiContext
from app.ui.kit import (
    Button,
    Card,
    Complaint,
    FlowRow,
    LongText,
    Muted,
    OptionCard,
    PrimaryButton,
    Subheading,
    Text,
    TextField,
    spaced,
)
from app.ui.kit.look import S1, S2, S5
from app.ui.kit.square_code import CodePicture
from app.ui.phone_envelope.presenter import EnvelopePresenter, ShownEnvelope
from app.vocabulary import CarriedBy

_WIDTH_PX = 760


class EnvelopePage(CasePage):
    """The page.

    Attributes:
        code: the link as a square code.
        link: the link in words.
        address: where the page for the phone stands.
        complaint: what is wrong with it.
        save_button: hands the page over as a file.
        fetch_button: asks for envelopes to open.
        way_cards: the ways, by what they are.
    """

    presenter: EnvelopePresenter

    def __init__(self, context: UiContext) -> None:
        text = self._text = context.language.text
        super().__init__(
            text("Envelope from the phone"),
            text(
                "Pictures and videos in one locked file. Only this vault can open it, whichever way it comes here."
            ),
            column_px=_WIDTH_PX,
        )
        self.code = CodePicture(text("Code with the link to the page"))
        self.link = LongText()
        self.scan = Text(text("Scan the code with the phone’s camera, and open the link."))
        self.host = Muted(
            text(
                "Whoever hosts the page could change it. Use an address that you trust, or save the page as a file."
            )
        )
        self.by_file = Text(
            text("Save the page as a file, take it to the phone, and open it in the browser there.")
        )
        self.iphone = Muted(
            text(
                "An iPhone runs no page from a file. Without an address, bring the pictures by cable or mail there."
            )
        )
        self.ending = Muted()
        self.save_button = PrimaryButton(text("Save the page as a file …"))
        self.address = TextField("https://")
        self.address.setAccessibleName(text("Address of the page, if it stands somewhere"))
        self.complaint = Complaint()
        self.use_button = Button(text("Use the address"))
        self.fetch_button = Button(text("Add envelope …"))
        self.way_cards: dict[CarriedBy, OptionCard] = {}
        self._group = QButtonGroup(self)
        self._look = context.look
        self.add(self._first_card())
        self.add(self._second_card())
        self.add(self._third_card())
        self.add_stretch()
        self.presenter = EnvelopePresenter(context, self)
        self.save_button.clicked.connect(self._ask_where)
        self.use_button.clicked.connect(self._use_address)
        self.address.returnPressed.connect(self._use_address)
        self.fetch_button.clicked.connect(self.presenter.fetch)
        self.go_back_on_escape(context.navigator.back, text("Back"))
        self.presenter.refresh()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_envelope(self, shown: ShownEnvelope) -> None:
        text = self._text
        self.code.show_rows(shown.code)
        self.link.set_words(shown.link)
        for widget in (self.link, self.scan, self.host):
            widget.setVisible(bool(shown.link))
        for widget in (self.by_file, self.iphone):
            widget.setVisible(not shown.link)
        self.save_button.set_filled(filled=not shown.link)
        self.ending.setText(
            text("The key ends with {ending}. The phone shows the same.", ending=shown.ending)
        )
        self.ending.setVisible(bool(shown.ending))
        self.complaint.say(shown.complaint, self.address)
        if not shown.complaint and not self.address.hasFocus():
            self.address.setText(shown.address)
        for each in shown.ways:
            self._way_card(each.value, each.name, each.line)
        if shown.way in self.way_cards:
            self.way_cards[shown.way].radio.setChecked(True)

    # -- the cards ---------------------------------------------------------------------------------

    def _first_card(self) -> Card:
        text = self._text
        card = Card()
        card.add(Subheading(text("1. The page for the phone")))
        beside = QWidget()
        row = spaced(QHBoxLayout(beside), S5, 0)
        row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        words = spaced(QVBoxLayout(), S2)
        for each in (self.scan, self.by_file, self.link, self.host, self.iphone, self.ending):
            words.addWidget(each)
        words.addWidget(FlowRow(self.save_button))
        words.addStretch(1)
        row.addLayout(words, 1)
        card.add(beside)
        field = QWidget()
        below = spaced(QVBoxLayout(field), S1, (0, S2, 0, 0))
        label = Text(text("Address of the page, if it stands somewhere"))
        label.setBuddy(self.address)
        below.addWidget(label)
        line = QWidget()
        across = spaced(QHBoxLayout(line), S2, 0)
        across.addWidget(self.address, 1)
        across.addWidget(self.use_button)
        below.addWidget(line)
        below.addWidget(self.complaint)
        card.add(field)
        return card

    def _second_card(self) -> QWidget:
        text = self._text
        card = Card()
        card.add(Subheading(text("2. The way here")))
        card.add(
            Muted(
                text(
                    "Choose how your envelopes come. It is noted with the pictures. This is what the ways usually do; "
                    "not every phone was tried. Of an envelope every byte is compared."
                )
            )
        )
        ground = QWidget()
        self._ways = spaced(QVBoxLayout(ground), S2, 0)
        card.add(ground)
        return card

    def _third_card(self) -> Card:
        text = self._text
        card = Card()
        card.add(Subheading(text("3. Into the case")))
        card.add(
            Text(
                text(
                    "Drop the envelope on the window, or a mail that it is attached to. Keep the pictures on the phone "
                    "until you have seen them here."
                )
            )
        )
        card.add(FlowRow(self.fetch_button))
        return card

    def _way_card(self, value: CarriedBy, name: str, line: str) -> None:
        if value in self.way_cards:
            return
        card = OptionCard(self._look, name, line)
        self.way_cards[value] = card
        self._group.addButton(card.radio)
        self._ways.addWidget(card)
        card.radio.toggled.connect(partial(self._way_toggled, value))

    def _way_toggled(self, value: CarriedBy, on: bool) -> None:
        if on:
            self.presenter.choose_way(value)

    def _use_address(self) -> None:
        self.presenter.choose_address(self.address.value())

    def _ask_where(self) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = self.presenter.page_file(Path(place) if place else Path.home())
        dialog = QFileDialog(self, self._text("Save the page as a file"), str(proposed.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._text("Web pages (*.html)"))
        dialog.setDefaultSuffix("html")
        dialog.selectFile(proposed.name)
        dialog.fileSelected.connect(lambda chosen: self.presenter.save_page(Path(chosen)))
        dialog.open()
