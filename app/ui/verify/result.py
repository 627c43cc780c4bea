"""The outcome of a check as a card: sign and word, what it means, findings, checks, and codes to copy."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.language import Language
from app.ui.kit import Button, Card, Fingerprint, FlowRow, Heading, Muted, Rule, Subheading, Text
from app.ui.kit.look import GRID_PX, CurrentLook
from app.ui.kit.texts import Title
from app.ui.verify.icon import OutcomeIcon
from app.ui.verify.outcome import Outcome, as_text
from evidence_store import CheckState

_STATES = {CheckState.PASSED: "✓", CheckState.FAILED: "✕", CheckState.NOT_CHECKED: "–"}


class ResultCard(Card):
    """Shows one outcome. ``copied`` when something was put on the clipboard."""

    copied = Signal()

    def __init__(self, outcome: Outcome, language: Language, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self._language = language
        self.column.setContentsMargins(24, 24, 24, 24)
        self.column.setSpacing(2 * GRID_PX)
        self.word = Title(outcome.word)
        self._add_head(outcome)
        self.advice = Subheading(outcome.advice)
        self.add(self.advice)
        meaning = QVBoxLayout()
        meaning.setSpacing(GRID_PX)
        for sentence in outcome.meaning:
            text = Text(sentence)
            text.allow_selection()
            meaning.addWidget(text)
        self.column.addLayout(meaning)
        self._add_findings(outcome)
        self._add_codes(outcome)
        self._add_checks(outcome)
        whole = as_text(outcome)
        self.copy_all = Button(language.text("Copy the result as text"))
        self.copy_all.clicked.connect(lambda: self._copy(whole))
        self.add(FlowRow(self.copy_all))

    def _add_head(self, outcome: Outcome) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID_PX)
        row.addWidget(OutcomeIcon(outcome.tone, self._look))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Muted(outcome.subject))
        words.addWidget(self.word)
        row.addLayout(words, 1)
        self.column.addLayout(row)

    def _add_findings(self, outcome: Outcome) -> None:
        if not outcome.groups:
            return
        self.add(Rule())
        self.add(Heading(self._language.text("What was found")))
        for group in outcome.groups:
            lines = QVBoxLayout()
            lines.setSpacing(2)
            lines.addWidget(Subheading(group.title))
            for line in group.lines:
                text = Text(line)
                text.allow_selection()
                lines.addWidget(text)
            self.column.addLayout(lines)

    def _add_codes(self, outcome: Outcome) -> None:
        if not outcome.codes:
            return
        self.add(Rule())
        self.add(Heading(self._language.text("Receipt code")))
        for code in outcome.codes:
            shown = Fingerprint(code.code)
            shown.setAccessibleName(self._language.text("Receipt code: {code}", code=code.code))
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(shown)
            words.addWidget(Muted(code.about))
            button = Button(self._language.text("Copy the code"))
            button.setAccessibleName(self._language.text("Copy the code {code}", code=code.code))
            button.clicked.connect(lambda _=False, code=code.code: self._copy(code))
            row = QHBoxLayout()
            row.setSpacing(2 * GRID_PX)
            row.addLayout(words, 1)
            row.addWidget(button)
            self.column.addLayout(row)

    def _add_checks(self, outcome: Outcome) -> None:
        self.add(Rule())
        self.add(Heading(self._language.text("What was checked")))
        lines = QVBoxLayout()
        lines.setSpacing(4)
        for check in outcome.checks:
            row = QHBoxLayout()
            row.setSpacing(GRID_PX)
            mark = Text(_STATES[check.state])
            mark.setWordWrap(False)
            mark.setMinimumWidth(18)
            row.addWidget(mark)
            row.addWidget(Text(check.text), 1)
            lines.addLayout(row)
        self.column.addLayout(lines)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()
