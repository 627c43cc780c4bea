"""One item of a list: a box that the whole row ticks, its words, and a menu with what is rarely done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.checklists.presenter import Item
from app.ui.kit import IconButton, LongText, Muted, PopupMenu, Sign, Text, named, spaced
from app.ui.kit.look import S1, S3, CurrentLook


class ItemRow(QWidget):
    """Tells ``ticked`` with what is wanted, ``set_aside`` with whether it matters no more, and ``corrected``.

    Attributes:
        item: what it shows.
        box: what is ticked.
        more: opens the menu.
        menu: what is rarely done.
    """

    ticked = Signal(bool)
    set_aside = Signal(bool)
    corrected = Signal()

    def __init__(self, item: Item, text: Callable[..., str], look: CurrentLook) -> None:
        super().__init__()
        self._text = text
        self.item = item
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.box = QCheckBox()
        named(self.box, "alone")
        self.box.clicked.connect(self._clicked)
        self._title, self._second = Text(), Muted()
        self._note = LongText("", kit="muted")
        self.more = IconButton(Sign.MORE, "", look, compact=True)
        self.more.clicked.connect(self._offer)
        self.menu = PopupMenu("", self)
        words = spaced(QVBoxLayout(), 0)
        for line in (self._title, self._second, self._note):
            words.addWidget(line)
        row = spaced(QHBoxLayout(self), S3, (0, S1, 0, S1))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.show_item(item)

    def show_item(self, item: Item) -> None:
        """Show how far it is now."""
        self.item = item
        self._title.setText(item.title)
        self._second.setText(item.second)
        self._note.setText(item.note)
        self._note.setVisible(bool(item.note))
        self.box.setChecked(item.done)
        self.box.setEnabled(item.matters)
        self._title.setEnabled(item.matters)
        self.box.setAccessibleName(item.title)
        self.box.setAccessibleDescription(". ".join(filter(None, (item.second, item.note))))
        self.more.show_as(Sign.MORE, self._text("More about {what}", what=item.title))

    def _clicked(self, checked: bool) -> None:
        # What is sealed decides what the box shows.
        self.box.setChecked(self.item.done)
        self.ticked.emit(checked)

    def _offer(self) -> None:
        self.fill_menu()
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def fill_menu(self) -> None:
        """Put into the menu what can be done with it now."""
        self.menu.clear()
        if self.item.entry is not None:
            correct = self.menu.addAction(self._text("Correct the day or the note …"))
            correct.triggered.connect(lambda _=False: self.corrected.emit())
        if self.item.done:
            again = self.menu.addAction(self._text("Looked at again today"))
            again.triggered.connect(lambda _=False: self.ticked.emit(True))
        matters = self.item.matters
        words = self._text("Not relevant for me") if matters else self._text("Relevant after all")
        aside = self.menu.addAction(words)
        aside.triggered.connect(lambda _=False: self.set_aside.emit(matters))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(event.button() is Qt.MouseButton.LeftButton and self.box.isEnabled())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()
