"""Tell the window that Qt makes for an icon in an X11 tray from ours: it stands in the tray, not on the desktop."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_QT_NAME = "QSystemTrayIconSys"


def stands_in_tray(window: QWidget) -> bool:
    """Return whether a window is an icon in the tray: hidden once it is thrown out, and it shows nothing of ours."""
    return _QT_NAME in {window.objectName(), window.metaObject().className()}
