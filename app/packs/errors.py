"""What can go wrong with rule packs."""

from __future__ import annotations


class PackError(Exception):
    """Base of what goes wrong with rule packs."""


class PackTableError(PackError):
    """A pack is not of the expected form, or says what cannot be.

    Attributes:
        reason: what is not understood.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BuiltInPackError(PackError):
    """The pack that comes with the program cannot be read.

    Attributes:
        reason: what is not understood.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
