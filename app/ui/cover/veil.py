"""What lies over each own window: a plain page that says nothing of what is below.

Rules:
- The veil is a child of the window it covers, so it is there with the next drawing and no dialog is answered by it.
  What stood in the window is hidden, from the eye and from a screen reader, and comes back with its focus.
- While it is there, no key reaches anything but the veil.
- The window is called "Notes" for as long; its own title comes back as it then is.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QIcon,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import (
    Button,
    Card,
    CardRule,
    FieldForm,
    FlowRow,
    Heading,
    Lead,
    Look,
    Muted,
    PassphraseField,
    PrimaryButton,
    QuietButton,
    Text,
    named,
)
from app.ui.kit.look import GRID_PX, CurrentLook

_ASKING = {
    Qt.Key.Key_Escape,
    Qt.Key.Key_F9,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
}
_CARD_PX = 480


class Veil(QFrame):
    """One window's cover.

    Signals:
        reveal: the person wants to see the window again.
        tried: a passphrase was written.
        cancelled: the person does not want to unlock now.
        close_vault: the vault is to be closed altogether.
        capture: a screenshot is to be taken.
    """

    reveal = Signal()
    tried = Signal(str)
    cancelled = Signal()
    close_vault = Signal()
    capture = Signal()

    def __init__(self, window: QWidget, language: Language, look: CurrentLook) -> None:
        super().__init__(window)
        self._look = look
        named(self, "page")
        self._window = window
        self._language = language
        self._name = language.text("Notes")
        self._focus = window.focusWidget()
        self._title, self._icon = window.windowTitle(), window.windowIcon()
        self._hidden: list[QWidget] = []
        self._panel: LockPanel | None = None
        self._locked = False
        self.way_back = Lead()
        self.way_back.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)
        self._column.addStretch()
        self._column.addWidget(self.way_back)
        self._column.addStretch()
        self.show_locked(locked=False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._name)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._hide_contents()
        window.setWindowTitle(self._name)
        window.setWindowIcon(QIcon())
        window.installEventFilter(self)
        if window.isActiveWindow() or QApplication.activeWindow() is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        # Not with the next turn of the loop: somebody stands behind the person now.
        self.repaint()

    def show_locked(self, *, locked: bool) -> None:
        """Say how the window comes back."""
        self._locked = locked
        text = self._language.text
        words = (
            text("Press F9 or click, and type the passphrase to go on.")
            if locked
            else text("F9 or a click shows the window again.")
        )
        self.way_back.setText(words)
        self.setAccessibleDescription(words)

    def tell(self, words: str) -> None:
        """Say what became of a screenshot."""
        if self._panel is not None:
            self._panel.tell(words)

    def ask(self) -> None:
        """Ask for the passphrase."""
        if self._panel is None:
            panel = LockPanel(self._language, self._look())
            panel.tried.connect(self.tried)
            panel.cancelled.connect(self.cancelled)
            panel.close_vault.connect(self.close_vault)
            panel.capture.connect(self.capture)
            row = QHBoxLayout()
            row.addStretch()
            row.addWidget(panel, 10)
            row.addStretch()
            self._column.insertLayout(1, row)
            self._panel = panel
        self.way_back.hide()
        self._panel.show()
        # It is no place to come to as long as the question stands on it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_asking(self) -> None:
        """Remove the question."""
        if self._panel is not None:
            self._panel.forget()
            self._panel.hide()
        self.way_back.show()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_checking(self, *, checking: bool) -> None:
        """Show whether the passphrase is being compared."""
        if self._panel is not None:
            self._panel.setEnabled(not checking)

    def complain(self, words: str) -> None:
        """Say what was the matter."""
        if self._panel is not None:
            self._panel.complain(words)

    def lift(self) -> None:
        """Show the window as it was."""
        window = self._window
        window.removeEventFilter(self)
        for widget in self._hidden:
            if shiboken6.isValid(widget):
                widget.show()
        self._hidden.clear()
        window.setWindowTitle(self._title)
        window.setWindowIcon(self._icon)
        self.hide()
        if self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setParent(None)
        self.deleteLater()

    # -- Qt ----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        elif kind == QEvent.Type.WindowTitleChange and self._window.windowTitle() != self._name:
            self._title = self._window.windowTitle()
            self._window.setWindowTitle(self._name)
        elif kind == QEvent.Type.LayoutRequest:
            # Something was put into the window meanwhile.
            self._hide_contents()
            self.raise_()
        elif kind == QEvent.Type.WindowActivate and not self.isAncestorOf(
            QApplication.focusWidget() or self
        ):
            self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        # Accepted here, a key is no shortcut of what lies below.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asking = self._panel is not None and self._panel.isVisible()
        if asking and event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F9}:
            self.cancelled.emit()
        elif not asking and (
            event.key() == Qt.Key.Key_F9 or (self._locked and event.key() in _ASKING)
        ):
            self.reveal.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._panel is None or not self._panel.isVisible():
            self.reveal.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside: below there is nothing to go to."""
        if self._panel is None or not self._panel.isVisible():
            return True
        return self._panel.step(forward=forward)

    def _hide_contents(self) -> None:
        for child in self._window.children():
            if (
                isinstance(child, QWidget)
                and child is not self
                and not child.isWindow()
                and not child.isHidden()
            ):
                child.hide()
                self._hidden.append(child)


class LockPanel(Card):
    """The question for the passphrase, and a way to take a screenshot without it."""

    tried = Signal(str)
    cancelled = Signal()
    close_vault = Signal()
    capture = Signal()

    def __init__(self, language: Language, look: Look) -> None:
        super().__init__()
        text = language.text
        self.setMaximumWidth(look.px(_CARD_PX))
        self.field = PassphraseField(text("Show"), text("Hide"), text("Caps Lock is on."))
        self.field.submitted.connect(self._try)
        self._form = FieldForm()
        self._form.add(text("Passphrase"), self.field)
        self.open = PrimaryButton(text("Show again"))
        self.away = QuietButton(text("Not now"))
        self.close_all = QuietButton(text("Close the vault"))
        self.close_all.setToolTip(
            text("Nothing can be saved until the vault is opened with its passphrase.")
        )
        self.take = Button(text("Take a screenshot"))
        self.take.clicked.connect(self.capture)
        self.told = Text()
        self.told.hide()
        self.open.clicked.connect(self._try)
        self.away.clicked.connect(self.cancelled)
        self.close_all.clicked.connect(self.close_vault)
        self.column.setContentsMargins(3 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX)
        self.column.setSpacing(2 * GRID_PX)
        self.add(Heading(text("Locked")))
        self.add(self._form)
        self.add(FlowRow(self.open, self.away, self.close_all, gap_px=20))
        self.add(CardRule())
        self.add(
            Muted(
                text(
                    "Is something on the screen now? Take it: it is saved and locked without the passphrase."
                )
            )
        )
        self.add(FlowRow(self.take))
        self.add(self.told)

    def complain(self, words: str) -> None:
        """Say below the field what was the matter."""
        self._form.complain(self.field, words)
        if words:
            self.field.line.selectAll()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str) -> None:
        """Say what became of a screenshot."""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.told, words))

    def forget(self) -> None:
        """Empty the field."""
        self.field.clear()
        self.complain("")
        self.tell("")

    def step(self, *, forward: bool) -> bool:
        """Put the focus onto the next control of the panel, round and round."""
        order: list[QWidget] = [
            self.field.line,
            self.field.toggle,
            self.open,
            self.away,
            self.close_all,
            self.take,
        ]
        focused = QApplication.focusWidget()
        at = order.index(focused) if focused in order else -1
        following = order[(at + (1 if forward else -1)) % len(order)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        following.setFocus(reason)
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.step(forward=forward)

    def _try(self) -> None:
        self.tried.emit(self.field.value())
