"""A key of the whole X desktop by XGrabKey: it is taken from every other program, and told to us alone.

Rules:
- Nothing else that is typed comes here: only the one key is asked for.
- NumLock, CapsLock and ScrollLock make other keys of it for X, so it is asked for with each of them.
- The program never waits for a press; it reads what has come. A key that is held down is one press.
- When the keyboard is laid out anew the key is asked for again: it may lie elsewhere.
"""

from __future__ import annotations

from itertools import combinations

from Xlib import XK, X, error
from Xlib.protocol.rq import Event

from app.capture.desktop_keys import KeyGrab
from app.capture.errors import NoDisplayError
from app.capture.x11 import connect

_FAULTS = (error.XError, error.ConnectionClosedError, OSError)
_LOCKS = ("Num_Lock", "Scroll_Lock")
_MODIFIERS = 8


class X11Keys:
    """One connection to an X server, used by one thread."""

    def __init__(self, display: str) -> None:
        """Connect.

        Args:
            display: the name from the environment, such as ``:0``.

        Raises:
            NoDisplayError: nobody answers there.
        """
        self._name = display
        self._display = connect(display)
        # What is not asked for by a request that listens for it is no fault of the person's.
        self._display.set_error_handler(lambda _fault, _request: None)
        self._root = self._display.screen().root
        self._held: tuple[int, tuple[int, ...]] | None = None
        self._wanted: tuple[str, bool, bool, bool] | None = None
        self._let_go_at = -1
        self._closed = False

    def fileno(self) -> int:
        """Return what can be read when something has come."""
        return int(self._display.fileno())

    def grab(self, key: str, *, ctrl: bool, shift: bool, alt: bool) -> KeyGrab:
        """Ask for a key; the one before is given back first.

        Args:
            key: X's name of it, such as ``F8`` or ``t``; letters large or small.
            ctrl: held with Ctrl.
            shift: held with Shift.
            alt: held with Alt.

        Raises:
            NoDisplayError: the server has gone.
        """
        try:
            self.release()
            self._wanted = key, ctrl, shift, alt
            return self._grab(key, ctrl=ctrl, shift=shift, alt=alt)
        except _FAULTS as fault:
            raise NoDisplayError(self._name) from fault

    def release(self) -> None:
        """Give the key back; may be called twice.

        Raises:
            NoDisplayError: the server has gone.
        """
        held, self._held, self._wanted = self._held, None, None
        if held is None or self._closed:
            return
        try:
            self._ungrab(*held)
            self._display.sync()
        except _FAULTS as fault:
            raise NoDisplayError(self._name) from fault

    def read(self) -> int:
        """Return how often the key was pressed since the last look, without waiting.

        Raises:
            NoDisplayError: the server has gone.
        """
        presses = 0
        try:
            while not self._closed and self._display.pending_events():
                presses += self._is_press(self._display.next_event())
        except _FAULTS as fault:
            raise NoDisplayError(self._name) from fault
        return presses

    def close(self) -> None:
        """Hang up, which gives the key back; may be called twice."""
        if self._closed:
            return
        self._closed = True
        self._held = None
        try:
            self._display.close()
        except (error.ConnectionClosedError, OSError):
            return

    def _grab(self, key: str, *, ctrl: bool, shift: bool, alt: bool) -> KeyGrab:
        code = self._code(key)
        if not code:
            return KeyGrab.NO_KEY
        held = (X.ControlMask, ctrl), (X.ShiftMask, shift), (self._mask("Alt_L") or X.Mod1Mask, alt)
        wanted = sum(mask for mask, down in held if down)
        every = self._with_locks(wanted)
        refused = error.CatchError(error.BadAccess)
        for modifiers in every:
            self._root.grab_key(
                code, modifiers, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused
            )
        self._display.sync()
        if refused.get_error() is not None:
            self._ungrab(code, every)
            self._display.sync()
            return KeyGrab.TAKEN
        self._held = code, every
        return KeyGrab.HELD

    def _ungrab(self, code: int, every: tuple[int, ...]) -> None:
        for modifiers in every:
            self._root.ungrab_key(code, modifiers)

    def _is_press(self, event: Event) -> bool:
        if event.type == X.MappingNotify:
            self._display.refresh_keyboard_mapping(event)
            self._grab_again()
        elif event.type == X.KeyRelease:
            self._let_go_at = event.time
        elif event.type == X.KeyPress:
            # The server lets go of a key that is held down, and presses it again, in the same moment.
            return self._held is not None and event.time != self._let_go_at
        return False

    def _grab_again(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        key, ctrl, shift, alt = wanted
        if self._held is not None:
            self._ungrab(*self._held)
            self._held = None
        self._grab(key, ctrl=ctrl, shift=shift, alt=alt)

    def _with_locks(self, modifiers: int) -> tuple[int, ...]:
        """Return the modifiers with each mix of locks."""
        found = {X.LockMask, *(self._mask(name) for name in _LOCKS)} - {0}
        locks = sorted(mask for mask in found if not modifiers & mask)
        mixes = (mix for size in range(len(locks) + 1) for mix in combinations(locks, size))
        return tuple(modifiers | sum(mix) for mix in mixes)

    def _code(self, key: str) -> int:
        return int(self._display.keysym_to_keycode(XK.string_to_keysym(_x_name(key))))

    def _mask(self, key: str) -> int:
        """Return the modifier that a key switches; 0 where it is none."""
        codes = {code for code, _ in self._display.keysym_to_keycodes(XK.string_to_keysym(key))}
        for number, switched_by in enumerate(self._display.get_modifier_mapping()):
            if number < _MODIFIERS and codes & {code for code in switched_by if code}:
                return 1 << number
        return 0


def _x_name(key: str) -> str:
    return key.lower() if len(key) == 1 else key
