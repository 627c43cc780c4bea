"""Small windows of the frame: an error in one sentence, and a question with one answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.language import Language
from app.messages import Message
from app.ui.kit import (
    Button,
    DangerButton,
    Dialog,
    FieldForm,
    Muted,
    PrimaryButton,
    Text,
    TextField,
)


class _Sheet(Dialog):
    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


class ErrorSheet(_Sheet):
    """What happened, and a button that copies the details for whoever helps. Nothing is sent."""

    def __init__(self, message: Message, details: str, language: Language, parent: QWidget) -> None:
        text = language.text
        super().__init__(text("That did not work"), parent)
        self._details = details or message.kind
        self._copied = Muted()
        self._copied.hide()
        self._copied_text = text("The details are copied. They hold nothing of your case.")
        self.sentence = Text(message.sentence)
        self.sentence.allow_selection()
        self.add(self.sentence)
        self.add(self._copied)
        self.copy = Button(text("Copy details"))
        self.copy.clicked.connect(self._copy)
        self.done_button = PrimaryButton(text("Close"))
        self.done_button.clicked.connect(self.close)
        self.done_button.setDefault(True)
        self.put_foot(self.copy, self.done_button)
        self.setAccessibleDescription(message.sentence)
        self.done_button.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copied.setText(self._copied_text)
        self._copied.show()
        self.fit()


class TitleSheet(_Sheet):
    """Asks for a case's title."""

    def __init__(
        self, heading: str, label: str, ok_text: str, language: Language, parent: QWidget
    ) -> None:
        super().__init__(heading, parent)
        self.field = TextField()
        form = FieldForm()
        form.add(
            label,
            self.field,
            language.text("The title stands in reports. Leave out names of others."),
        )
        self.add(form)
        self.ok = PrimaryButton(ok_text)
        self.ok.setDefault(True)
        self.ok.setEnabled(False)
        self.ok.clicked.connect(self.accept)
        cancel = Button(language.text("Cancel"))
        cancel.clicked.connect(self.reject)
        self.put_foot(cancel, self.ok)
        self.field.textChanged.connect(lambda: self.ok.setEnabled(bool(self.field.value())))
        self.field.setFocus()


class NewsSheet(_Sheet):
    """Something that the person has to know before they go on."""

    def __init__(self, title: str, words: str, seen: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.words = Text(words)
        self.words.allow_selection()
        self.add(self.words)
        self.seen = PrimaryButton(seen)
        self.seen.setDefault(True)
        self.seen.clicked.connect(self.accept)
        self.put_foot(self.seen)
        self.setAccessibleDescription(words)
        self.seen.setFocus()


class QuestionSheet(_Sheet):
    """A question whose safe answer is the filled one; ``accepted`` is the other.

    ``deletes`` says that the other answer gives something up for good.
    """

    def __init__(
        self,
        title: str,
        words: str,
        stay: str,
        go_on: str,
        parent: QWidget,
        *,
        deletes: bool = False,
    ) -> None:
        super().__init__(title, parent)
        self.add(Text(words))
        self.stay = PrimaryButton(stay)
        self.stay.setDefault(True)
        self.stay.clicked.connect(self.reject)
        self.go_on = DangerButton(go_on) if deletes else Button(go_on)
        self.go_on.clicked.connect(self.accept)
        self.put_foot(self.go_on, self.stay)
        self.stay.setFocus()
