"""A few short choices side by side: segments for what is set, pills for what a list shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QWidget

from app.ui.kit.buttons import Button
from app.ui.kit.flow import FlowLayout
from app.ui.kit.look import S2
from app.ui.kit.naming import mark, named
from app.ui.kit.scale import spaced

_TROUGH_PX = 2
_RING_PX, _RING_IN_PX = 2, 3


class _Choice(Button):
    """As wide as its words are when it is chosen: chosen words are heavier, and nothing may move."""

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        heavy = QFont(self.font())
        heavy.setWeight(QFont.Weight.DemiBold)
        words = self.text()
        more = QFontMetrics(heavy).horizontalAdvance(words) - self.fontMetrics().horizontalAdvance(
            words
        )
        return size + QSize(max(0, more) + 1, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (
            self.hasFocus() and self.isChecked() and self.property("kit") in {"pill", "tight-pill"}
        ):
            return
        # On the accent a ring of the accent would not be seen: it stands inside, in the colour of the words.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().brightText().color(), _RING_PX))
        ring = QRectF(self.rect()).adjusted(_RING_IN_PX, _RING_IN_PX, -_RING_IN_PX, -_RING_IN_PX)
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()


class _SideBySide(QFrame):
    """Pairs of value and label; arrow keys go from one to the next where one of them is chosen; ``changed`` tells."""

    changed = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        parent: QWidget | None,
        *,
        name: str,
        kits: tuple[str, str],
        gap_px: int,
        margin_px: int,
        several: bool = False,
    ) -> None:
        super().__init__(parent)
        whole, each = kits
        named(self, whole)
        self.setAccessibleName(name)
        # No wider than its choices: what is beside them cannot be chosen.
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = spaced(FlowLayout(self), gap_px, margin_px)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: list[Button] = []
        self._values: list[str] = []
        for value, label in options:
            button = _Choice(label)
            named(button, each)
            button.setCheckable(True)
            if several:
                # Out of the group: there Tab would pass by all but one.
                button.toggled.connect(lambda _: self._toggled(0, True))
            else:
                self._group.addButton(button, len(self._values))
            self._values.append(value)
            self._buttons.append(button)
            flow.addWidget(button)
        if self._buttons and not several:
            self._buttons[0].setChecked(True)
        self._group.idToggled.connect(self._toggled)

    def value(self) -> str:
        """Return what is chosen."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else ""

    def choose(self, value: str) -> None:
        """Choose a value; one that is not offered changes nothing."""
        if value in self._values:
            self._buttons[self._values.index(value)].setChecked(True)

    def button(self, value: str) -> Button:
        """Return the button of a value."""
        return self._buttons[self._values.index(value)]

    def _toggled(self, index: int, checked: bool) -> None:
        if checked:
            self.changed.emit(self._values[index])


class Segmented(_SideBySide):
    """Two to five short choices on one line of a trough; longer ones are pills, more are a ``Choice``."""

    def __init__(
        self, options: Sequence[tuple[str, str]], parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(
            options,
            parent,
            name=name,
            kits=("segments", "segment"),
            gap_px=_TROUGH_PX,
            margin_px=_TROUGH_PX,
        )


class FilterPills(_SideBySide):
    """What a list shows, one of several; a count stands behind the words of each that has one."""

    def __init__(
        self, options: Sequence[tuple[str, str]], parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(options, parent, name=name, kits=("pills", "pill"), gap_px=S2, margin_px=0)
        self._words = dict(options)
        self._tight, self._tight_by_px = False, 0

    def one_line_px(self) -> int:
        """Return the width that they need to stand on one line, with all the room about their words."""
        wide = [button.sizeHint().width() for button in self._buttons]
        gaps = S2 * max(0, len(wide) - 1)
        return sum(wide) + gaps + self._tight_by_px * len(wide)

    def be_tight(self, *, tight: bool) -> None:
        """Have less room about the words, so that more of them stand on a line."""
        if tight is self._tight:
            return
        self._tight = tight
        loose = self._buttons[0].sizeHint().width()
        for button in self._buttons:
            mark(button, kit="tight-pill" if tight else "pill")
        self._tight_by_px = loose - self._buttons[0].sizeHint().width() if tight else 0
        self.updateGeometry()

    def count(self, value: str, number: int | None) -> None:
        """Say how many a choice would show; None where nobody needs to know."""
        words = self._words[value]
        self.button(value).set_text(words if number is None else f"{words} {number}")


class SeveralPills(_SideBySide):
    """Several of some short choices; ``changed`` tells the values of all that are chosen, as one text."""

    def __init__(
        self, options: Sequence[tuple[str, str]], parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(
            options,
            parent,
            name=name,
            kits=("pills", "pill"),
            gap_px=S2,
            margin_px=0,
            several=True,
        )

    def value(self) -> str:
        """Return the values of those that are chosen, with a blank between them."""
        chosen = zip(self._values, self._buttons, strict=True)
        return " ".join(value for value, button in chosen if button.isChecked())

    def choose(self, value: str) -> None:
        """Choose these and no others; one that is not offered changes nothing."""
        wanted = value.split()
        for each, button in zip(self._values, self._buttons, strict=True):
            with QSignalBlocker(button):
                button.setChecked(each in wanted)
            button.update()

    def _toggled(self, _index: int, _checked: bool) -> None:
        self.changed.emit(self.value())
