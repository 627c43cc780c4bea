"""What the screens know of the time server that the computer's clock is compared with. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import msgspec

from app.clock import ClockCheck


class TimeServerState(msgspec.Struct, frozen=True):
    """How it stands.

    Attributes:
        asking: whether an answer is waited for.
        check: what the last answer said, where there is one that holds.
        error: why the last question has no answer that can be used.
    """

    asking: bool = False
    check: ClockCheck | None = None
    error: BaseException | None = None


class TimeServer(Protocol):
    """Asks a time server, and remembers what it said."""

    @property
    def state(self) -> TimeServerState:
        """Return how it stands now."""
        ...

    def ask(self) -> None:
        """Ask the server that is set, once; listeners are told of the answer."""
        ...

    def settings_changed(self) -> None:
        """Ask where that was switched on, and forget what was said where it was switched off."""
        ...

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever the state is another one."""
        ...


class NoTimeServer:
    """Nobody is asked."""

    state = TimeServerState()

    def ask(self) -> None:
        """Do nothing."""

    def settings_changed(self) -> None:
        """Do nothing."""

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Do nothing: the state stays."""
        del listener
