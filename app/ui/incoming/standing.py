"""How it stands while files come in, and what shows it. No Qt."""

from __future__ import annotations

from typing import Protocol

import msgspec


class Standing(msgspec.Struct, frozen=True):
    """What the sheet shows.

    Attributes:
        running: something is being kept.
        line: what is going on, or how it ended.
        part: how much is done, 0 to 1; None where nobody can tell.
        refused: what was not kept, one line each.
        can_retry: there is something to try again.
    """

    running: bool
    line: str
    part: float | None
    refused: tuple[str, ...] = ()
    can_retry: bool = False


class IncomingView(Protocol):
    """What the presenter asks of the sheet."""

    def show_standing(self, standing: Standing) -> None:
        """Show how it stands; a short run need not be shown at all."""
        ...

    def leave(self) -> None:
        """Hide: there is nothing to tell any more."""
        ...
