"""What the capture asks of Windows, in its own words: each function is one call or two, and decides nothing."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from ctypes import wintypes

from app.capture.frame import Region
from app.capture.windows import FoundMonitor

assert sys.platform == "win32"  # noqa: S101  # the type checker skips the rest elsewhere

_PER_MONITOR_V2 = ctypes.c_void_p(-4)
_EFFECTIVE_DPI = 0
_NEXT = 2  # GW_HWNDNEXT
_EXTENDED_STYLE, _TOOL = -20, 0x80
_CLOAKED = 14
_SEEN_BOUNDS = 9
_LIMITED_LOOK = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
_LONGEST_PATH = 32_768
_LONGEST_TITLE = 8192
_FRAME_OF_APPS, _APP = "ApplicationFrameWindow", "Windows.UI.Core.CoreWindow"

_user32 = ctypes.WinDLL("user32", use_last_error=True)
_kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)


class _MonitorInfo(ctypes.Structure):
    _fields_ = (
        ("size", wintypes.DWORD),
        ("whole", wintypes.RECT),
        ("work", wintypes.RECT),
        ("flags", wintypes.DWORD),
        ("device", ctypes.c_wchar * 32),
    )


_EACH_MONITOR = ctypes.WINFUNCTYPE(
    wintypes.BOOL,
    *(wintypes.HMONITOR, wintypes.HDC, ctypes.POINTER(wintypes.RECT), wintypes.LPARAM),
)

_user32.EnumDisplayMonitors.argtypes = (
    *(wintypes.HDC, ctypes.c_void_p, _EACH_MONITOR, wintypes.LPARAM),
)
_user32.GetMonitorInfoW.argtypes = (wintypes.HMONITOR, ctypes.c_void_p)
_user32.GetForegroundWindow.restype = wintypes.HWND
_user32.SetForegroundWindow.argtypes = (wintypes.HWND,)
_user32.GetWindow.restype = wintypes.HWND
_user32.GetWindow.argtypes = (wintypes.HWND, wintypes.UINT)
_user32.FindWindowExW.restype = wintypes.HWND
_user32.FindWindowExW.argtypes = (
    *(wintypes.HWND, wintypes.HWND, wintypes.LPCWSTR, wintypes.LPCWSTR),
)
_user32.GetWindowThreadProcessId.argtypes = (wintypes.HWND, ctypes.POINTER(wintypes.DWORD))
_user32.IsWindowVisible.argtypes = (wintypes.HWND,)
_user32.IsIconic.argtypes = (wintypes.HWND,)
_user32.GetWindowLongW.argtypes = (wintypes.HWND, ctypes.c_int)
_user32.GetClassNameW.argtypes = (wintypes.HWND, wintypes.LPWSTR, ctypes.c_int)
_user32.GetWindowRect.argtypes = (wintypes.HWND, ctypes.c_void_p)
_user32.GetWindowTextW.argtypes = (wintypes.HWND, wintypes.LPWSTR, ctypes.c_int)
_kernel32.OpenProcess.restype = wintypes.HANDLE
_kernel32.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
_kernel32.QueryFullProcessImageNameW.argtypes = (
    *(wintypes.HANDLE, wintypes.DWORD, wintypes.LPWSTR, ctypes.POINTER(wintypes.DWORD)),
)
_kernel32.CloseHandle.argtypes = (wintypes.HANDLE,)


class User32:
    """Windows itself. Implements ``Windows``."""

    def see_physical_pixels(self) -> None:
        """Windows 10 of 2017 and later; before, the process is as its manifest says."""
        for name in ("SetProcessDpiAwarenessContext", "SetThreadDpiAwarenessContext"):
            call = _function(_user32, name, _PER_MONITOR_V2)
            if call is not None:
                call()  # a process that said so already refuses, which is as good

    def monitors(self) -> list[FoundMonitor]:
        """All screens. Raises OSError."""
        found: list[FoundMonitor] = []

        def note(monitor: int, _hdc: int, _area: object, _told: int) -> bool:
            info = _MonitorInfo(size=ctypes.sizeof(_MonitorInfo))
            if _user32.GetMonitorInfoW(monitor, ctypes.byref(info)):
                area = info.whole
                found.append(
                    FoundMonitor(
                        *(area.left, area.top, area.right, area.bottom), info.device, _dpi(monitor)
                    )
                )
            return True

        if not _user32.EnumDisplayMonitors(None, None, _EACH_MONITOR(note), 0):
            raise ctypes.WinError(ctypes.get_last_error())
        return found

    def own_process(self) -> int:
        """The number of this process."""
        return os.getpid()

    def foreground(self) -> int:
        """The window that the person works in."""
        return int(_user32.GetForegroundWindow() or 0)

    def bring_forward(self, window: int) -> None:
        """Give the keyboard to a window; Windows lets only that program which has it."""
        _user32.SetForegroundWindow(window)

    def below(self, window: int) -> int:
        """The next window down."""
        return int(_user32.GetWindow(window, _NEXT) or 0)

    def process(self, window: int) -> int:
        """The process that a window belongs to; that of the app where it is the frame of one."""
        if self.class_of(window) == _FRAME_OF_APPS:
            window = int(_user32.FindWindowExW(window, None, _APP, None) or window)
        number = wintypes.DWORD()
        _user32.GetWindowThreadProcessId(window, ctypes.byref(number))
        return number.value

    def is_seen(self, window: int) -> bool:
        """Whether it is shown, not minimised, not kept hidden, and no mere tool."""
        if not _user32.IsWindowVisible(window) or _user32.IsIconic(window):
            return False
        return not (_user32.GetWindowLongW(window, _EXTENDED_STYLE) & _TOOL or _is_cloaked(window))

    def class_of(self, window: int) -> str:
        """The name of its class."""
        return _text(lambda room, size: _user32.GetClassNameW(window, room, size), 257)

    def title(self, window: int) -> str:
        """What its title bar says."""
        return _text(lambda room, size: _user32.GetWindowTextW(window, room, size), _LONGEST_TITLE)

    def bounds(self, window: int) -> Region | None:
        """Where it stands, without its shadow; with it where only that is told."""
        area = wintypes.RECT()
        told = _dwm_attribute(window, _SEEN_BOUNDS, area) or _user32.GetWindowRect(
            window, ctypes.byref(area)
        )
        if not told:
            return None
        return Region(area.left, area.top, area.right - area.left, area.bottom - area.top)

    def image(self, process: int) -> str:
        """The path of a process's program; "" where Windows does not let us look."""
        handle = _kernel32.OpenProcess(_LIMITED_LOOK, False, process)
        if not handle:
            return ""
        try:
            room = ctypes.create_unicode_buffer(_LONGEST_PATH)
            size = wintypes.DWORD(_LONGEST_PATH)
            done = _kernel32.QueryFullProcessImageNameW(handle, 0, room, ctypes.byref(size))
            return room.value if done else ""
        finally:
            _kernel32.CloseHandle(handle)


def _text(call: Callable[[ctypes.Array[ctypes.c_wchar], int], int], size: int) -> str:
    room = ctypes.create_unicode_buffer(size)
    return room.value if call(room, size) else ""


def _dpi(monitor: int) -> int:
    try:
        shcore = ctypes.WinDLL("shcore")
    except OSError:
        return 0
    across, down = wintypes.UINT(), wintypes.UINT()
    shcore.GetDpiForMonitor.argtypes = (wintypes.HMONITOR, ctypes.c_int, *[ctypes.c_void_p] * 2)
    asked = (ctypes.byref(across), ctypes.byref(down))
    return 0 if shcore.GetDpiForMonitor(monitor, _EFFECTIVE_DPI, *asked) else across.value


def _is_cloaked(window: int) -> bool:
    told = wintypes.DWORD()
    return _dwm_attribute(window, _CLOAKED, told) and bool(told.value)


def _dwm_attribute(window: int, which: int, told: wintypes.DWORD | wintypes.RECT) -> bool:
    """Fill in what the desktop's composer tells of a window; return whether it does."""
    try:
        dwm = ctypes.WinDLL("dwmapi")
    except OSError:
        return False
    dwm.DwmGetWindowAttribute.argtypes = (
        *(wintypes.HWND, wintypes.DWORD, ctypes.c_void_p, wintypes.DWORD),
    )
    failed = dwm.DwmGetWindowAttribute(window, which, ctypes.byref(told), ctypes.sizeof(told))
    return not failed


def _function(dll: ctypes.WinDLL, name: str, argument: object) -> Callable[[], object] | None:
    call = getattr(dll, name, None)
    if call is None:
        return None
    call.restype, call.argtypes = ctypes.c_void_p, (ctypes.c_void_p,)
    return lambda: call(argument)
