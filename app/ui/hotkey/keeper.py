"""The one key that takes a screenshot from every program: held, changed, tried, and given back. No Qt.

Rules:
- It does what another start of the program may ask, which is to take a screenshot, and nothing else: it shows nothing
  of the vault, opens nothing and covers nothing. So it works while the window is covered, locked or closed too.
- Keys that another program has are told, and the ones before stay: a person is never left without any by a choice.
- While somebody presses new keys into a field ours are given back, or pressing them would take a screenshot.
- Where a press is only tried, no screenshot is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, runtime_checkable

from app.language import Language
from app.settings import Settings
from app.ui.hotkey.keys import DEFAULT, Hotkey, Refused, parse, refusal


class HotkeyState(StrEnum):
    """Whether the key works in every program.

    Attributes:
        WAITS: it is not asked for yet.
        WORKS: it is ours.
        TAKEN: another program has it.
        NO_KEY: the keyboard has no such key.
        BY_DESKTOP: the desktop was asked and gave none; it has a place of its own to choose them.
        NOT_HERE: this system gives no key to a program.
    """

    WAITS = "waits"
    WORKS = "works"
    TAKEN = "taken"
    NO_KEY = "no_key"
    BY_DESKTOP = "by_desktop"
    NOT_HERE = "not_here"


class Grabber(Protocol):
    """Holds keys on one system; tells each press, without ever waiting for one."""

    def grab(self, hotkey: Hotkey) -> HotkeyState:
        """Ask the system for the keys; those before are given back first."""
        ...

    def release(self) -> None:
        """Give the keys back; may be called twice."""
        ...

    def close(self) -> None:
        """Give everything back; may be called twice."""
        ...


@runtime_checkable
class LateGrabber(Grabber, Protocol):
    """A grabber whose ``grab`` answers WAITS, since the desktop may ask the person first."""

    def tell_later(self, told: Callable[[HotkeyState, str], None], purpose: str) -> None:
        """Take who hears of it.

        Args:
            told: called with what came of it, and the keys as the desktop tells them ("" where it does not).
            purpose: what the key does, in the person's language; the desktop shows it.
        """
        ...


OpenGrabber = Callable[[Callable[[], None]], Grabber | None]
"""Returns what holds keys here and calls back at each press; None where no keys can be had after all."""


class HotkeyKeeper:
    """Keeps the key of one program.

    Attributes:
        hotkey: the keys.
        state: whether they work in every program.
        tried: asked at each press, if there is one; where it answers True the press was only a trial.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        possible: bool = False,
        ours: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        """Hold nothing yet.

        Args:
            settings: where the keys are kept.
            possible: whether this system gives keys to a program.
            ours: returns the keys that do something else in the window; asked when others are chosen.
        """
        self.hotkey = parse(settings.hotkey) or DEFAULT
        self.state = HotkeyState.WAITS if possible else HotkeyState.NOT_HERE
        self.tried: Callable[[], bool] | None = None
        self._settings = settings
        self._ours = ours
        self._grabber: Grabber | None = None
        self._paused = False
        self._desktop_words = ""
        self._listeners: list[Callable[[], None]] = []

    @property
    def possible(self) -> bool:
        """Whether a key can be had here."""
        return self.state is not HotkeyState.NOT_HERE

    def start(
        self, open_grabber: OpenGrabber, capture: Callable[[], None], purpose: str = ""
    ) -> None:
        """Hold the key from now on.

        Args:
            open_grabber: finds what holds keys on this system.
            capture: called at each press that is no trial.
            purpose: what the key does, in words that a desktop may show.
        """

        def pressed() -> None:
            if self._paused or (self.tried is not None and self.tried()):
                return
            capture()

        self._grabber = open_grabber(pressed)
        if isinstance(self._grabber, LateGrabber):
            self._grabber.tell_later(self._told, purpose)
        self._grab()

    @property
    def desktop_asks(self) -> bool:
        """Whether this desktop asks the person before it gives a key, and before it hands over a picture."""
        return isinstance(self._grabber, LateGrabber)

    def words(self, language: Language) -> str:
        """Return the keys that work, as people read them: the desktop's own words where it chose them."""
        return self._desktop_words or self.hotkey.words(language)

    def look_again(self) -> None:
        """Ask once more for keys that another program had."""
        if self.state in {HotkeyState.TAKEN, HotkeyState.NO_KEY} and not self._paused:
            self._grab()

    def choose(self, hotkey: Hotkey) -> Refused | None:
        """Take other keys; return why not, where they are refused: then those before stay."""
        refused = refusal(hotkey, self._ours())
        if refused is not None:
            return refused
        before, self.hotkey = self.hotkey, hotkey
        self._grab()
        if self.state in {HotkeyState.TAKEN, HotkeyState.NO_KEY}:
            refused = Refused(self.state)
            self.hotkey = before
            self._grab()
            return refused
        self._settings.choose_hotkey(hotkey.portable())
        return None

    def pause(self) -> None:
        """Give the keys back while others are pressed into a field."""
        self._paused = True
        if self._grabber is not None:
            self._grabber.release()

    def go_on(self) -> None:
        """Hold them again."""
        if self._paused:
            self._paused = False
            self._grab()

    def stop(self) -> None:
        """Give everything back: the program ends."""
        grabber, self._grabber = self._grabber, None
        self.tried = None
        if grabber is not None:
            grabber.close()

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever keys or state are others than before."""
        self._listeners.append(listener)

    def forget_listeners(self) -> None:
        """Call nobody any more: the window is built anew."""
        self._listeners.clear()
        self.tried = None

    def _told(self, state: HotkeyState, words: str) -> None:
        """Take what the desktop has answered."""
        self.state, self._desktop_words = state, words
        self._tell()

    def _grab(self) -> None:
        if self._grabber is not None and not self._paused:
            self.state = self._grabber.grab(self.hotkey)
        elif self._grabber is None:
            self.state = HotkeyState.NOT_HERE
        self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
