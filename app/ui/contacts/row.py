"""A row of the list of people: who it is, and whether they know."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.contacts.presenter import Person
from app.ui.kit import Badge, LongText, named, spaced
from app.ui.kit.enter import PressedByEnter
from app.ui.kit.look import S2, S4
from app.ui.kit.scale import least_height

_TALL_PX, _WORDS_PX = 58, 40
_IN_THE_MIDDLE, _AT_THE_LEFT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft


class PersonRow(PressedByEnter, QPushButton):
    """One of the list; as tall as its words."""

    def __init__(self, person: Person, state: tuple[str, bool]) -> None:
        super().__init__()
        said, knows = state
        named(self, "row")
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        least_height(self, _TALL_PX)
        self.setAccessibleName(person.title)
        self.setAccessibleDescription(f"{person.second}. {said}" if person.second else said)
        self._words = QWidget()
        words = spaced(QVBoxLayout(self._words), 0, 0)
        words.addWidget(LongText(person.title, kit="strong"))
        if person.second:
            words.addWidget(LongText(person.second, kit="muted"))
        self._badge = Badge(said, "ok" if knows else "plain")
        self._row = spaced(QHBoxLayout(self), S2, (S4, S2, S4, S2))
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._badge, 0, _IN_THE_MIDDLE)
        for inside in (self._words, *self._words.findChildren(QWidget), self._badge):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self._stacked(event.size().width())
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._row.setAlignment(self._badge, _AT_THE_LEFT if stacked else _IN_THE_MIDDLE)

    def _stacked(self, width: int) -> bool:
        """Return whether what they know stands below the words: beside it they would be cut."""
        return width < 2 * self._badge.sizeHint().width() + _WORDS_PX
