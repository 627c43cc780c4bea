"""What can go wrong in the room of the case. Reading a ledger is not among it: that never raises."""

from __future__ import annotations


class CaseworkError(Exception):
    """Base of every error of this room."""


class UnwritableTextError(CaseworkError):
    """A text holds half a surrogate pair, as a damaged file name or argument does: no UTF-8 says that.

    Attributes:
        kind: the kind of the part that holds it.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(f"text of {kind!r} cannot be written as UTF-8")
        self.kind = kind
