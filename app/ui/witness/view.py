"""The page for a witness: what is signed for, two fields and one button; then the fingerprint to keep."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.ui.case_page import CasePage
from app.ui.context import UiContext
from app.ui.kit import (
    Button,
    Card,
    EmptyState,
    FieldForm,
    Fingerprint,
    FlowRow,
    LongText,
    Muted,
    PageFoot,
    PrimaryButton,
    QuietButton,
    ReceiptCode,
    Sign,
    Subheading,
    Text,
    TextArea,
    TextField,
    read_as,
)
from app.ui.routes import Route, Witness
from app.ui.witness.presenter import ShownWitness, WitnessPresenter

_WIDTH_PX = 760
_BELOW_PX = 24


class WitnessPage(CasePage):
    """The page.

    Attributes:
        name: where the witness types their name.
        words: what they saw.
        sign_button: signs.
        fingerprint: that of the key, once somebody has signed.
    """

    presenter: WitnessPresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("Let a colleague see the page"),
            text(
                "Your colleague looks at the post itself, writes what they saw, and signs. It takes half a minute."
            ),
            column_px=_WIDTH_PX,
        )
        self._text = text
        self.empty = EmptyState(
            text("There is nothing to sign for yet"),
            text(
                "Take a screenshot of the post first. Then a colleague can sign that they saw it."
            ),
            sign=Sign.PEOPLE,
        )
        self.add(self.empty)
        self._make_exhibit()
        self._make_form()
        self._make_done()
        self._make_ways()
        self.add_stretch()
        self._shown = ShownWitness()
        self.presenter = WitnessPresenter(context, self)
        presenter = self.presenter
        self.look_button.clicked.connect(presenter.look)
        self.sign_button.clicked.connect(
            lambda: presenter.sign(self.name.value(), self.words.value())
        )
        self.copy_button.clicked.connect(presenter.copy_fingerprint)
        self.again_button.clicked.connect(presenter.again)
        self._back = context.navigator.back
        self.go_back_on_escape(self._escape, text("Back"))
        self.finish_on_enter(self._sign_by_key, text("Sign"))
        presenter.refresh()

    def _make_exhibit(self) -> None:
        text = self._text
        self._exhibit = Card()
        self.exhibit_said = LongText("")
        self.code = ReceiptCode()
        self.signed = Muted()
        self.look_button = QuietButton(text("See the exhibit"))
        self._exhibit.add(self.exhibit_said)
        self._exhibit.add(Muted(text("Receipt code of the exhibit")))
        self._exhibit.add(self.code)
        self._exhibit.add(self.signed)
        self._exhibit.add(FlowRow(self.look_button))
        self.add(self._exhibit)

    def _make_form(self) -> None:
        text = self._text
        self._form_card = Card()
        self.form = FieldForm()
        self.name, self.words = TextField(), TextArea()
        self.form.add(text("The witness’s name"), self.name, text("The witness types it."))
        self.form.add(text("What the witness saw"), self.words, text("In the witness’s own words."))
        self.sign_button = PrimaryButton(text("Sign"))
        self.shows = Muted()
        self._form_card.add(self.form)
        self._form_card.add(self.shows)
        self.add(self._form_card)
        # In the foot, as in other forms: with large text the card is longer than a small window.
        self.foot = PageFoot(_WIDTH_PX)
        self.foot.put([], [self.sign_button])
        self.add_foot(self.foot)

    def _make_done(self) -> None:
        text = self._text
        self._done = Card()
        self.fingerprint = Fingerprint()
        self.copy_button = Button(text("Copy the fingerprint"))
        self.again_button = QuietButton(text("Another witness"))
        self._done.add(Subheading(text("Signed, saved and locked")))
        self._done.add(Muted(text("Fingerprint of the key")))
        self._done.add(self.fingerprint)
        self._done.add(
            Text(
                text(
                    "The witness keeps it: on paper, or as a picture. The key itself is thrown away, and nobody can "
                    "sign with it again."
                )
            )
        )
        self._done.add(FlowRow(self.copy_button, self.again_button))
        self.add(self._done)

    def _make_ways(self) -> None:
        text = self._text
        self._ways = Card()
        self.page_button = Button(text("Page for another device …"))
        self.take_button = Button(text("Take in what was signed …"))
        self.sheet_button = Button(text("Sheet to sign by hand …"))
        for button, ask in (
            (self.page_button, self._ask_for_page),
            (self.take_button, self._ask_for_statement),
            (self.sheet_button, self._ask_for_sheet),
        ):
            button.clicked.connect(ask)
        self._ways.add(Subheading(text("Not at this computer?")))
        self._ways.add(
            Text(
                text(
                    "Give the witness a page that signs on a device of their own, and take in the file that it saves. "
                    "Or print a sheet."
                )
            )
        )
        self._ways.add(FlowRow(self.page_button, self.take_button, self.sheet_button))
        self.add(self._ways)

    # -- what the frame calls ----------------------------------------------------------------------

    def open(self, route: Route) -> None:
        if isinstance(route, Witness):
            self._empty_fields()
            self.presenter.open(route)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring_into_sight(self.name, _BELOW_PX)

    def leave(self) -> None:
        self.presenter.leave()
        self._empty_fields()

    def _sign_by_key(self) -> None:
        if self.sign_button.isVisible():
            self.sign_button.click()

    def _escape(self) -> None:
        """Go back, unless something is typed: it is kept nowhere."""
        if not self.name.value() and self.words.value() in {"", self._shown.words}:
            self._back()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_witness(self, shown: ShownWitness) -> None:
        there, done = bool(shown.exhibit), bool(shown.fingerprint)
        self.empty.setVisible(not there)
        for card, seen in (
            (self._exhibit, there),
            (self._form_card, there and not done),
            (self.foot, there and not done),
            (self._done, there and done),
            (self._ways, there),
        ):
            card.setVisible(seen)
        self.exhibit_said.setText(shown.exhibit)
        self.code.show_code(shown.code)
        self.signed.setText("\n".join(shown.signed))
        self.signed.setVisible(bool(shown.signed))
        self.shows.setText(shown.shows)
        self.fingerprint.setText(shown.fingerprint)
        read_as(self.fingerprint, f"{self._text('Fingerprint of the key')}: {shown.fingerprint}")
        if shown.words != self._shown.words or done:
            self.words.setPlainText(shown.words)
        if done:
            self.name.clear()
            if not self._shown.fingerprint:
                self.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._shown.fingerprint:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shown = shown

    def complain(self, *, of_name: bool, words: str) -> None:
        self.form.complain(self.name, words if of_name else "")
        self.form.complain(self.words, "" if of_name else words)
        self.form.go_to_first_error()

    def copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)

    def _empty_fields(self) -> None:
        self.form.complain(self.name, "")
        self.form.complain(self.words, "")
        self.name.clear()
        self.words.setPlainText(self._shown.words)

    # -- files -------------------------------------------------------------------------------------

    def _folder(self) -> Path:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self.presenter.folder(Path(place) if place else Path.home())

    def _ask_where(self, title: str, name: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            title,
            str(self._folder() / name),
            kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(chosen) if chosen else None

    def _ask_for_page(self) -> None:
        text = self._text
        name = text("witness-exhibit-{number}", number=self._shown.number) + ".html"
        target = self._ask_where(text("Save the page"), name, f"{text('Pages')} (*.html)")
        if target is not None:
            self.presenter.save_page(target)

    def _ask_for_sheet(self) -> None:
        text = self._text
        name = text("witness-exhibit-{number}", number=self._shown.number) + ".pdf"
        target = self._ask_where(text("Save the sheet"), name, f"{text('PDF')} (*.pdf)")
        if target is not None:
            self.presenter.save_sheet(target)

    def _ask_for_statement(self) -> None:
        text = self._text
        chosen, _ = QFileDialog.getOpenFileName(
            self, text("Choose the file that was signed"), str(self._folder()), "*.txt"
        )
        if chosen:
            self.presenter.take(Path(chosen))
