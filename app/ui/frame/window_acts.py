"""The acts of the window that are no way to a page, carried out."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.messages import Message
from app.ui.acts import ChangedSetting, Toast, ToastState
from app.ui.context import UiContext
from app.ui.frame.example import Example
from app.ui.frame.sheets import ErrorSheet
from app.ui.frame.window import MainWindow
from app.ui.screens import FileIntake, ScreenCapture, Screens, WindowCover

_MOST_LATER = 3
_LOOK_MS = 500
_PHONE_MS = 3_000  # the first page comes before


class WindowActs(QObject):
    """Implements ``Acts``; builds what carries them out when it is first wanted.

    Signals:
        chosen: the setting that was chosen anew.
    """

    chosen = Signal(object)
    _window: MainWindow
    _context: UiContext
    _example: Example

    def __init__(self, screens: Screens) -> None:
        super().__init__()
        self._screens = screens
        self._covered = self._followed = False
        self._later: deque[Toast] = deque(maxlen=_MOST_LATER)

    def bind(self, window: MainWindow, context: UiContext, example: Example) -> None:
        """Work on that window from now on; nothing is called before."""
        self._window, self._context, self._example = window, context, example
        context.session.subscribe(self._follow_phone_once)

    @cached_property
    def capture(self) -> ScreenCapture:
        """What takes screenshots."""
        return self._screens.capture(self._context)

    @cached_property
    def incoming(self) -> FileIntake:
        """What takes files in."""
        return self._screens.incoming(self._context, lambda: self._window)

    @cached_property
    def cover(self) -> WindowCover:
        """What covers the windows; it watches whether anybody uses them from the moment it is built."""
        return self._screens.cover(self._context)

    def take_screenshot(
        self, delay_s: int = 0, *, again: bool = False, series: bool = False
    ) -> None:
        self.capture.start(delay_s, again=again, series=series)

    def come_forward(self) -> None:
        self._window.come_forward()

    def add_files(self, paths: Sequence[Path]) -> None:
        self.incoming.add(paths)

    def add_unseen(self) -> None:
        """Ask for files to keep, and let lists have words alone from now on: nothing of them is shown."""
        settings, text = self._context.settings, self._context.language.text
        if not settings.words_only:
            settings.choose_words_only(only=True)
            self.apply(ChangedSetting.READING)
            turn_off = text("You turn it off under View above the timeline, or in the settings.")
            self.toast(Toast(text("Lists have only words now."), turn_off))
        self.incoming.add(())

    def take_in(self, data: QMimeData) -> None:
        """Keep what was dropped."""
        self.incoming.take(data)

    def paste(self) -> None:
        """Keep what is on the clipboard."""
        self.incoming.paste()

    def hide_now(self) -> None:
        self._window.toasts.clear()
        self.cover.hide_now()

    def toast(self, toast: Toast) -> None:
        if self._covered:
            self._later.append(toast)  # it may tell of the case
            self._tell_under_cover(toast)
        else:
            self._window.toasts.show_toast(toast)

    def show_covered(self, *, covered: bool) -> None:
        """Keep what is told while the window is covered, and tell it when it is seen again."""
        self._covered = covered
        self._context.around.show_covered(covered=covered)
        while not covered and self._later:
            self._window.toasts.show_toast(self._later.popleft())

    def show_error(self, message: Message, details: str = "") -> None:
        context = self._context
        if not self._window.isVisible():
            # Closed to its icon: nobody would see a sheet over it.
            self._window.come_forward()
        ErrorSheet(message, details, context.language, self._window).open()
        # Not at once: after a picture of the screen our windows are only coming back.
        QTimer.singleShot(_LOOK_MS, self, self._tell_if_away)

    def _tell_if_away(self) -> None:
        if QApplication.activeWindow() is None:
            words = self._context.language.text(
                "Something did not work. Open Bevismappe to see what."
            )
            self._context.around.tell(words)

    def _tell_under_cover(self, toast: Toast) -> None:
        """Say beside the clock what became of a screenshot, where the covered window is not in front."""
        text = self._context.language.text
        words = {
            ToastState.SAVED: text("Saved and locked. You see it when the window is shown again."),
            ToastState.WAITING: text("Not saved yet. The picture is held: do not end the program."),
        }
        if toast.state in words and QApplication.activeWindow() is None:
            self._context.around.tell(words[toast.state])

    def show_example(self) -> None:
        self._example.show()

    def leave_example(self) -> None:
        self._example.leave()

    def from_phone(self) -> None:
        """Offer what is new in the folder from the phone."""
        self.incoming.ask_phone()

    def _follow_phone_once(self) -> None:
        """Watch the folder from the phone, once a case is open that its files can go into."""
        if self._followed or self._context.session.own_case is None:
            return
        self._followed = True
        if self._context.settings.phone_folder is not None:
            QTimer.singleShot(_PHONE_MS, self, self._follow_phone)

    def _follow_phone(self) -> None:
        self.incoming.follow_phone()

    def stop(self) -> None:
        """Watch nothing any more."""
        if "incoming" in self.__dict__:
            self.incoming.stop()

    def apply(self, setting: ChangedSetting) -> None:
        if setting is ChangedSetting.PHONE:
            self.incoming.follow_phone()
        self.chosen.emit(setting)
