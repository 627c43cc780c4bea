"""The icon beside the clock, its menu and its notifications.

Rules:
- Five things that people need while they are in another program, and the way out: nothing here is blocked by anything.
- It names the program and nothing else: no case, no picture and no number of an exhibit is seen beside the clock or in
  a notification, which the system may keep.
- A menu is gone from the screen before a picture is taken of it.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from app.language import Language, deferred
from app.ui.kit import PopupMenu, style_window
from app.ui.kit.look import CurrentLook
from app.ui.tray.place import mark_as_menu

_MENU_GONE_MS = 150
_TOLD_MS = 8000
_NAME = "Bevismappe"


class TrayLine(msgspec.Struct, frozen=True):
    """One line of the menu.

    Attributes:
        name: how the code calls it.
        label: its words.
        gap: a line stands above it.
        late: what it does comes when the menu is gone from the screen.
    """

    name: str
    label: str
    gap: bool = False
    late: bool = False


LINES = (
    TrayLine("capture", deferred("Take screenshot"), late=True),
    TrayLine("capture_again", deferred("Same area again"), late=True),
    TrayLine("series", deferred("Take a series"), late=True),
    TrayLine("hide", deferred("Hide now"), gap=True),
    TrayLine("open", deferred("Open Bevismappe")),
    TrayLine("quit", deferred("Quit"), gap=True),
)


class TrayIcon(QObject):
    """One for the program; it outlives the window, and is dressed anew with it."""

    def __init__(self, icon: QIcon, handlers: dict[str, Callable[[], None]]) -> None:
        """Make the icon without showing it.

        Args:
            icon: the program's own.
            handlers: what is done at each line of LINES.
        """
        super().__init__()
        self._handlers = handlers
        self._menu: PopupMenu | None = None
        self.actions: dict[str, QAction] = {}
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip(_NAME)
        self._icon.activated.connect(self._pressed)
        self._icon.messageClicked.connect(handlers["open"])

    @property
    def menu(self) -> PopupMenu | None:
        """The menu, once it is dressed."""
        return self._menu

    def dress(self, language: Language, look: CurrentLook) -> None:
        """Say everything in that language, as the look has it."""
        menu = PopupMenu()
        self.actions = {}
        for line in LINES:
            if line.gap:
                menu.addSeparator()
            action = menu.addAction(language.text(line.label))
            action.triggered.connect(lambda _on=False, line=line: self._do(line))
            self.actions[line.name] = action
        style_window(menu, look())
        mark_as_menu(menu)
        before, self._menu = self._menu, menu
        self._icon.setContextMenu(menu)
        if before is not None:
            before.deleteLater()

    def show(self) -> None:
        """Stand beside the clock from now on, or as soon as there is a place for it."""
        self._icon.show()

    def is_there(self) -> bool:
        """Return whether the desktop has a place for it now."""
        return QSystemTrayIcon.isSystemTrayAvailable() and self._icon.isVisible()

    def show_covered(self, *, covered: bool) -> None:
        """Follow the cover: what is covered cannot be covered once more."""
        self.actions["hide"].setEnabled(not covered)

    def tell(self, words: str) -> bool:
        """Show a notification; return whether there was a place for it."""
        if not self.is_there():
            return False
        self._icon.showMessage(_NAME, words, self._icon.icon(), _TOLD_MS)
        return True

    def close(self) -> None:
        """Go away; may be called twice."""
        self._icon.hide()
        menu, self._menu = self._menu, None
        if menu is not None:
            menu.deleteLater()

    def _do(self, line: TrayLine) -> None:
        act = self._handlers[line.name]
        if line.late:
            QTimer.singleShot(_MENU_GONE_MS, self, act)
        else:
            act()

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._handlers["open"]()
