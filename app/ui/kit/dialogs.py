"""Dialogs: a card over the window, which is dimmed while it waits for an answer; the wanted button is filled and last.

Esc is the answer that changes nothing, and the focus goes back to where it was. A list of what went wrong is rows,
never a box that looks as if one could write in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit.cards import CardRule, ScrollGround
from app.ui.kit.flow import FlowRow
from app.ui.kit.long_text import LongText
from app.ui.kit.look import CARD_RADIUS_PX, S2, S3, S4, S5, space
from app.ui.kit.menus import let_through, round_off
from app.ui.kit.naming import named
from app.ui.kit.scale import spaced, text_percent
from app.ui.kit.texts import Heading

NARROW_PX, MIDDLE_PX, BROAD_PX = 400, 480, 560
"""How wide a dialog may be."""
_TALLEST_PX, _LOWEST_PX = 280, 120


class Scrim(QWidget):
    """Dims a window while a dialog of it waits for an answer."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        named(self, "scrim")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)


class Dialog(QDialog):
    """A question, an error or a piece of news; ``column`` holds what stands between title and foot.

    It has no bar of the desktop's: its title is its heading.
    """

    def __init__(
        self, title: str, parent: QWidget | None, *, width_px: int = MIDDLE_PX, modal: bool = True
    ) -> None:
        super().__init__(parent)
        self._width_px = width_px
        self._scrim: Scrim | None = None
        self.setWindowTitle(title)
        self.setModal(modal)
        let_through(self)
        ground = QFrame()
        named(ground, "dialog")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(ground)
        inside = spaced(QVBoxLayout(ground), S5, S5)
        inside.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.heading = Heading(title)
        words = ScrollGround()
        self.column = spaced(QVBoxLayout(words), S4, 0)
        self.column.addWidget(self.heading)
        self._area = QScrollArea()
        named(self._area, "scroll")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(words)
        inside.addWidget(self._area)
        self._inside = inside

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.column.addWidget(widget)

    def put_foot(self, *buttons: QWidget) -> None:
        """Put the buttons at the right: other ways first, the wanted one last."""
        row = FlowRow()
        row.flow.push_right()
        for button in buttons:
            row.add(button)
        self._inside.addWidget(row)

    def fit(self) -> None:
        """Make it as high as its words need at its width: a layout wants room for words in narrower lines.

        Where the screen is lower than that, the words scroll above the buttons.
        """
        width = self._width_px * text_percent() // 100
        width = min(width, self.screen().availableGeometry().width() - 2 * S5)
        self.setFixedWidth(width)
        room = width - 2 * space(S5, text_percent())
        for troubles in self.findChildren(Troubles):
            troubles.fit(room)
        self.column.invalidate()
        self.column.activate()
        words = self.column.totalHeightForWidth(room)
        self._area.setFixedHeight(words)
        most = self.screen().availableGeometry().height() - 2 * S5
        over = self._height_for(width) - most
        if over > 0:
            self._area.setFixedHeight(max(_LOWEST_PX, words - over))
        # Not resized only: Windows would make it as high as all words are in the narrowest lines.
        self.setFixedHeight(self._height_for(width))

    def _height_for(self, width_px: int) -> int:
        self._inside.invalidate()
        self._inside.activate()
        return self._inside.totalHeightForWidth(width_px)

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        parent = self.parentWidget()
        if self.isModal() and parent is not None and self._scrim is None:
            self._scrim = Scrim(parent.window())
            self._scrim.show()
            self._scrim.raise_()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        round_off(self, CARD_RADIUS_PX)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self.isVisible() and event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()


class Troubles(QScrollArea):
    """What went wrong, a row each with its mark; scrolls where there are many."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "rows")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.lines: tuple[str, ...] = ()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these."""
        self.lines = tuple(lines)
        ground = ScrollGround()
        column = spaced(QVBoxLayout(ground), S3, 0)
        for number, line in enumerate(lines):
            if number:
                column.addWidget(CardRule())
            mark = QLabel("!")
            named(mark, "wait-mark")
            mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row = spaced(QHBoxLayout(), S2)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(LongText(line), 1)
            column.addLayout(row)
        column.addStretch(1)
        self.setWidget(ground)
        ground.show()

    def fit(self, width_px: int) -> None:
        """Take the height that the lines need at a width, up to what a dialog has room for."""
        ground = self.widget()
        layout = ground.layout() if ground is not None else None
        if layout is not None:
            tallest = _TALLEST_PX * text_percent() // 100
            self.setFixedHeight(min(layout.totalHeightForWidth(width_px), tallest) + 4)
