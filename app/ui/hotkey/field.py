"""The field that takes the keys pressed: a button with the keys on it; pressed, it waits for others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.language import Language
from app.ui.hotkey.keys import FUNCTION_KEYS, Hotkey
from app.ui.kit import Button

_F1 = Qt.Key.Key_F1.value
_A, _Z = Qt.Key.Key_A.value, Qt.Key.Key_Z.value
_ALONE = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_ScrollLock,
}
_LEAVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class HotkeyField(Button):
    """Shows keys, and takes others.

    Esc, Tab and anything that takes the focus away end the waiting; then nothing is changed.

    Signals:
        waiting_changed: whether it waits for keys now: those of the whole computer are given back meanwhile.
        pressed_keys: the keys, whether they may be taken or not.
    """

    waiting_changed = Signal(bool)
    pressed_keys = Signal(Hotkey)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._language = language
        self._shown: Hotkey | None = None
        self._waits = False
        self.clicked.connect(self._wait)

    @property
    def waits(self) -> bool:
        """Whether it waits for keys."""
        return self._waits

    def show_keys(self, hotkey: Hotkey) -> None:
        """Show these keys."""
        self._shown = hotkey
        if not self._waits:
            self._say(hotkey.words(self._language))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._waits:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in _LEAVING:
            self._end()
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_Escape:
            self._end()
        elif key not in _ALONE and not event.isAutoRepeat():
            self._end()
            self.pressed_keys.emit(hotkey_of(event))

    def event(self, event: QEvent) -> bool:
        # Accepted here, the keys are no shortcut of the window.
        if self._waits and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # A key that the desktop has for itself takes the focus for as long as it is held.
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._end()
        super().focusOutEvent(event)

    def _wait(self) -> None:
        if self._waits:
            return
        self._waits = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(self._language.text("Press the new keys …"))
        self.waiting_changed.emit(True)

    def _end(self) -> None:
        if not self._waits:
            return
        self._waits = False
        if self._shown is not None:
            self._say(self._shown.words(self._language))
        self.waiting_changed.emit(False)

    def _say(self, words: str) -> None:
        name = self._language.text("Shortcut: {keys}", keys=words)
        self.set_text(words)
        self.setAccessibleName(name)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, name))


def hotkey_of(event: QKeyEvent) -> Hotkey:
    """Return the keys of an event; one that cannot be taken has no name."""
    code, held = event.key(), event.modifiers()
    key = ""
    if _A <= code <= _Z:
        key = chr(code)
    elif _F1 <= code < _F1 + len(FUNCTION_KEYS):
        key = FUNCTION_KEYS[code - _F1]
    modifier = Qt.KeyboardModifier
    return Hotkey(
        key,
        ctrl=bool(held & modifier.ControlModifier),
        shift=bool(held & modifier.ShiftModifier),
        alt=bool(held & modifier.AltModifier),
    )
