"""The overlay on a real display, with a vault and lanes of its own: says what happens, one line each.

Run as a process of its own: ``real_screens_child.py FOLDER WORD…``. The words are ``plain`` (start at once) or ``own``
(show a window of our own first). It ends when a toast has been shown.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from app.actions.open_case import OpenCase
from app.capture import open_screen
from app.clock import SystemClock
from app.messages import Message
from app.ui.acts import Toast
from app.ui.overlay import build_overlay
from app.ui.overlay.view import OverlayWindow
from app.ui.tasks import Tasks
from tests.fakes.navigator import FakeActs
from tests.store.building import plain_vault
from tests.worlds import DANISH, World


class TellingActs(FakeActs):
    """Prints what the person would be told, and ends the program then."""

    def toast(self, toast: Toast) -> None:
        say(f"toast {toast.title}")
        QTimer.singleShot(0, QApplication.quit)

    def show_error(self, message: Message, details: str = "") -> None:
        say(f"error {message.kind} {details}")
        QTimer.singleShot(0, QApplication.quit)


def main(folder: Path, words: list[str]) -> int:
    application = QApplication(sys.argv[:1])
    world = World(folder, clock=SystemClock())
    session = world.make_session()
    with plain_vault(folder) as vault:
        session.case = case = world.begin(vault)
        tasks = Tasks(lambda error: say(f"unhandled {error!r}"), session.publish)
        context = world.make_context(
            session,
            tasks,
            language=DANISH,
            acts=TellingActs(),
            open_screen=lambda: open_screen(os.environ, world.clock),
        )
        overlay = build_overlay(context)
        own = QLabel("Bevismappe")
        overlay.grabbed.connect(lambda: say(f"grabbed, own window {own.isVisible()}"))
        if "own" in words:
            own.setGeometry(100, 50, 600, 300)
            own.show()
        watch = QTimer()
        watch.timeout.connect(lambda: tell_shown(watch))
        watch.start(20)
        QTimer.singleShot(300, overlay.start)
        application.exec()
        tasks.close()
        write_pictures(folder, case)
    return 0


def write_pictures(folder: Path, case: OpenCase) -> None:
    for exhibit in case.state.exhibits:
        with case.vault.open_object(exhibit.original) as stream:
            (folder / f"{exhibit.number}.png").write_bytes(stream.read())


def tell_shown(watch: QTimer) -> None:
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, OverlayWindow)]
    if windows and all(window.isVisible() for window in windows):
        watch.stop()
        scales = [window.devicePixelRatio() for window in windows]
        QTimer.singleShot(200, lambda: say(f"shown {len(windows)} {scales}"))


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
