"""What can go wrong with rule packs."""

from __future__ import annotations

from datetime import date
from pathlib import Path


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


class PackSignatureError(PackError):
    """The signature of a pack does not fit what is in it: something was changed, or never fitted."""


class PackKeyError(PackError):
    """A pack is signed with another key than the one that was accepted of its publisher.

    Attributes:
        publisher: what the publisher calls itself.
        known: the fingerprint of the key that was accepted.
        found: the fingerprint of the key of this pack.
    """

    def __init__(self, publisher: str, known: str, found: str) -> None:
        super().__init__(publisher)
        self.publisher = publisher
        self.known = known
        self.found = found


class PackVersionError(PackError):
    """A pack is not newer than the one that was accepted.

    Attributes:
        version: of this pack.
        held: the highest that was accepted.
    """

    def __init__(self, version: int, held: int) -> None:
        super().__init__(f"{version} <= {held}")
        self.version = version
        self.held = held


class PackExpiredError(PackError):
    """A pack has run out.

    Attributes:
        expires_on: its last day.
    """

    def __init__(self, expires_on: date) -> None:
        super().__init__("has run out")
        self.expires_on = expires_on


class PackOpensMoreError(PackError):
    """A recipient of a pack would be shown more than the one of the program that it is made from.

    Attributes:
        recipient: its name in the pack.
        what: what it would open, as the pack has it.
    """

    def __init__(self, recipient: str, what: str) -> None:
        super().__init__(f"{recipient}: {what}")
        self.recipient = recipient
        self.what = what


class FingerprintError(PackError):
    """What was typed is not the fingerprint of the pack's key.

    Attributes:
        found: the fingerprint that it has.
    """

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class NoSuchPackError(PackError):
    """No pack of that name was accepted.

    Attributes:
        name: what was named.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class TrustFileError(PackError):
    """The file with the accepted keys cannot be read: without it no key can be called the right one.

    Attributes:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path
