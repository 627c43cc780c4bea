"""A small card: whose report it is, and the way past it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Card, FieldForm, FlowRow, Muted, QuietButton, Subheading, TextField, spaced
from app.ui.report.authoring import AuthorAsked


class AuthorCard(QWidget):
    """``written`` tells name, title and workplace as they are typed; ``skipped`` that they are left out."""

    written = Signal(str, str, str)
    skipped = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        text = language.text
        self.name, self.job, self.workplace = TextField(), TextField(), TextField()
        self.shows = Muted()
        self.skip = QuietButton(text("Leave it out"))
        self.skip.clicked.connect(self.skipped)
        form = FieldForm()
        form.add(text("Name"), self.name)
        form.add(text("Job title"), self.job)
        form.add(text("Workplace"), self.workplace)
        for field in (self.name, self.job, self.workplace):
            field.textEdited.connect(self._tell)
        card = Card()
        card.add(Subheading(text("Whom is the report from?")))
        card.add(
            Muted(
                text("It stands on the cover. It is saved and locked in the case when you go on.")
            )
        )
        card.add(form)
        card.add(self.shows)
        card.add(FlowRow(self.skip))
        spaced(QVBoxLayout(self), 0, 0).addWidget(card)

    def show_author(self, asked: AuthorAsked | None) -> None:
        """Ask, or do not."""
        self.setVisible(asked is not None)
        if asked is None:
            return
        author = asked.author
        for field, words in (
            (self.name, author.name),
            (self.job, author.job_title),
            (self.workplace, author.workplace),
        ):
            if field.value() != words:
                field.setText(words)
        self.shows.setText(asked.shows)

    def _tell(self) -> None:
        self.written.emit(self.name.value(), self.job.value(), self.workplace.value())
