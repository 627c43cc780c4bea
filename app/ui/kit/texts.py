"""Texts. They are shown as they are, never read as markup, since some come from a stranger's post."""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from app.ui.kit.menus import PopupMenu
from app.ui.kit.naming import mark, named

_LONGEST_WORD = 24
_PIECE = 6
_BREAK = "\u200b"
_HYPHEN = "\u00ad"
_WORD = re.compile(r"\S+")
_SIGN = re.compile(r"[/?&=_.@-]")
BadgeKind = Literal["ok", "wait", "info", "plain", "changed"]
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

    def allow_selection(self) -> None:
        """Let the user select and copy the words, also by keyboard."""
        self.setTextInteractionFlags(_SELECTABLE)


class LongText(Text):
    """A link, a path, a name or what somebody wrote: may break inside a word, so that no long one widens its page.

    What is copied from it is without the places where it may break.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None, *, kit: str = "text") -> None:
        super().__init__(breakable(text), parent, kit=kit)
        self._given = text
        self.allow_selection()

    def set_words(self, text: str) -> None:
        """Show other words."""
        self._given = text
        self.setText(breakable(text))

    def words(self) -> str:
        """Return what was given."""
        return self._given

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = PopupMenu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Qt's own word for it, in the language of its other menus.
        copy = menu.addAction(QCoreApplication.translate("QWidgetTextControl", "&Copy"))
        copy.setEnabled(self.hasSelectedText())
        copy.triggered.connect(self._copy)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        if self.hasSelectedText():
            chosen = self.selectedText().replace(_BREAK, "").replace(_HYPHEN, "")
            QGuiApplication.clipboard().setText(chosen.replace("\u2029", "\n"))


def breakable(text: str, longest: int = _LONGEST_WORD) -> str:
    """Return a text whose long words may break: after their signs, and with a hyphen where they have none."""
    return _WORD.sub(lambda word: _broken(word[0], longest), text)


def _broken(word: str, longest: int) -> str:
    if len(word.rstrip(".,;:!?)”")) <= longest:
        return word
    parts = _SIGN.sub(lambda sign: sign[0] + _BREAK, word).split(_BREAK)
    return _BREAK.join(
        _HYPHEN.join(part[at : at + _PIECE] for at in range(0, len(part), _PIECE))
        if len(part) > longest
        else part
        for part in parts
    )


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
        self.setText(text)
        mark(self, kind=kind)


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
        name, shown = Muted(label), Text(value)
        shown.allow_selection()
        shown.setAccessibleName(f"{label}: {value}")
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(shown, row + 1, 0)
        self._grid.setRowMinimumHeight(row + 2, 10)
        return shown

    def clear(self) -> None:
        """Remove all pairs."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def sizeHint(self) -> QSize:
        return self._grid.sizeHint()
