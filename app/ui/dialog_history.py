"""File dialogs leave no list of where somebody has been.

Rules:
- Qt notes each folder visited in a file of its own, or in Windows' registry. Where it is a file, it is led to where
  nothing can be written. The registry cannot be led elsewhere: what Qt noted there is put back when the program ends.
- On Linux the desktop's dialogs are not used: GTK's notes each file that is chosen among the recently used ones, for
  every program to read. A sandbox has no other dialogs than the desktop's, which reach files outside it.
- On Windows and macOS the system's own dialogs are used; what these note of their own, the system decides (ADR 0049).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt

_SANDBOX = Path("/.flatpak-info")
_NOTED = ("FileDialog/history", "FileDialog/lastVisited")


def leave_no_list(system: str = sys.platform, sandbox: Path = _SANDBOX) -> None:
    """Have Qt's dialogs note nothing, and use none that does; before the application's object is made."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    own = system == "linux" and not sandbox.exists()
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, own)


class DialogHistory:
    """What Qt's dialogs had noted before the program began, of whichever program."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(QSettings.Scope.UserScope, "QtProject")
        self._before = {key: self._settings.value(key) for key in _NOTED}

    def put_back(self) -> None:
        """Note it as it was: nothing of where this program has been."""
        for key, value in self._before.items():
            if value is None:
                self._settings.remove(key)
            elif self._settings.value(key) != value:
                self._settings.setValue(key, value)
        self._settings.sync()
