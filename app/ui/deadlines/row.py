"""A row of the page: what, by when, who, how far away; and below it, when it is asked for, why and from where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.ui.deadlines.presenter import DeadlineLine
from app.ui.kit import (
    Badge,
    BadgeKind,
    Card,
    CardRule,
    Columns,
    FlowRow,
    LongText,
    Muted,
    QuietButton,
    Subheading,
    Text,
    read_as,
    spaced,
    text_percent,
)
from app.ui.kit.look import S1, S2, S3, S4, space
from app.vocabulary import lowered

_LEAST_PX, _GAP_PX = 105, 12
_SHARES = (6, 5, 3, 4, 4)


def in_columns(*widgets: QWidget) -> Columns:
    """Return the columns of a row, which stand below each other where the text is large for the window."""
    least_px = _LEAST_PX * text_percent() // 100
    return Columns(*widgets, least_px=least_px, gap_px=_GAP_PX, shares=_SHARES)


class DeadlineTable(Card):
    """Rows below each other, with the names of their columns while these stand side by side.

    Attributes:
        names: the names of the columns.
    """

    def __init__(self, lines: Sequence[DeadlineRow], text: Callable[..., str]) -> None:
        super().__init__()
        spaced(self.column, 0, 0)
        self._columns = in_columns(
            *(
                Muted(words)
                for words in (
                    text("Deadline"),
                    text("No later than"),
                    text("Who"),
                    text("Source"),
                    " ",
                )
            )
        )
        self.names = QWidget()
        names = spaced(QVBoxLayout(self.names), 0, 0)
        row = spaced(QVBoxLayout(), 0, (S4, S2, S4, S2))
        row.addWidget(self._columns)
        names.addLayout(row)
        names.addWidget(CardRule())
        self.add(self.names)
        for number, line in enumerate(lines):
            if number:
                self.add(CardRule())
            self.add(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self._columns.columns.stacked(
            event.size().width() - 2 * space(S4, text_percent())
        )
        self.names.setVisible(not stacked)


class LineWords(QWidget):
    """Title with its marks, and what is said of it, below each other."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        column = spaced(QVBoxLayout(self), 2, 0)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)


class Why(QWidget):
    """What the deadline is, what can be done, what is not sure, and the source; hidden until it is asked for.

    Attributes:
        ask: the button that shows and hides it.
        look: the button that leads to what it is about; None where it is about nothing.
    """

    def __init__(
        self, line: DeadlineLine, text: Callable[..., str], look: Callable[[], None]
    ) -> None:
        super().__init__()
        self._text = text
        self._title, self._says = line.title, bool(line.why)
        column = spaced(QVBoxLayout(self), S1, (0, S1, 0, 0))
        for sentence in line.why:
            column.addWidget(LongText(sentence))
        self.ask = QuietButton(text("Why?"))
        self.ask.setCheckable(True)
        self.ask.toggled.connect(self._show)
        self.look: QuietButton | None = None
        if line.about is not None:
            self.look = QuietButton(text("Show it in the timeline"))
            read_as(self.look, f"{text('Show it in the timeline')}: {line.title}")
            self.look.clicked.connect(look)
        self._show(shown=False)

    def buttons(self) -> FlowRow:
        """Return the row of its buttons."""
        return FlowRow(*filter(None, (self.ask if self._says else None, self.look)))

    def _show(self, shown: bool) -> None:
        self.setVisible(shown)
        words = self._text("Hide why") if shown else self._text("Why?")
        self.ask.set_text(words)
        read_as(self.ask, f"{words} {self._title}")


class DeadlineRow(QWidget):
    """A row; its columns stand below each other where there is no room for them.

    Attributes:
        why: what is shown when it is asked for.
    """

    def __init__(
        self, line: DeadlineLine, text: Callable[..., str], look: Callable[[], None]
    ) -> None:
        super().__init__()
        self.line = line
        self.why = Why(line, text, look)
        when = [LongText(line.when or text("No date"), kit="strong" if line.when else "muted")]
        if line.when_more:
            when.append(LongText(line.when_more, kit="muted"))
        columns = in_columns(
            LineWords(LongText(line.title, kit="strong"), *_said(line.counts_from)),
            LineWords(*when),
            LineWords(LongText(line.who)),
            LineWords(*_said(line.source), *_said(line.checked)),
            LineWords(FlowRow(*badges(line))),
        )
        whole = spaced(QVBoxLayout(self), S1, (S4, S3, S4, S2))
        whole.addWidget(columns)
        whole.addWidget(self.why.buttons())
        whole.addWidget(self.why)
        read_as(self, told(line))


class FirstCard(Card):
    """What comes first, with how much of its time has passed.

    Attributes:
        why: what is shown when it is asked for.
    """

    def __init__(
        self, line: DeadlineLine, text: Callable[..., str], look: Callable[[], None]
    ) -> None:
        super().__init__()
        self.line = line
        # What it is stands in sight here.
        self.why = Why(replace(line, why=line.why[1:]), text, look)
        source = ", ".join(filter(None, (line.source, line.checked)))
        when = [Subheading(line.when)]
        if line.when_more:
            when.append(Subheading(line.when_more))
        who = Muted(text("who: {who}", who=lowered(line.who)))
        first = line.why[0] if line.why else ""
        self.add(
            Columns(
                LineWords(
                    FlowRow(Subheading(line.title), *badges(line)),
                    *_said(first),
                    *_said(line.counts_from),
                    *_said(f"{text('Source')}: {source}" if line.checked else source),
                ),
                LineWords(*when, who),
                least_px=260,
                shares=(2, 1),
            )
        )
        if line.part is not None:
            self.add(_bar(line))
        self.add(self.why.buttons())
        self.add(self.why)
        read_as(self, told(line))


def badges(line: DeadlineLine) -> list[Badge]:
    """Return the marks: how far away it is, and that the rule is not sure."""
    found = [Badge(line.state, cast("BadgeKind", line.tone))] if line.state else []
    if line.unsure:
        found.append(Badge(line.unsure, "wait"))
    return found


def told(line: DeadlineLine) -> str:
    """Return a row in one sentence, for whoever hears it."""
    return ". ".join(
        filter(None, (line.title, line.when, line.when_more, line.who, line.state, line.unsure))
    )


def _said(words: str) -> list[QWidget]:
    return [Text(words, kit="muted")] if words else []


def _bar(line: DeadlineLine) -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, 1000)
    bar.setValue(round((line.part or 0) * 1000))
    bar.setTextVisible(False)
    bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    read_as(bar, line.state)
    return bar
