"""The X11 desktop by python-xlib: screens, scale, and the window with the focus.

Rules:
- Screens come from XRandR's monitors (1.5), asked at every grab: people plug screens in and out.
- Scale is Xft.dpi against 96, which is what toolkits on X11 draw by; where it is not set the scale is
  unknown. The millimetres a screen reports are its density, not its scale, and are not used.
- Only a display of this machine; one over the network is another machine's screen.
- The window is what the window manager says (_NET_ACTIVE_WINDOW, EWMH 1.5). Without one there is none. Where it is
  one of ours, such as a dialog that cannot be hidden, it is the next below it that is none of ours and is shown: what
  the person looked at before they turned to us.
- Titles are written by other programs: cut to a length, control characters out, never believed.
"""

from __future__ import annotations

import os
import platform
import re
import threading
import time
from pathlib import Path

import Xlib.display
from Xlib import X, Xatom, error
from Xlib.protocol.event import ClientMessage
from Xlib.xobject.drawable import Window

from app.capture.errors import NoDisplayError
from app.capture.frame import ActiveWindow, Region, plain
from app.casework.kinds.capture import Monitor
from app.display import NoXServerError, is_local, x_connection

_XFT_DPI = re.compile(r"^Xft\.dpi:\s*([0-9.]+)\s*$", re.MULTILINE)
_PLAIN_DPI = 96
_AS_A_PAGER = 2  # what a person asks for by a tool of the desktop is not taken for a window that pushes itself forward
_LOOK_EVERY_S = 0.01
_MOST_WORDS = 1024  # 32 bits each: 4 KiB of title are enough
_NO_WORK = ("_NET_WM_WINDOW_TYPE_DOCK", "_NET_WM_WINDOW_TYPE_DESKTOP")
_DELETED = " (deleted)"
_PROPERTY_ERRORS = (error.XError, error.ConnectionClosedError, OSError)


class X11Desk:
    """One connection to an X server, used by one thread at a time."""

    def __init__(self, display: str) -> None:
        """Connect.

        Args:
            display: the name from the environment, such as ``:0``.

        Raises:
            NoDisplayError: nobody answers there.
        """
        self._name = display
        self._lock = threading.Lock()
        self._display = connect(display)
        self._root = self._display.screen().root
        self._closed = False

    def monitors(self) -> tuple[Monitor, ...]:
        """All screens, now. Raises NoDisplayError when the server has gone."""
        with self._lock:
            try:
                scale_percent = self._scale_percent()
                found = self._randr_monitors(scale_percent)
                return found or (self._whole_desktop(scale_percent),)
            except _PROPERTY_ERRORS as fault:
                raise NoDisplayError(self._name) from fault

    def active_window(self) -> ActiveWindow:
        """The window with the focus; empty texts where nobody tells, or it has just gone."""
        with self._lock:
            try:
                window = self._focused()
                if window is not None and self._is_ours(window):
                    window = self._below(window)
                if window is None:
                    return ActiveWindow()
                return ActiveWindow(
                    self._title(window), self._program(window), int(window.id), self._place(window)
                )
            except _PROPERTY_ERRORS:
                return ActiveWindow()

    def wait_until_hidden(self, patience_s: float) -> bool:
        """Wait until what was hidden of ours is off the screen; return whether anything still was on it.

        A window manager that is late leaves the frame of a hidden window where it was, with the window's last picture.

        Args:
            patience_s: the longest that is waited.
        """
        limit = time.monotonic() + patience_s
        waited = False
        with self._lock:
            try:
                while self._is_behind() and time.monotonic() < limit:
                    waited = True
                    time.sleep(_LOOK_EVERY_S)
            except (error.ConnectionClosedError, OSError):
                return waited
        return waited

    def give_focus(self, number: int) -> None:
        """Ask the window manager to give the focus back to a window (_NET_ACTIVE_WINDOW, EWMH 1.5)."""
        with self._lock:
            try:
                asked = ClientMessage(
                    window=self._display.create_resource_object("window", number),
                    client_type=self._display.intern_atom("_NET_ACTIVE_WINDOW"),
                    data=(32, [_AS_A_PAGER, X.CurrentTime, 0, 0, 0]),
                )
                mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
                self._root.send_event(asked, event_mask=mask)
                self._display.sync()
            except _PROPERTY_ERRORS:
                return

    def close(self) -> None:
        """Hang up; may be called twice."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            try:
                self._display.close()
            except (error.ConnectionClosedError, OSError):
                return

    def _randr_monitors(self, scale_percent: int) -> tuple[Monitor, ...]:
        if not self._display.has_extension("RANDR"):
            return ()
        version = self._display.xrandr_query_version()
        if (version.major_version, version.minor_version) < (1, 5):
            return ()
        return tuple(
            Monitor(
                x=monitor.x,
                y=monitor.y,
                width_px=monitor.width_in_pixels,
                height_px=monitor.height_in_pixels,
                scale_percent=scale_percent,
                name=plain(str(self._display.get_atom_name(monitor.name))),
            )
            for monitor in self._root.xrandr_get_monitors().monitors
        )

    def _whole_desktop(self, scale_percent: int) -> Monitor:
        """For servers that know no monitors: the root window is the only screen."""
        place = self._root.get_geometry()
        return Monitor(
            x=0,
            y=0,
            width_px=place.width,
            height_px=place.height,
            scale_percent=scale_percent,
        )

    def _scale_percent(self) -> int:
        found = self._root.get_full_property(Xatom.RESOURCE_MANAGER, Xatom.STRING)
        match = _XFT_DPI.search(_text(found.value)) if found else None
        if match is None:
            return 0
        try:
            return round(float(match[1]) * 100 / _PLAIN_DPI)
        except ValueError:
            return 0

    def _focused(self) -> Window | None:
        numbers = self._numbers(self._root, "_NET_ACTIVE_WINDOW")
        # Some window managers answer with two numbers, the second 0; none at all means 0 alone.
        if not numbers or not numbers[0]:
            return None
        window: Window = self._display.create_resource_object("window", numbers[0])
        return window

    def _is_behind(self) -> bool:
        """Whether the window manager has yet to see to a window of ours that was hidden, or any that was destroyed."""
        for number in self._numbers(self._root, "_NET_CLIENT_LIST", _MOST_WORDS):
            window: Window = self._display.create_resource_object("window", number)
            try:
                hidden = window.get_attributes().map_state == X.IsUnmapped
                if hidden and self._is_ours(window) and self._stands_in_shown_frame(window):
                    return True
            except error.XError:
                return True
        return False

    @staticmethod
    def _stands_in_shown_frame(window: Window) -> bool:
        tree = window.query_tree()
        if tree.parent == tree.root:
            return False
        return bool(tree.parent.get_attributes().map_state == X.IsViewable)

    def _is_ours(self, window: Window) -> bool:
        return self._process(window) == os.getpid()

    def _below(self, ours: Window) -> Window | None:
        """The highest window below one of ours that is another program's, shown, and no panel or desktop."""
        stacked = self._numbers(self._root, "_NET_CLIENT_LIST_STACKING", _MOST_WORDS)
        if ours.id in stacked:
            del stacked[stacked.index(ours.id) :]
        passed = {self._display.intern_atom(name) for name in _NO_WORK}
        for number in reversed(stacked):
            window: Window = self._display.create_resource_object("window", number)
            try:
                shown = window.get_attributes().map_state == X.IsViewable
                if not shown or self._is_ours(window):
                    continue
                if passed.isdisjoint(self._numbers(window, "_NET_WM_WINDOW_TYPE")):
                    return window
            except error.XError:
                continue  # it has just gone
        return None

    def _place(self, window: Window) -> Region | None:
        """Where a window stands with its frame, without the shadow that some draw around themselves."""
        try:
            size = window.get_geometry()
            corner = self._root.translate_coords(window, 0, 0)
        except error.XError:
            return None
        left, right, top, bottom = self._around(window, "_NET_FRAME_EXTENTS")
        inner = [-each for each in self._around(window, "_GTK_FRAME_EXTENTS")]
        left, right, top, bottom = (
            left + inner[0],
            right + inner[1],
            top + inner[2],
            bottom + inner[3],
        )
        return Region(
            corner.x - left,
            corner.y - top,
            size.width + left + right,
            size.height + top + bottom,
        )

    def _around(self, window: Window, name: str) -> list[int]:
        found = self._numbers(window, name)
        return found if len(found) == 4 else [0, 0, 0, 0]

    def _title(self, window: Window) -> str:
        for name in ("_NET_WM_NAME", "WM_NAME"):
            found = self._property(window, name)
            if found:
                return plain(_text(found))
        return ""

    def _program(self, window: Window) -> str:
        """The file name of the program, never its path: that may hold the user's name."""
        process = self._process(window)
        if not process:
            return ""
        try:
            link = os.readlink(f"/proc/{process}/exe")  # noqa: PTH115  # may be no valid path
        except OSError:
            return ""
        program = os.fsencode(link.removesuffix(_DELETED)).decode("utf-8", "replace")
        return plain(Path(program).name)

    def _process(self, window: Window) -> int:
        """The process that a window belongs to; 0 where it does not say, or is another machine's."""
        numbers = self._numbers(window, "_NET_WM_PID")
        machine = self._property(window, "WM_CLIENT_MACHINE")
        if not numbers or (machine and _text(machine) != platform.node()):
            return 0
        return numbers[0]

    def _property(self, window: Window, name: str) -> bytes:
        atom = self._display.intern_atom(name)
        found = window.get_property(atom, X.AnyPropertyType, 0, _MOST_WORDS)
        if found is None or found.format != 8:
            return b""
        value = found.value
        return value.encode("latin-1", "replace") if isinstance(value, str) else bytes(value)

    def _numbers(self, window: Window, name: str, most: int = 4) -> list[int]:
        atom = self._display.intern_atom(name)
        found = window.get_property(atom, X.AnyPropertyType, 0, most)
        return [int(number) for number in found.value] if found and found.format == 32 else []


def connect(display: str) -> Xlib.display.Display:
    """Connect to an X server of this machine.

    Args:
        display: the name from the environment, such as ``:0``.

    Raises:
        NoDisplayError: nobody answers there, or it is another machine's.
    """
    if not is_local(display):
        raise NoDisplayError(display)
    try:
        with x_connection(display):
            return Xlib.display.Display(display)
    except (NoXServerError, error.DisplayError, error.ConnectionClosedError, OSError) as fault:
        raise NoDisplayError(display) from fault


def _text(value: bytes | str) -> str:
    """UTF-8 where it is, else Latin-1, which is what old programs write."""
    if isinstance(value, str):
        return value
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
