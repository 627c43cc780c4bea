"""What was not written by us and may be long: links, paths, names, strangers' words.

Rules:
- A word is never cut by a number of letters. A link or a path may break after its signs, and a part of it that is long
  (a code, letters and figures) wherever its line ends; a word of letters does not break.
- A word that is wider than its place is parted by a hyphen where we know its joint, such as a long title of somebody.
- Another such word ends in an ellipsis there, and the whole is told when the pointer rests on it.
- What is copied is what was given.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from app.ui.kit.menus import PopupMenu
from app.ui.kit.naming import tip
from app.ui.kit.texts import Text

_LONGEST_PART = 24
_BREAK = "\u200b"
_WORD = re.compile(r"\S+")
_SIGN = re.compile(r"[/\\?&=_.@:-]")
_SIGN_INSIDE = re.compile(r"\w[/\\?&=_.@:]+\w|\w-\w*\d|\d")
_UNBROKEN = re.compile(rf"[^\s{_BREAK}]+")
_LEAST_PX = 64
# Long words of our own, behind whose first part a line may end.
_JOINT = re.compile(
    r"(?i)\b(arbejdsmiljø|tillids|arbejdsplads|arbejdsskade|offererstatnings)(?=\w{5})"
)


def breakable(text: str, longest: int = _LONGEST_PART) -> str:
    """Return a text whose long links, paths and codes may break; its words of letters may not."""
    return _WORD.sub(lambda word: _broken(word[0], longest), text)


class LongText(Text):
    """Shows such a text at any width, so that nothing long in it widens its page; can be selected and copied."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, kit: str = "text") -> None:
        super().__init__("", parent, kit=kit)
        self._given = ""
        self._cut: dict[str, str] = {}
        self.allow_selection()
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Show other words."""
        self._given = text
        self._fit()

    def words(self) -> str:
        """Return what was given."""
        return self._given

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _LEAST_PX), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

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

    def _fit(self) -> None:
        """Show the words, those that are wider than the place with an ellipsis."""
        self._cut.clear()
        shown = breakable(self._given)
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized) and self.contentsRect().width() > 0:
            shown = _UNBROKEN.sub(lambda part: self._fitting(part[0]), shown)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(tip(self._given) if "…" in "".join(self._cut) else "")

    def _fitting(self, part: str) -> str:
        metrics, room = self.fontMetrics(), self.contentsRect().width()
        if metrics.horizontalAdvance(part) <= room:
            return part
        first, joint, second = _JOINT.sub(rf"\1-{_BREAK}", part, count=1).partition(_BREAK)
        if joint and metrics.horizontalAdvance(first) <= room:
            parted = f"{first}{joint}{self._fitting(second)}"
            self._cut[parted] = part
            return parted
        short = metrics.elidedText(part, Qt.TextElideMode.ElideRight, room)
        self._cut[short] = part
        return short

    def _copy(self) -> None:
        if not self.hasSelectedText():
            return
        chosen = self.selectedText().replace("\u2029", "\n")
        for short, whole in self._cut.items():
            chosen = chosen.replace(short, whole)
        QGuiApplication.clipboard().setText(chosen.replace(_BREAK, ""))


def _broken(word: str, longest: int) -> str:
    if len(word) <= longest or not _SIGN_INSIDE.search(word):
        return word
    # Nothing stands alone before a break: not the sign that a path begins with.
    parts = _SIGN.sub(lambda sign: sign[0] + (_BREAK if sign.start() else ""), word).split(_BREAK)
    return _BREAK.join(_BREAK.join(part) if len(part) > longest else part for part in parts)
