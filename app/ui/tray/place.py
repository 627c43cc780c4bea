"""Tell what belongs to the icon beside the clock from our windows: Qt's own window in an X11 tray, and its menu."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_QT_NAME = "QSystemTrayIconSys"
_OF_ICON = "of_icon"


def stands_in_tray(window: QWidget) -> bool:
    """Return whether a window is an icon in the tray: hidden once it is thrown out, and it shows nothing of ours."""
    return _QT_NAME in {window.objectName(), window.metaObject().className()}


def mark_as_menu(menu: QWidget) -> None:
    """Note that a menu is the icon's."""
    menu.setProperty(_OF_ICON, True)  # Qt's way


def belongs_to_tray(window: QWidget) -> bool:
    """Return whether a window is the icon or its menu: nothing of the vault is seen there, so no cover closes it."""
    return stands_in_tray(window) or bool(window.property(_OF_ICON))
