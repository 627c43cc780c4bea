"""The Windows desktop: screens, scale, and the window with the focus. What Windows is asked stands in ``user32.py``.

Rules:
- Places and sizes are physical pixels; a screen left of or above the first one has negative ones. For that the thread
  that asks is made aware of each screen's own scale, whatever the process was started as.
- Scale is the effective density of a screen against 96, which is what Windows draws by; 0 where it does not tell.
- The window is the one in the foreground. Where that is one of ours, it is the next below it that is none: what the
  person looked at before they turned to us. Tools without a place in the task bar, windows that are minimised and
  those that Windows keeps hidden (other desktops, apps that sleep) are passed over.
- An app of the Store lies in a frame that belongs to Windows: the program told is the app's.
- Titles are written by other programs: cut to a length, control characters out, never believed.
- Of a program its file's name is told, never its path: that may hold the user's name.
"""

from __future__ import annotations

from pathlib import PureWindowsPath
from typing import NamedTuple, Protocol

from app.capture.errors import NoDisplayError, ScreenFaultError
from app.capture.frame import ActiveWindow, Region, plain
from app.casework.kinds.capture import Monitor

_PLAIN_DPI = 96
_MOST_CHARACTERS = 4096
_MOST_WINDOWS = 500
_DEVICE = "\\\\.\\"
_DESKTOP = frozenset({"Progman", "WorkerW", "Shell_TrayWnd", "Shell_SecondaryTrayWnd"})


class FoundMonitor(NamedTuple):
    """A screen as Windows tells it; ``dpi`` is 0 where it does not."""

    left: int
    top: int
    right: int
    bottom: int
    device: str
    dpi: int


class Windows(Protocol):
    """What is asked of Windows. Windows are numbers, 0 is none; what has gone meanwhile is 0 or ""."""

    def see_physical_pixels(self) -> None:
        """Have this thread told the screens as they are, and not scaled for it."""
        ...

    def monitors(self) -> list[FoundMonitor]:
        """All screens, in Windows' order. Raises OSError."""
        ...

    def own_process(self) -> int:
        """The number of this process."""
        ...

    def foreground(self) -> int:
        """The window that the person works in."""
        ...

    def below(self, window: int) -> int:
        """The next window down."""
        ...

    def process(self, window: int) -> int:
        """The process that a window belongs to; that of the app where it is the frame of one."""
        ...

    def is_seen(self, window: int) -> bool:
        """Whether it is shown, not minimised, not kept hidden, and no mere tool."""
        ...

    def class_of(self, window: int) -> str:
        """The name of its class."""
        ...

    def bounds(self, window: int) -> Region | None:
        """Where it stands, in physical pixels, without its shadow; None where that is not told."""
        ...

    def title(self, window: int) -> str:
        """What its title bar says. Of windows of other processes only: of our own, our own thread would be asked."""
        ...

    def image(self, process: int) -> str:
        """The path of a process's program."""
        ...


class WindowsDesk:
    """Implements ``Desk`` of ``mss_screen.py``."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows

    def monitors(self) -> tuple[Monitor, ...]:
        """All screens, now.

        Raises:
            NoDisplayError: there is none.
            ScreenFaultError: Windows does not tell.
        """
        self._windows.see_physical_pixels()
        try:
            found = self._windows.monitors()
        except OSError as error:
            raise ScreenFaultError(str(error)) from error
        if not found:
            raise NoDisplayError("")
        return tuple(
            Monitor(
                x=each.left,
                y=each.top,
                width_px=each.right - each.left,
                height_px=each.bottom - each.top,
                scale_percent=round(each.dpi * 100 / _PLAIN_DPI),
                name=plain(each.device.removeprefix(_DEVICE)),
            )
            for each in found
        )

    def active_window(self) -> ActiveWindow:
        """The window with the focus, or the one below ours; empty texts where there is none."""
        window, process = self._in_front()
        if not window:
            return ActiveWindow()
        return ActiveWindow(
            title=plain(self._windows.title(window))[:_MOST_CHARACTERS],
            program=plain(PureWindowsPath(self._windows.image(process)).name),
            number=window,
            place=self._windows.bounds(window),
        )

    def close(self) -> None:
        """Nothing is held."""

    def _in_front(self) -> tuple[int, int]:
        """Return the window and its process; zeros where there is none."""
        windows, ours = self._windows, self._windows.own_process()
        window = windows.foreground()
        process = windows.process(window) if window else 0
        if process != ours:
            return window, process
        for _ in range(_MOST_WINDOWS):
            window = windows.below(window)
            if not window or windows.class_of(window) in _DESKTOP:
                break
            process = windows.process(window)
            if process != ours and windows.is_seen(window):
                return window, process
        return 0, 0
