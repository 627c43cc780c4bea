"""Grounds that things stand on: pages, cards, the banner with the next step, and what an empty page says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit.buttons import NextButton
from app.ui.kit.foot import PageFoot
from app.ui.kit.look import S1, S2, S4, S5, space
from app.ui.kit.naming import named
from app.ui.kit.room import page_side, stands_in_the_middle
from app.ui.kit.scale import ALL_THE_ROOM, spaced, text_percent, widest
from app.ui.kit.texts import Lead, Muted, Subheading, Text, Title

_PAGE_WIDTH_PX = 920
_BELOW_FROM = 175


class Card(QFrame):
    """A rounded ground; ``column`` holds its contents."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "card")
        self.column = spaced(QVBoxLayout(self), S2, S4)

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.column.addWidget(widget)


class CardRule(QFrame):
    """A quiet line between parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "rule")


class Banner(QFrame):
    """One next step with its reason; ``clicked`` when it is taken. At most one a page, and never filled.

    ``above`` says what kind of words these are, such as "Next step"; a quiet button may be put at the end of ``row``.
    """

    clicked = Signal()

    def __init__(
        self,
        title: str,
        text: str,
        button_text: str = "",
        parent: QWidget | None = None,
        *,
        above: str = "",
    ) -> None:
        super().__init__(parent)
        named(self, "banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.above = Text(above, kit="above")
        self.title = Subheading(title)
        self.text = Muted(text)
        self.button = NextButton(button_text)
        self.button.clicked.connect(self.clicked)
        words = spaced(QVBoxLayout(), 2)
        for line in (self.above, self.title, self.text):
            words.addWidget(line)
        self.row = spaced(QHBoxLayout(self), S4, S4)
        self.row.addLayout(words, 1)
        self.row.addWidget(
            self.button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        # Only now that it stands in something: on its own it would be shown as a window.
        self.above.setVisible(bool(above))
        self.button.setVisible(bool(button_text))
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "row"):
            self._lay_out()

    def _lay_out(self) -> None:
        """Put the button below the words where the text is so large that both have no room beside each other."""
        below = text_percent() >= _BELOW_FROM
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self.row.setDirection(way)

    def say(self, title: str, text: str, button_text: str = "", *, above: str = "") -> None:
        """Show another step."""
        self.above.setText(above)
        self.above.setVisible(bool(above))
        self.title.setText(title)
        self.text.setText(text)
        self.button.set_text(button_text)
        self.button.setVisible(bool(button_text))


class ScrollGround(QWidget):
    """What scrolls in a scroll area: as tall as its contents are at its width, and no taller.

    Of a text that breaks its lines Qt takes the height it would have in a narrow column for its least height. Summed
    up over a page that leaves half a window of nothing at the end.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class CardPage(QWidget):
    """A page with its title that scrolls when the window is too low; ``column`` holds its contents.

    Lines stay short enough to read: the contents are never wider than ``column_px`` at 100 % text.
    """

    def __init__(
        self,
        title: str = "",
        lead: str = "",
        parent: QWidget | None = None,
        *,
        column_px: int = _PAGE_WIDTH_PX,
    ) -> None:
        super().__init__(parent)
        named(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Title(title)
        self.lead = Lead(lead)
        inner = widest(QWidget(), column_px)
        self.column = spaced(QVBoxLayout(inner), S4)
        head = spaced(QVBoxLayout(), S1)
        head.addWidget(self.title)
        head.addWidget(self.lead)
        self.column.addLayout(head)
        self.lead.setVisible(bool(lead))
        self.title.setVisible(bool(title))
        ground = ScrollGround()
        self._across = QHBoxLayout(ground)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addStretch(0)
        self._middle: bool | None = None
        self._across.addWidget(inner, ALL_THE_ROOM)
        self._across.addStretch(1)
        self.area = QScrollArea()
        named(self.area, "scroll")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(ground)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        # All the height: a foot below it, which may be as tall as its buttons wrap to, takes no more than it needs.
        whole.addWidget(self.area, 1)
        self._keep_to_the_side()

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.column.addWidget(widget)

    def add_stretch(self) -> None:
        """Keep what stands above at the top."""
        self.column.addStretch(1)

    def add_foot(self, foot: PageFoot) -> None:
        """Put a foot below what scrolls, with its right edge where that of the cards is."""
        foot.follow(self.area)
        self._whole.addWidget(foot)

    def stand(self, *, middle: bool) -> None:
        """Stand in the middle, or at the left edge, however wide the window is.

        Where nobody says so, it stands at the left, and in the middle of a broad window.
        """
        self._middle = middle
        self._keep_to_the_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_to_the_side()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep_to_the_side()

    def _keep_to_the_side(self) -> None:
        percent = text_percent()
        side, above = page_side(self.window().width(), percent), space(S5, percent)
        self.column.setContentsMargins(side, above, side, above)
        middle = self._middle
        if middle is None:
            middle = stands_in_the_middle(self.window().width(), percent)
        self._across.setStretch(0, 1 if middle else 0)
