"""What the screens know of timestamps from outside. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import msgspec


class StamperState(msgspec.Struct, frozen=True):
    """How it stands.

    Attributes:
        asking: whether an answer is waited for.
        at: the time of the last token since the window was opened, as a stamp; "" where there is none.
        authority: who gave it.
        covers: the place up to which it covers the log.
        nothing: whether nothing was due when it was looked last.
        error: why the last question has no token.
    """

    asking: bool = False
    at: str = ""
    authority: str = ""
    covers: int = 0
    nothing: bool = False
    error: BaseException | None = None


class Stamper(Protocol):
    """Has the log of the open case timestamped, where that is switched on."""

    @property
    def state(self) -> StamperState:
        """Return how it stands now."""
        ...

    def ask(self) -> None:
        """Ask now, whether it is switched on or not; listeners are told of the answer."""
        ...

    def settings_changed(self) -> None:
        """Begin to ask where that was switched on, and stop where it was switched off."""
        ...

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever the state is another one."""
        ...


class NoStamper:
    """Nobody is asked."""

    state = StamperState()

    def ask(self) -> None:
        """Do nothing."""

    def settings_changed(self) -> None:
        """Do nothing."""

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Do nothing: the state stays."""
        del listener
