"""The answer of a check: sign and word, what it shows and what not, what was found, and codes to compare."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import (
    Badge,
    BadgeKind,
    Button,
    Card,
    CardRule,
    Columns,
    FieldForm,
    FlowRow,
    Heading,
    LongText,
    Muted,
    Point,
    ReceiptCode,
    Subheading,
    Text,
    Title,
    mark,
)
from app.ui.kit.look import GRID_PX, CurrentLook
from app.ui.verify.code_field import CodeField
from app.ui.verify.icon import OutcomeIcon
from app.ui.verify.outcome import CheckOutcome, Code, FindingGroup, Mark, OutcomeTone, as_text

_ANSWER_LEAST_PX = 460
_COLUMN_LEAST_PX = 220
_MOST_ROWS = 12
_MARKS = {Mark.FAILED: "✕", Mark.REMARK: "!", Mark.PASSED: "✓", Mark.NOT_CHECKED: "–"}
_BADGES: dict[OutcomeTone, BadgeKind] = {
    OutcomeTone.SURE: "ok",
    OutcomeTone.HOLDS: "plain",
    OutcomeTone.CHANGED: "changed",
    OutcomeTone.UNKNOWN: "wait",
}


class ResultView(QWidget):
    """Shows one outcome.

    Signals:
        copied: something was put on the clipboard.
        compared: a receipt code is to be compared with it.
        something_else: something else is to be checked.
        save_wanted: the result is to be saved.
        inside_wanted: what lies in the package is to be seen.
        take_over_wanted: its exhibits are to be taken over into the open case.
        print_wanted: a print is to be compared with the package.

    Attributes:
        word: the answer.
        code: a receipt code that came another way.
    """

    copied = Signal()
    compared = Signal(str)
    something_else = Signal()
    save_wanted = Signal()
    inside_wanted = Signal()
    take_over_wanted = Signal()
    print_wanted = Signal()

    def __init__(
        self,
        outcome: CheckOutcome,
        language: Language,
        look: CurrentLook,
        *,
        can_take_over: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._language = language
        self._tone = outcome.tone
        self.word = Title(outcome.word)
        self.advice = Text(outcome.advice)
        self.code = CodeField()
        self.compare = Button(language.text("Compare with the code"))
        self.compare.clicked.connect(lambda: self.compared.emit(self.code.text()))
        self.code.returnPressed.connect(self.compare.click)
        self._form = FieldForm()
        self.checks = self._checks(outcome)
        self.all_checks = Button("")
        self.all_checks.clicked.connect(self._turn)
        self.copy_all = Button(language.text("Copy the result as text"))
        self.copy_all.clicked.connect(lambda: self._copy(as_text(outcome)))
        self.other = Button(language.text("Check something else"))
        self.other.clicked.connect(self.something_else)
        self.save = Button(language.text("Save the result …"))
        self.save.clicked.connect(self.save_wanted)
        self.inside = Button(language.text("See what is in the package"))
        self.inside.clicked.connect(self.inside_wanted)
        self.inside.setVisible(outcome.openable)
        self.take_over = Button(language.text("Take its exhibits over into my case"))
        self.take_over.clicked.connect(self.take_over_wanted)
        self.take_over.setVisible(outcome.openable and can_take_over)
        self.paper = Button(language.text("Compare a print …"))
        self.paper.clicked.connect(self.print_wanted)
        self.paper.setVisible(outcome.openable)
        self._lay_out(outcome)
        self._show_checks(shown=False)

    def complain(self, sentence: str) -> None:
        """Say below the field why the code cannot be read."""
        self._form.complain(self.code, sentence)

    def start(self) -> None:
        """Put the focus where one goes on."""
        asked = self.code.isVisible() and self._tone is OutcomeTone.HOLDS
        first = next(each for each in (self.all_checks, self.other) if each.isVisible())
        (self.code if asked else first).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- how it is made --------------------------------------------------------------------------

    def _lay_out(self, outcome: CheckOutcome) -> None:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID_PX)
        column.addWidget(self._answer(outcome))
        for group in outcome.groups:
            if not group.remark:
                column.addWidget(self._found(group))
        if outcome.fitting:
            sure = outcome.tone is OutcomeTone.SURE
            column.addWidget(self._fitting(outcome.fitting, sure=sure))
        column.addWidget(FlowRow(self.all_checks, self.inside, self.take_over, self.paper))
        column.addWidget(self.checks)
        column.addStretch(1)
        # Side by side at the window's usual widths, with the code below at twice the text.
        parts = [main]
        if outcome.codes:
            beside = QWidget()
            codes = QVBoxLayout(beside)
            codes.setContentsMargins(0, 0, 0, 0)
            codes.addWidget(self._codes(outcome))
            codes.addStretch(1)
            parts.append(beside)
        least = self._look().px(_ANSWER_LEAST_PX)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3 * GRID_PX)
        whole.addWidget(Columns(*parts, least_px=least // 4 * 3, shares=(17, 10)))
        whole.addWidget(CardRule())
        foot = FlowRow(self.other)
        foot.flow.push_right()
        foot.add(self.copy_all)
        foot.add(self.save)
        whole.addWidget(foot)

    def _answer(self, outcome: CheckOutcome) -> Card:
        card = Card()
        card.column.setContentsMargins(3 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX)
        card.column.setSpacing(2 * GRID_PX)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(LongText(outcome.subject, kit="muted"))
        words.addWidget(self.word)
        words.addWidget(self.advice)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID_PX)
        row.addWidget(OutcomeIcon(outcome.tone, self._look), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        card.column.addLayout(row)
        if outcome.shown or outcome.not_shown:
            text = self._language.text
            least = self._look().px(_COLUMN_LEAST_PX)
            shown = _lines(text("The check shows"), outcome.shown)
            not_shown = _lines(text("It does not show"), outcome.not_shown)
            card.add(Columns(shown, not_shown, least_px=least, gap_px=3 * GRID_PX))
        return card

    def _found(self, group: FindingGroup) -> QWidget:
        """One row: an exhibit, how it was found, and where."""
        row: QWidget = QWidget() if group.remark else Card()
        head = QHBoxLayout()
        head.setSpacing(GRID_PX)
        head.addWidget(Subheading(group.title), 1)
        head.addWidget(Badge(group.word, _BADGES[group.tone]))
        column = row.column if isinstance(row, Card) else QVBoxLayout(row)
        if group.remark:
            column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        for line in group.lines:
            column.addWidget(LongText(line))
        return row

    def _fitting(self, exhibits: Sequence[str], *, sure: bool) -> Card:
        """One row an exhibit whose files fit; many of them are told in one."""
        text = self._language.text
        card = Card()
        if len(exhibits) > _MOST_ROWS:
            count = self._language.plural("{count} exhibit", "{count} exhibits", len(exhibits))
            exhibits = (count,)
        for number, title in enumerate(exhibits):
            if number:
                card.add(CardRule())
            row = FlowRow(Text(title, kit="strong"))
            row.flow.push_right()
            row.add(Badge(text("Fits its fingerprint"), "ok" if sure else "info"))
            card.add(row)
        return card

    def _codes(self, outcome: CheckOutcome) -> Card:
        text = self._language.text
        card = Card()
        card.column.setContentsMargins(3 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX)
        card.column.setSpacing(2 * GRID_PX)
        card.add(Heading(text("Receipt code")))
        for code in outcome.codes:
            card.column.addLayout(self._code(code))
        if outcome.fits:
            card.add(Text(text("✓ It fits the one that you have got"), kit="fits"))
            self._form.hide()
            self.compare.hide()
        else:
            self._form.add(
                text("Have you got a code?"),
                self.code,
                text("Use one that reached you by itself: in a mail, on paper or by telephone."),
            )
            card.add(self._form)
            card.add(FlowRow(self.compare))
        card.column.addStretch(1)
        return card

    def _code(self, code: Code) -> QVBoxLayout:
        text = self._language.text
        shown = ReceiptCode()
        shown.show_code(code.code)
        shown.setAccessibleName(text("Receipt code: {code}", code=code.code))
        copy = Button(text("Copy the code"))
        copy.setAccessibleName(text("Copy the code {code}", code=code.code))
        copy.clicked.connect(lambda: self._copy(code.code))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Muted(code.about))
        words.addWidget(shown)
        words.addWidget(FlowRow(copy))
        return words

    def _checks(self, outcome: CheckOutcome) -> Card:
        card = Card()
        self._count = len(outcome.checks)
        for sentence in outcome.meaning:
            text = Text(sentence)
            text.allow_selection()
            card.add(text)
        for group in outcome.groups:
            if group.remark:
                card.add(self._found(group))
        if card.column.count() and outcome.checks:
            card.add(CardRule())
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID_PX)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, check in enumerate(outcome.checks):
            sign = Text(_MARKS[check.mark], kit="sign")
            sign.setWordWrap(False)
            mark(sign, kind=check.mark.value)
            grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(check.text), row, 1)
        card.column.addLayout(grid)
        return card

    def _turn(self) -> None:
        self._show_checks(shown=self.checks.isHidden())

    def _show_checks(self, *, shown: bool) -> None:
        self.checks.setVisible(shown)
        language = self._language
        words = language.plural("Show the {count} check", "Show all {count} checks", self._count)
        self.all_checks.set_text(language.text("Hide the checks") if shown else words)
        self.all_checks.setVisible(self._count > 0)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def _lines(title: str, lines: tuple[str, ...]) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(Subheading(title))
    for line in lines:
        column.addWidget(Point(Muted(line)))
    column.addStretch(1)
    return part
