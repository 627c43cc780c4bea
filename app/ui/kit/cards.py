"""Grounds that things stand on: pages, cards, the banner with the next step, and what an empty page says."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit.buttons import Button, PrimaryButton
from app.ui.kit.flow import FlowRow
from app.ui.kit.look import GRID_PX
from app.ui.kit.naming import named
from app.ui.kit.texts import Heading, Lead, Muted, Subheading, Title

_PAGE_WIDTH_PX = 920


class Card(QFrame):
    """A rounded ground; ``column`` holds its contents."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        self.column.setSpacing(GRID_PX)

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.column.addWidget(widget)


class Rule(QFrame):
    """A quiet line between parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "rule")


class Banner(QFrame):
    """One next step with its reason; ``clicked`` when it is taken."""

    clicked = Signal()

    def __init__(
        self, title: str, text: str, button_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, "banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title = Subheading(title)
        self.text = Muted(text)
        self.button = PrimaryButton(button_text)
        self.button.clicked.connect(self.clicked)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 2 * GRID_PX, 18, 2 * GRID_PX)
        row.setSpacing(3 * GRID_PX)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        # Only now that it stands in something: on its own it would be shown as a window.
        self.button.setVisible(bool(button_text))

    def say(self, title: str, text: str, button_text: str = "") -> None:
        """Show another step."""
        self.title.setText(title)
        self.text.setText(text)
        self.button.set_text(button_text)
        self.button.setVisible(bool(button_text))


class EmptyState(QWidget):
    """What a page says while it holds nothing: one button, and another way."""

    primary_clicked = Signal()
    secondary_clicked = Signal()

    def __init__(
        self,
        title: str,
        text: str,
        primary: str = "",
        secondary: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.primary = PrimaryButton(primary)
        self.secondary = Button(secondary)
        self.primary.clicked.connect(self.primary_clicked)
        self.secondary.clicked.connect(self.secondary_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID_PX, 0, 4 * GRID_PX)
        column.setSpacing(2 * GRID_PX)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Heading(title))
        words.addWidget(Lead(text))
        column.addLayout(words)
        column.addWidget(FlowRow(self.primary, self.secondary))
        self.primary.setVisible(bool(primary))
        self.secondary.setVisible(bool(secondary))
        column.addStretch()


class ScrollGround(QWidget):
    """What scrolls in a scroll area: as tall as its contents are at its width, and no taller.

    Of a text that breaks its lines Qt takes the height it would have in a narrow column for its least height. Summed
    up over a page that leaves half a window of nothing at the end.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Page(QWidget):
    """A page with its title that scrolls when the window is too low; ``column`` holds its contents.

    Lines stay short enough to read: the contents are never wider than ``width_px``, which grows with the text.
    """

    def __init__(
        self,
        title: str = "",
        lead: str = "",
        parent: QWidget | None = None,
        *,
        width_px: int = _PAGE_WIDTH_PX,
    ) -> None:
        super().__init__(parent)
        named(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Title(title)
        self.lead = Lead(lead)
        inner = QWidget()
        inner.setMaximumWidth(width_px)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(28, 3 * GRID_PX, 28, 3 * GRID_PX)
        self.column.setSpacing(2 * GRID_PX)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.lead)
        self.column.addLayout(head)
        self.lead.setVisible(bool(lead))
        self.title.setVisible(bool(title))
        ground = ScrollGround()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        row.addStretch(0)
        self.area = QScrollArea()
        named(self.area, "scroll")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.column.addWidget(widget)

    def add_stretch(self) -> None:
        """Keep what stands above at the top."""
        self.column.addStretch(1)


class PageFoot(QFrame):
    """The row of buttons below a page: the ground reaches across, what stands on it keeps to the page's column.

    ``column`` holds its contents. ``middle`` is for a page that stands in the middle of a wide window.
    """

    def __init__(
        self, width_px: int, parent: QWidget | None = None, *, middle: bool = False
    ) -> None:
        super().__init__(parent)
        named(self, "actions")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        inner = QWidget()
        inner.setMaximumWidth(width_px)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(28, 12, 28, 12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch(1 if middle else 0)
        row.addWidget(inner, 100)
        row.addStretch(1)
