"""The outcome of a check as a card: sign and word, what it means, findings, checks, and codes to copy."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Button, Card, Fingerprint, FlowRow, Heading, Muted, Rule, Subheading, Text
from app.ui.kit.look import GRID_PX, CurrentLook
from app.ui.kit.texts import Title
from app.ui.verify.outcome import Outcome, Tone, as_text
from evidence_store import CheckState

_SIDE_PX = 44


class OutcomeIcon(QWidget):
    """A tick, two links, a stroke through, or a question, in a circle."""

    def __init__(self, tone: Tone, look: CurrentLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._look().px(_SIDE_PX)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look()
        ink, ground = {
            Tone.SURE: (look.green, look.green_ground),
            Tone.HOLDS: (look.accent, look.info),
            Tone.CHANGED: (look.amber, look.amber_ground),
            Tone.UNKNOWN: (look.muted, look.side),
        }[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        painter.setPen(QPen(QColor(ink), side / 22))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(QRectF(2, 2, side - 4, side - 4))
        pen = QPen(QColor(ink), side / 12)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._draw(painter, side)
        painter.end()

    def _draw(self, painter: QPainter, side: int) -> None:
        def at(x: float, y: float) -> QPointF:
            return QPointF(x * side, y * side)

        match self._tone:
            case Tone.SURE:
                painter.drawPolyline([at(0.3, 0.52), at(0.45, 0.67), at(0.71, 0.36)])
            case Tone.HOLDS:
                painter.drawEllipse(at(0.4, 0.5), 0.13 * side, 0.13 * side)
                painter.drawEllipse(at(0.6, 0.5), 0.13 * side, 0.13 * side)
            case Tone.CHANGED:
                painter.drawLine(at(0.3, 0.42), at(0.7, 0.42))
                painter.drawLine(at(0.3, 0.58), at(0.7, 0.58))
                painter.drawLine(at(0.42, 0.7), at(0.58, 0.3))
            case Tone.UNKNOWN:
                painter.drawArc(QRectF(at(0.38, 0.28), at(0.62, 0.52)), -90 * 16, 270 * 16)
                painter.drawLine(at(0.5, 0.52), at(0.5, 0.58))
                painter.drawPoint(at(0.5, 0.72))


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
