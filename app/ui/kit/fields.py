"""Fields to write and choose in. The form that names them: field_form.py.

Rule: the mouse wheel scrolls the page and changes no field, whether it has the focus or not. Nobody sees a number or a
choice change under a page that scrolls: it took a black box off a name, and sealed a post as private. So screens take
the fields of this file and never Qt's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.inert import isolated_parts, shown
from app.ui.kit.buttons import QuietButton
from app.ui.kit.carried import brings_things
from app.ui.kit.look import FIELD_RADIUS_PX, GRID_PX
from app.ui.kit.menus import round_off, show_menu
from app.ui.kit.texts import Text

# A style sheet's padding does not reach the line inside a spin box.
_SPIN_MARGIN_PX = 9
_RING_PX, _RING_ROOM_PX = 2, 4


class _WordsOnly:
    """Lets files and pictures that are dragged over it go on to the window: in a text they are no use."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if brings_things(event.mimeData()):
            event.ignore()
            return
        super().dragEnterEvent(event)  # type: ignore[misc]  # of the field that this is mixed into

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()  # type: ignore[attr-defined]  # of the same
        if menu is not None:
            show_menu(menu, event.globalPos())


class TextField(_WordsOnly, QLineEdit):
    """One line."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)

    def value(self) -> str:
        """Return what stands there, without blanks at its ends."""
        return self.text().strip()


class TextArea(_WordsOnly, QPlainTextEdit):
    """Some lines; Tab goes on to the next field."""

    def __init__(
        self, placeholder: str = "", parent: QWidget | None = None, *, lines: int = 3
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def value(self) -> str:
        """Return what stands there, without blanks at its ends."""
        return self.toPlainText().strip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * self._lines + 2 * GRID_PX + 4)


class _NoWheel:
    """Leaves the wheel to the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _RoundList(_NoWheel, QComboBox):
    """Has a list with the corners that menus have."""

    def showPopup(self) -> None:
        super().showPopup()
        round_off(self.view().window())


class Choice(_RoundList):
    """One of several; ``changed`` tells the value."""

    changed = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        """Offer pairs of value and label."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(options)
        self.currentIndexChanged.connect(lambda _index: self.changed.emit(self.value()))

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other pairs; the value stays if it is still among them."""
        before = self.value()
        self.blockSignals(True)
        self.clear()
        for value, label in options:
            self.addItem(isolated_parts(label), value)
        self.choose(before)
        self.blockSignals(False)

    def value(self) -> str:
        """Return what is chosen; "" where nothing is offered."""
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """Choose a value; one that is not offered changes nothing."""
        index = self.findData(value)
        if index >= 0:
            self.setCurrentIndex(index)


class EditableChoice(_RoundList):
    """One of several, or other words that are written."""

    def __init__(self, options: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems([shown(each) for each in options])
        self.setLineEdit(TextField())
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt's way of having none


class NumberField(_NoWheel, QSpinBox):
    """A whole number."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(least, most)
        self.lineEdit().setAcceptDrops(False)
        self.lineEdit().setTextMargins(_SPIN_MARGIN_PX, 0, 0, 0)


class TimeLine(_NoWheel, QSlider):
    """A place on a line from its beginning to its end, 0 to 1,000."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(0, 1_000)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(0, 2 * _RING_ROOM_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().link().color(), _RING_PX))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, FIELD_RADIUS_PX, FIELD_RADIUS_PX)
            painter.end()


class _SecretLine(TextField):
    """A line that tells whether Caps Lock is on, by what the keys give: no system is asked, and all have that."""

    caps_lock = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock.emit(False)  # what it is now, the next letter tells
        elif len(letter) == 1 and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() != shift)
        super().keyPressEvent(event)


class PassphraseField(QWidget):
    """A passphrase that can be looked at while it is written. Says when Caps Lock is on."""

    submitted = Signal()
    changed = Signal(str)

    def __init__(
        self, show_text: str, hide_text: str, caps_text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = (show_text, hide_text)
        self.caps = Text(caps_text, kit="hint")
        self.caps.hide()
        self.line = _SecretLine()
        self.line.caps_lock.connect(self.caps.setVisible)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.toggle = QuietButton(show_text)
        self.toggle.clicked.connect(self._turn)
        self.line.returnPressed.connect(self.submitted)
        self.line.textChanged.connect(self.changed)
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        row.addWidget(self.line, 1)
        row.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.caps)

    def value(self) -> str:
        """Return the passphrase as it was written."""
        return self.line.text()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus to the line. Qt's own proxy lets Tab come twice where the button stands behind others."""
        self.line.setFocus(event.reason())

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def clear(self) -> None:
        """Forget what was written, and hide what comes next."""
        self.line.clear()
        self.caps.hide()
        self._show(shown=False)

    def _turn(self) -> None:
        self._show(shown=self.line.echoMode() == QLineEdit.EchoMode.Password)

    def _show(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.toggle.set_text(self._words[1 if shown else 0])
