"""One start of a window, in a process of its own: prints the milliseconds to the first paint.

They count from the parent's clock where it is given, and so with the making of the process; else from here.

Loads nothing before it must, for what stood here would be paid by the empty window as well and make ours look better.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from app.ui.application import BuiltWindow, WindowTools
    from app.ui.screens import Screens


def _ours(started: float) -> int:
    """The program as ``main.py`` starts it; only its page for a closed vault is watched from here."""
    from app.bootstrap import run
    from app.ui import application as program

    build_window = program.build_window

    def build(
        application: QApplication, tools: WindowTools, screens: Screens | None = None
    ) -> BuiltWindow:
        from app.ui.cover.unlock import UnlockPage

        built = build_window(application, tools, screens)
        page = built.window.findChild(UnlockPage)
        if page is None or page.presenter.path is None:
            raise RuntimeError("the window does not ask for the passphrase: nothing was measured")
        _watch(application, page, started)
        return built

    program.build_window = build
    return run([])


def _empty(started: float) -> int:
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication(["benchmark"])
    window = QWidget()
    _watch(application, window, started)
    window.resize(1440, 900)
    window.show()
    return application.exec()


def _watch(application: QApplication, page: QWidget, started: float) -> None:
    """Tell when ``page`` and all that is painted with it has been, and end."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, self.end)
            return False

        def end(self) -> None:
            # A round trip to the screen: everything that was drawn has arrived there.
            application.sync()
            print((time.monotonic() - started) * 1000)
            application.quit()

    page.installEventFilter(Watch(page))


if __name__ == "__main__":
    since = float(sys.argv[2]) if len(sys.argv) > 2 else time.monotonic()
    sys.exit({"ours": _ours, "empty": _empty}[sys.argv[1]](since))
