"""Texts. They are shown as they are, never read as markup, since some come from a stranger's post."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.inert import isolated_parts, shown
from app.ui.kit.look import S2
from app.ui.kit.naming import mark, named
from app.ui.kit.scale import spaced

BadgeKind = Literal["ok", "wait", "info", "plain", "changed"]
_GROUPS_A_LINE = 4
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class Text(QLabel):
    """A paragraph that breaks its lines where it must."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, kit: str = "text") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        named(self, kit)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words; what in them steers, or cannot be seen, stands as its code."""
        super().setText(isolated_parts(text))

    def allow_selection(self) -> None:
        """Let the user select and copy the words, also by keyboard."""
        self.setTextInteractionFlags(_SELECTABLE)


class Title(Text):
    """What the page is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, kit="title")


class Heading(Text):
    """What the next part is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, kit="heading")


class Subheading(Text):
    """The first line of a card."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, kit="subheading")


class Muted(Text):
    """What helps and may be skipped."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, kit="muted")


class Caption(Text):
    """The name of a group of rows, of a day, of a column."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, kit="caption")


class KeyCap(QLabel):
    """One key of the keyboard; a shortcut of several keys has one cap for each."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        named(self, "keycap")


class Lead(Text):
    """The sentence below a title."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, kit="lead")


class Fingerprint(Text):
    """Letters of one width, to be compared with others."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, kit="fingerprint")
        self.allow_selection()


class ReceiptCode(Fingerprint):
    """A receipt code on two lines, four groups on the first, so that the eye keeps its place."""

    def show_code(self, code: str) -> None:
        """Show this one."""
        groups = code.split(" ")
        self.setText(" ".join(groups[:_GROUPS_A_LINE]) + "\n" + " ".join(groups[_GROUPS_A_LINE:]))


class Point(QWidget):
    """One of several lines, behind a dot; what goes on in a next line stands under its own first one."""

    def __init__(self, words: QLabel) -> None:
        super().__init__()
        row = spaced(QHBoxLayout(self), S2, 0)
        dot = Muted("·")
        dot.setWordWrap(False)
        row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)


class Badge(QLabel):
    """A short word on coloured ground: the word carries the meaning, the colour repeats it."""

    def __init__(
        self, text: str = "", kind: BadgeKind = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        named(self, "badge")
        self.show_as(text, kind)

    def show_as(self, text: str, kind: BadgeKind) -> None:
        """Show another word."""
        self.setText(shown(text))
        mark(self, kind=kind)

    def stand_on(self, *, chosen: bool) -> None:
        """Stand on the ground of what is chosen, or of a card: a quiet one would hardly be seen on the first."""
        mark(self, on="chosen" if chosen else "")


class Rows(QWidget):
    """Labels with their values below them, as in the detail pane; values can be chosen and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)

    def add(self, label: str, value: str) -> Text:
        """Add a pair; return the value's widget."""
        row = self._grid.rowCount()
        name, words = Muted(label), Text(value)
        words.allow_selection()
        words.setAccessibleName(f"{label}: {shown(value)}")
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(words, row + 1, 0)
        self._grid.setRowMinimumHeight(row + 2, 10)
        return words

    def clear(self) -> None:
        """Remove all pairs."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def sizeHint(self) -> QSize:
        return self._grid.sizeHint()
