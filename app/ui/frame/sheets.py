"""Small windows of the frame: an error in one sentence, and a question with one answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.language import Language
from app.messages import Message
from app.ui.kit import (
    Button,
    FieldForm,
    FlowRow,
    Heading,
    Look,
    Muted,
    PrimaryButton,
    Text,
    TextField,
)


class _Sheet(QDialog):
    def __init__(self, title: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(14)
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.column.addWidget(Heading(title))
        self.setMinimumWidth(min(look.px(420), 720))

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self.isVisible() and event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """Make it as high as its words need at this width: a layout wants room for words in narrower lines."""
        width = max(self.width(), self.minimumWidth())
        self.resize(width, self.column.totalHeightForWidth(width))


class ErrorSheet(_Sheet):
    """What happened, and a button that copies the details for whoever helps. Nothing is sent."""

    def __init__(
        self, message: Message, details: str, language: Language, look: Look, parent: QWidget
    ) -> None:
        text = language.text
        super().__init__(text("That did not work"), look, parent)
        self._details = details or message.kind
        self._copied = Muted()
        self._copied.hide()
        self._copied_text = text("The details are copied. They hold nothing of your case.")
        self.sentence = Text(message.sentence)
        self.sentence.allow_selection()
        self.column.addWidget(self.sentence)
        self.column.addWidget(self._copied)
        self.copy = Button(text("Copy details"))
        self.copy.clicked.connect(self._copy)
        self.done_button = PrimaryButton(text("Close"))
        self.done_button.clicked.connect(self.close)
        self.done_button.setDefault(True)
        row = FlowRow(self.done_button, self.copy)
        self.column.addWidget(row)
        self.setAccessibleDescription(message.sentence)
        self.done_button.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copied.setText(self._copied_text)
        self._copied.show()
        self._fit()


class TitleSheet(_Sheet):
    """Asks for a case's title."""

    def __init__(
        self,
        heading: str,
        label: str,
        ok_text: str,
        language: Language,
        look: Look,
        parent: QWidget,
    ) -> None:
        super().__init__(heading, look, parent)
        self.field = TextField()
        form = FieldForm()
        form.add(
            label,
            self.field,
            language.text("The title stands in reports. Leave out names of others."),
        )
        self.column.addWidget(form)
        self.ok = PrimaryButton(ok_text)
        self.ok.setDefault(True)
        self.ok.setEnabled(False)
        self.ok.clicked.connect(self.accept)
        cancel = Button(language.text("Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(FlowRow(self.ok, cancel))
        self.column.addLayout(row)
        self.field.textChanged.connect(lambda: self.ok.setEnabled(bool(self.field.value())))
        self.field.setFocus()


class NewsSheet(_Sheet):
    """Something that the person has to know before they go on."""

    def __init__(self, title: str, words: str, seen: str, look: Look, parent: QWidget) -> None:
        super().__init__(title, look, parent)
        self.words = Text(words)
        self.words.allow_selection()
        self.column.addWidget(self.words)
        self.seen = PrimaryButton(seen)
        self.seen.setDefault(True)
        self.seen.clicked.connect(self.accept)
        self.column.addWidget(FlowRow(self.seen))
        self.setAccessibleDescription(words)
        self.seen.setFocus()


class QuestionSheet(_Sheet):
    """A question whose safe answer is the primary one; ``accepted`` is the other."""

    def __init__(
        self, title: str, words: str, stay: str, go_on: str, look: Look, parent: QWidget
    ) -> None:
        super().__init__(title, look, parent)
        self.column.addWidget(Text(words))
        self.stay = PrimaryButton(stay)
        self.stay.setDefault(True)
        self.stay.clicked.connect(self.reject)
        self.go_on = Button(go_on)
        self.go_on.clicked.connect(self.accept)
        self.column.addWidget(FlowRow(self.stay, self.go_on))
        self.stay.setFocus()
