"""Help: what to do now and whom to ring, and beside it every key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.context import UiContext
from app.ui.frame.helping import HelpPresenter, HelpStep, KeyGroup, Reachable
from app.ui.kit import (
    Button,
    Caption,
    Card,
    CardPage,
    CardRule,
    FlowRow,
    Heading,
    KeyCap,
    LongText,
    Muted,
    QuietButton,
    Subheading,
    Text,
    empty_out,
)
from app.ui.kit.look import S1, S2, S3, S4
from app.ui.kit.room import effective_px
from app.ui.kit.scale import spaced
from app.ui.routes import Route
from app.ui.screens import ScreenPage

_COLUMN_PX = 1120
_TWO_COLUMNS_PX = 1000
_SHORT_NUMBER = 14


class HelpPage(ScreenPage, CardPage):
    """Two columns, or one where the window is narrow; nothing is looked up elsewhere."""

    def __init__(
        self,
        context: UiContext,
        keys: Sequence[tuple[str, str, str]],
        about: Sequence[str],
    ) -> None:
        """Build the page; ``open`` fills in what the case knows.

        Args:
            context: the tools of a page.
            keys: the name of each action, its key, and what it does.
            about: lines on the program itself, that may be copied.
        """
        text = context.language.text
        super().__init__(
            text("Help"),
            text(
                "You are not alone with this. It is the workplace’s task to do something about it."
            ),
            column_px=_COLUMN_PX,
        )
        self._language, self._look = context.language, context.look
        self.presenter = HelpPresenter(context)
        self.step_buttons: list[Button] = []
        self._now, self._ring = Card(), Card()
        self._fill_keys(self.presenter.key_groups(keys))
        left = spaced(QVBoxLayout(), S4)
        left.addWidget(self._now)
        left.addWidget(self._ring)
        left.addStretch(1)
        right = spaced(QVBoxLayout(), S4)
        right.addWidget(self._keys)
        right.addStretch(1)
        self._columns = spaced(QHBoxLayout(), S4)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(right, 2)
        self.column.addLayout(self._columns)
        self._fill_about(about)
        self.add_stretch()
        self._show()

    def open(self, route: Route) -> None:
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = effective_px(self.window().width(), self._look().text_percent)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if wide >= _TWO_COLUMNS_PX else way.TopToBottom)

    def _show(self) -> None:
        """Fill in what is so now: what can be done, and whom the case knows."""
        text = self._language.text
        empty_out(self._now.column)
        empty_out(self._ring.column)
        self.step_buttons.clear()
        self._now.add(Heading(text("Right now")))
        for number, step in enumerate(self.presenter.steps(), 1):
            if number > 1:
                self._now.add(CardRule())
            self._now.add(self._step(number, step))
        self._ring.add(Heading(text("Ring")))
        for number, each in enumerate(self.presenter.numbers()):
            if number:
                self._ring.add(CardRule())
            self._ring.add(_reachable(each))
        if self.presenter.can_add():
            add = QuietButton(text("Add a contact …"))
            add.clicked.connect(self.presenter.add_contact)
            self._ring.add(FlowRow(add))

    def _step(self, number: int, step: HelpStep) -> QWidget:
        words = spaced(QVBoxLayout(), S1)
        words.addWidget(Subheading(f"{number}. {step.title}"))
        words.addWidget(Muted(step.words))
        holder = QWidget()
        row = spaced(QHBoxLayout(holder), S4, 0)
        row.addLayout(words, 1)
        if step.act is not None:
            button = Button(step.button)
            button.clicked.connect(step.act)
            self.step_buttons.append(button)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _fill_keys(self, groups: Sequence[KeyGroup]) -> None:
        self._keys = Card()
        self._keys.add(Heading(self._language.text("Keys")))
        grid = spaced(QGridLayout(), S2)
        grid.setColumnStretch(0, 1)
        row = 0
        for group in groups:
            caption = Caption(group.name)
            caption.setContentsMargins(0, S3 if row else 0, 0, 0)
            grid.addWidget(caption, row, 0, 1, 2)
            for at, (key, words) in enumerate(group.keys, row + 1):
                grid.addWidget(Text(words), at, 0)
                grid.addWidget(_caps(key), at, 1, Qt.AlignmentFlag.AlignRight)
            row += len(group.keys) + 1
        self._keys.column.addLayout(grid)

    def _fill_about(self, about: Sequence[str]) -> None:
        text = self._language.text
        self.add(
            Muted(
                text(
                    "Your vault is one encrypted file. Nobody can reset the passphrase, "
                    "so keep it where you will find it."
                )
            )
        )
        for line in about:
            shown = LongText(line, kit="muted")
            self.add(shown)


def _reachable(each: Reachable) -> QWidget:
    words = spaced(QVBoxLayout(), 0)
    words.addWidget(LongText(each.name, kit="subheading"))
    if each.words:
        words.addWidget(LongText(each.words, kit="muted"))
    holder = QWidget()
    row = spaced(QHBoxLayout(holder), S4, 0)
    row.addLayout(words, 1)
    number = LongText(each.number, kit="heading")
    number.setAccessibleName(f"{each.name}: {each.number}")
    number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(number, 0 if len(each.number) <= _SHORT_NUMBER else 1)
    return holder


def _caps(key: str) -> QWidget:
    """Return one cap a key; the plus that joins them is not written."""
    holder = QWidget()
    row = spaced(QHBoxLayout(holder), S1, 0)
    for part in key.replace("++", "+\0").split("+"):
        row.addWidget(KeyCap(part.replace("\0", "+")))
    holder.setAccessibleName(key)
    return holder
