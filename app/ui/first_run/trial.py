"""The trial of the key that works in every program, on its card. No Qt.

In front of the card a press takes no picture and is shown; in front of another program it takes one, as ever.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import msgspec

from app.language import Language
from app.ui.hotkey.keeper import HotkeyKeeper, HotkeyState
from app.ui.hotkey.keys import Hotkey
from app.ui.hotkey.words import refusal_words, state_words


class Trial(msgspec.Struct, frozen=True):
    """How the trial of the key goes.

    Attributes:
        hotkey: the keys.
        works: they are ours.
        came: they were pressed, and came here.
        trouble: why they do not work, or why others were not taken.
        keys: they, as people read them.
        asks: whether this desktop asks the person before it hands over a picture of the screen.
    """

    hotkey: Hotkey
    works: bool
    came: bool
    trouble: str
    keys: str = ""
    asks: bool = False


class TrialView(Protocol):
    """What is asked of the card."""

    def show_trial(self, trial: Trial) -> None:
        """Show the key, and whether it came."""
        ...

    def is_in_front(self) -> bool:
        """Return whether the person is at the cards now."""
        ...


class KeyTrial:
    """One trial."""

    def __init__(
        self,
        keeper: HotkeyKeeper,
        language: Language,
        page: TrialView,
        wanted: Callable[[], bool],
    ) -> None:
        """Begin with nothing tried.

        Args:
            keeper: holds the key.
            language: words.
            page: shows the trial.
            wanted: whether its card is the one that is shown.
        """
        self._keeper = keeper
        self._language = language
        self._page = page
        self._wanted = wanted
        self._came = False
        self._refused = ""
        keeper.subscribe(self.show)

    def begin(self) -> None:
        """The card is shown: the next press is a trial."""
        self._keeper.tried = self._tried
        self._keeper.look_again()

    def wait_for_keys(self, *, waiting: bool) -> None:
        """Give the key back while others are pressed into the field."""
        if waiting:
            self._refused = ""
            self._keeper.pause()
        else:
            self._keeper.go_on()

    def choose(self, hotkey: Hotkey) -> None:
        """Take other keys, if they may be taken; they are tried anew."""
        refused = self._keeper.choose(hotkey)
        self._refused = "" if refused is None else refusal_words(refused, hotkey, self._language)
        self._came = self._came and refused is not None
        self.show()

    def show(self) -> None:
        """Show how it goes."""
        keeper = self._keeper
        works = keeper.state is HotkeyState.WORKS
        waits = keeper.state is HotkeyState.WAITS
        trouble = "" if works or waits else state_words(keeper, self._language)
        came = self._came and works
        words, asks = keeper.words(self._language), keeper.desktop_asks
        said = self._refused or trouble
        self._page.show_trial(Trial(keeper.hotkey, works, came, said, words, asks))

    def _tried(self) -> bool:
        """Return whether a press was a trial, which is shown."""
        if not self._wanted() or not self._page.is_in_front():
            return False
        self._came, self._refused = True, ""
        self.show()
        return True
