"""The bar of a series: how many pictures there are, what to do next, and the way out.

It takes the focus from nobody: the page is read and scrolled in its own program meanwhile. By keys it is left through
the program's icon, or by starting the program again.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Badge, Button, PrimaryButton, Text, mark, named, style_window
from app.ui.kit.look import CARD_RADIUS_PX, CurrentLook
from app.ui.kit.menus import round_off
from app.ui.overlay.series import SeriesShown

_SIDE_PX, _DOWN_PX, _GAP_PX = 16, 10, 6
_MOST_CHIPS = 4
_LONG = 70


class SeriesBar(QWidget):
    """Stands beside what is taken, over every window.

    Signals:
        next_wanted: the next picture is to be taken.
        finished: there are no more.
    """

    next_wanted = Signal()
    finished = Signal()

    def __init__(self, language: Language, look: CurrentLook) -> None:
        super().__init__(None, _flags())
        self._look = look
        for attribute in (
            Qt.WidgetAttribute.WA_ShowWithoutActivating,
            Qt.WidgetAttribute.WA_DeleteOnClose,
        ):
            self.setAttribute(attribute)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(language.text("Series"))
        plate = QFrame()
        named(plate, "sheet")
        chips = QHBoxLayout()
        chips.setSpacing(_GAP_PX)
        self._chips = [Badge() for _ in range(_MOST_CHIPS)]
        for chip in self._chips:
            chips.addWidget(chip)
        self.title, self.hint, self.told = Text("", kit="strong"), Text(""), Text("")
        words = QVBoxLayout()
        words.setSpacing(2)
        for line in (self.title, self.hint, self.told):
            line.setWordWrap(False)
            words.addWidget(line)
        kept = self.told.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.told.setSizePolicy(kept)
        self.next_button = Button(language.text("Take the next"))
        self.next_button.clicked.connect(self.next_wanted)
        self.done_button = PrimaryButton(language.text("Done"))
        self.done_button.clicked.connect(self.finished)
        row = self._row = QHBoxLayout(plate)
        row.setContentsMargins(_SIDE_PX, _DOWN_PX, _SIDE_PX, _DOWN_PX)
        row.setSpacing(_SIDE_PX)
        row.addLayout(chips)
        row.addLayout(words, 1)
        row.addWidget(self.next_button)
        row.addWidget(self.done_button)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(plate)

    def say(self, shown: SeriesShown) -> None:
        """Show how far the series is."""
        self._show_chips(shown.count)
        self.title.setText(shown.title)
        self.hint.setText(shown.hint)
        mark(self.hint, kit="hint")
        # What went wrong is said in whole sentences.
        self.told.setWordWrap(len(shown.told) > _LONG)
        self.told.setText(shown.told)
        self.told.setVisible(bool(shown.told))
        mark(self.told, kit="complaint" if shown.warns else "found")
        self.next_button.setVisible(shown.by_button)
        words = " ".join(filter(None, (shown.title, shown.told, shown.hint)))
        spoken = self.accessibleName() != words
        self.setAccessibleName(words)
        style_window(self, self._look())
        # What was never shown has no measure yet.
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()
            widget.updateGeometry()
        for layout in (self._row, self._whole):
            layout.activate()
        # It stands still: what is said once more may be shorter.
        self.resize(
            self.sizeHint().expandedTo(self.size()) if self.isVisible() else self.sizeHint()
        )
        round_off(self, CARD_RADIUS_PX)
        if spoken:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show_chips(self, count: int) -> None:
        """Show the last numbers, and the one that comes."""
        first = max(1, count + 2 - len(self._chips))
        for number, chip in enumerate(self._chips, start=first):
            chip.show_as(str(number), "ok" if number <= count else "plain")
            chip.setVisible(number <= count + 1)


def _flags() -> Qt.WindowType:
    return (
        Qt.WindowType.Tool
        | Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowStaysOnTopHint
        | Qt.WindowType.WindowDoesNotAcceptFocus
    )
