"""Beside the own copy: what is only for the person, written as a PDF that a password of its own locks."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.language import Language
from app.ui.kit import (
    Button,
    Card,
    FieldForm,
    FlowRow,
    LongText,
    Muted,
    PassphraseField,
    Subheading,
    Text,
)
from app.ui.report.private_copying import PrivateCopyOffer


class PrivateCopyCard(Card):
    """``wanted`` tells the password, and the same once more."""

    wanted = Signal(str, str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        text = language.text
        self.add(Subheading(text("What is only for you")))
        self.add(
            Muted(
                text(
                    "Private notes, reactions, doctor, absence and costs are in no report and no package. Here you can "
                    "save them as a PDF of its own, which a password of its own locks."
                )
            )
        )
        self.name = LongText(kit="muted")
        self.add(self.name)
        self.form = FieldForm()
        self.fields: list[PassphraseField] = []
        for label in (text("Password of the PDF"), text("The password once more")):
            field = PassphraseField(text("Show"), text("Hide"), text("Caps Lock is on."))
            field.toggle.setAccessibleName(text("Show: {field}", field=label))
            field.submitted.connect(self._want)
            self.fields.append(field)
            self.form.add(label, field)
        self.add(self.form)
        self.button = Button(text("Save what is only for you"))
        self.button.clicked.connect(self._want)
        self.add(FlowRow(self.button))
        self.answer = Text()
        self.answer.hide()
        self.add(self.answer)
        self.hide()

    def show_offer(self, offer: PrivateCopyOffer | None) -> None:
        """Offer the file, or nothing."""
        self.setVisible(offer is not None)
        if offer is not None:
            self.name.set_words(offer.name)
            self.form.setEnabled(not offer.writing)
            self.button.setEnabled(not offer.writing)
        else:
            self._forget()

    def show_answer(self, sentence: str, *, written: bool) -> None:
        """Say what came of it: what is wrong stands at the first field, what was written below the button."""
        if written:
            self._forget()
        self.form.complain(self.fields[0], "" if written else sentence)
        self.answer.setText(sentence if written else "")
        self.answer.setVisible(bool(sentence) and written)

    def _forget(self) -> None:
        for field in self.fields:
            field.clear()

    def _want(self) -> None:
        first, again = (field.value() for field in self.fields)
        self.wanted.emit(first, again)
