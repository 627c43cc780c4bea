"""The program with a window: Qt's application object, the loop until the window closes, and what nobody caught.

Rules:
- Qt's application object is made before anything that reads the screen: both tell Windows how they see pixels, and
  the first one wins.
- Everything is put together by ``build_window``; only ``run_window`` starts the loop.
- An error that nobody foresaw is told in the window, wherever it happened.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.language import Language
from app.log import ErrorLog
from app.ui import application
from app.ui.acts import Toast
from app.ui.application import BuiltWindow, WindowTools, language_of
from app.ui.collecting import collect_from_here
from app.ui.dialog_history import DialogHistory, leave_no_list
from app.ui.ending import EndingApplication, EndWish
from app.ui.kit import STYLE
from app.ui.single import Wish, answer_or_hand_over

_AFTER_PAINT_MS = 100
_WARM_UP_MS = 400
_COLLECT_MS = 3000
_SWITCH_S = 0.0005


class _ErrorRelay(QObject):
    """Carries errors from other threads to the window's."""

    happened = Signal(object)


def make_application(arguments: list[str]) -> EndingApplication:
    """Return Qt's application object; one a process."""
    leave_no_list()
    # Behind a busy lane the window gets Python's lock some ten times for one picture; five milliseconds each are felt.
    sys.setswitchinterval(_SWITCH_S)
    application = EndingApplication([*arguments, *STYLE])
    application.setApplicationName("bevismappe")
    application.setDesktopFileName("bevismappe")
    application.setQuitOnLastWindowClosed(True)
    return application


def run_window(tools: WindowTools, *, capture: bool = False, path: Path | None = None) -> int:
    """Open the window, or hand the wish to the one that runs; return the exit code.

    Args:
        tools: what the window is given.
        capture: whether a screenshot is to be taken at once.
        path: a vault to open, or what is to be checked.
    """
    qt = make_application(["bevismappe"])
    history = DialogHistory()
    wish = Wish.CAPTURE if capture else Wish.SHOW if path is None else Wish.OPEN
    doorbell = answer_or_hand_over(tools.settings.file, wish, path)
    language = Language(
        language_of(tools.language, tools.settings.language), tools.resources / "locales"
    )
    if doorbell is None:
        say = language.text("Bevismappe is open already. Its window takes over.")
        _say(say)
        return 0
    built = application.build_window(qt, tools)
    doorbell.rung.connect(built.obey)
    doorbell.opened.connect(built.open_file)
    tell_every_error(built, tools.log)
    end_wish = EndWish()
    end_wish.wanted.connect(built.end, Qt.ConnectionType.QueuedConnection)
    qt.quit_asked.connect(built.end)
    built.window.show()
    QTimer.singleShot(_AFTER_PAINT_MS, built.start_on_desktop)
    if doorbell.unanswered:
        _warn_of_the_other_window(built)
    if path is not None:
        built.frame.opening.open(path)
    if capture:
        QTimer.singleShot(0, lambda: built.obey(Wish.CAPTURE))
        QTimer.singleShot(_COLLECT_MS, collect_from_here)
    else:
        QTimer.singleShot(_WARM_UP_MS, built.warm_up)
    try:
        return qt.exec()
    finally:
        end_wish.stop()
        doorbell.close()
        built.close()
        history.put_back()
        doorbell.make_room()


def _warn_of_the_other_window(built: BuiltWindow) -> None:
    """Say that a window that runs already did not answer."""
    text = built.context.language.text
    words = text(
        "Another window of Bevismappe runs and does not answer. This is a new one. If it cannot open your vault, "
        "end the other one first."
    )
    _say(words)
    built.context.acts.toast(Toast(text("The other window does not answer"), text=words))


def _say(line: str) -> None:
    if sys.stderr is not None:  # a program with windows alone has none on Windows
        sys.stderr.write(line + "\n")


def tell_every_error(built: BuiltWindow, log: ErrorLog) -> None:
    """Note and show what nobody caught, in whichever thread it happened."""
    relay = _ErrorRelay()
    relay.happened.connect(built.tell, Qt.ConnectionType.QueuedConnection)

    def here(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        log.note(error)
        relay.happened.emit(error)

    def in_thread(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            log.note(failed.exc_value)
            relay.happened.emit(failed.exc_value)

    sys.excepthook = here
    threading.excepthook = in_thread
