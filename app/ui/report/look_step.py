"""The step before sending: what others may ask, what leaves exactly, what can be seen in it, and what stays out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import (
    Badge,
    Button,
    Card,
    CardRule,
    FlowRow,
    Heading,
    LongText,
    Muted,
    QuietButton,
    Subheading,
    Text,
    read_as,
    spaced,
)
from app.ui.kit.look import S1, S2, S3, CurrentLook
from app.ui.questions import Question
from app.ui.report.done_mark import DoneMark
from app.ui.report.leak_row import LeakRow
from app.ui.report.model import LastCheck, SeenLine
from app.ui.report.read_row import ReadRow
from app.ui.report.reading_steps import ReadingStep

_MARK_PX, _MARK_INSIDE_PX = 18, 3


class LookStep(ReadingStep):
    """What is read last.

    Signals:
        looked_at: the number of the exhibit whose page is to be seen; 0 for the list of what is left out.
        others_wanted: all that others may come to ask about is to be seen.
        question_taken: one of it is to be mended.
        mended: a line that is to be mended where it stands.
        ticked: the key of a line, and whether it is ticked off.
        link_wished: a link that holds a name, and whether it shall go along.

    Attributes:
        leaks: the rows of what can be seen in what leaves.
        asked: the buttons of what others may ask, by the rule's id.
        count: how much of it nobody has looked at.
    """

    looked_at = Signal(int)
    mended = Signal(object)
    ticked = Signal(str, bool)
    link_wished = Signal(str, bool)
    others_wanted = Signal()
    question_taken = Signal(object)

    def __init__(self, language: Language, look: CurrentLook) -> None:
        super().__init__()
        self._language, self._look = language, look
        self.others: QuietButton | None = None
        self.leaks: list[LeakRow] = []
        self.asked: dict[str, Button] = {}
        self.count = Badge()
        self._shown: LastCheck | None = None

    def show_check(self, check: LastCheck) -> None:
        """Show what to read before it is saved; where only a tick is another one, nothing else moves."""
        before, self._shown = self._shown, check
        if before is None or _without_ticks(before) != _without_ticks(check):
            self._build(check)
        for row, line in zip(self.leaks, check.seen, strict=True):
            row.show_looked(looked=line.looked)
        self._show_count(check.seen)

    def _build(self, check: LastCheck) -> None:
        self.clear()
        self.leaks, self.asked = [], {}
        text = self._language.text
        self.column.addWidget(self._asked_card(check))
        if check.leaves:
            self.column.addWidget(self._leaving_card(check))
        if check.warnings:
            self.column.addWidget(Heading(text("Before you hand it over")))
            self.add_card([Text(warning) for warning in check.warnings])
        if check.omissions:
            self.column.addWidget(Heading(text("Left out, and why")))
            self.column.addWidget(Muted(text("The same list stands at the end of the report.")))
            self.add_card([self._row(line) for line in check.omissions])

    def _asked_card(self, check: LastCheck) -> Card:
        text, card = self._language.text, Card()
        card.add(Subheading(text("Others may come to ask about this")))
        if check.asked:
            card.add(Muted(text("Mend what you can. The rest stands honestly in the report.")))
        else:
            card.add(Muted(text("There is nothing to mend.")))
        for question in check.asked:
            card.add(CardRule())
            card.add(self._question(question))
        words = text("See what others may come to ask about")
        if check.more_asked:
            words = self._language.plural(
                "See all, {count} more", "See all, {count} more", check.more_asked
            )
        self.others = QuietButton(words)
        self.others.clicked.connect(self.others_wanted)
        card.add(CardRule())
        card.add(FlowRow(self.others))
        return card

    def _question(self, question: Question) -> QWidget:
        ground = QWidget()
        column = spaced(QVBoxLayout(ground), S1, 0)
        button = self.asked[question.rule] = Button(question.button)
        read_as(button, f"{question.button}: {question.title}")
        button.be_compact()
        button.clicked.connect(partial(self.question_taken.emit, question))
        head = spaced(QHBoxLayout(), S2, 0)
        head.addWidget(Badge(question.about, "wait"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addWidget(LongText(question.title, kit="strong"))
        column.addWidget(LongText(question.why, kit="muted"))
        return ground

    def _leaving_card(self, check: LastCheck) -> Card:
        text, card = self._language.text, Card()
        card.add(Subheading(text("What leaves")))
        card.add(Muted(check.headline))
        for line in check.leaves:
            card.add(CardRule())
            card.add(self._known(line))
        card.add(CardRule())
        self.count = Badge()
        head = spaced(QVBoxLayout(), S1, 0)
        head.addWidget(Subheading(text("Can be seen in what leaves")))
        head.addWidget(FlowRow(self.count))
        head.addWidget(
            Muted(
                text(
                    "Tick off what you have looked at and let stand. What no machine has read in a picture does "
                    "not stand here."
                )
            )
        )
        card.column.addLayout(head)
        self.leaks = [self._leak(line) for line in check.seen]
        for row in self.leaks:
            card.add(CardRule())
            card.add(row)
        return card

    def _known(self, line: SeenLine) -> QWidget:
        """Return a row of what the program knows by itself: it has a mark, and nothing to tick."""
        ground = QWidget()
        beside = spaced(QHBoxLayout(ground), S3, 0)
        beside.addWidget(
            DoneMark(self._look, _MARK_PX, _MARK_INSIDE_PX), 0, Qt.AlignmentFlag.AlignTop
        )
        beside.addWidget(self._row(line), 1)
        return ground

    def _show_count(self, seen: Sequence[SeenLine]) -> None:
        language = self._language
        to_see = sum(bool(each.key) and not each.looked for each in seen)
        if to_see:
            words = language.plural("{count} to look at", "{count} to look at", to_see)
            self.count.show_as(words, "wait")
        elif any(each.key for each in seen):
            self.count.show_as(language.text("All looked at"), "ok")
        else:
            self.count.show_as(language.text("Nothing was found. Look yourself as well."), "plain")

    def _leak(self, line: SeenLine) -> LeakRow:
        row = LeakRow(line, self._language)
        row.looked_at.connect(self.looked_at)
        row.mended.connect(partial(self.mended.emit, line))
        row.ticked.connect(partial(self.ticked.emit, line.key))
        row.link_wished.connect(self.link_wished)
        return row

    def _row(self, line: SeenLine) -> ReadRow:
        row = ReadRow(line.words, line.detail)
        row.pressed.connect(lambda: self.looked_at.emit(line.exhibit))
        return row


def _without_ticks(check: LastCheck) -> LastCheck:
    return replace(check, seen=tuple(replace(each, looked=False) for each in check.seen))
