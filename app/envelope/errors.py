"""What can go wrong with an envelope. Nothing of it was kept when one of these is raised."""

from __future__ import annotations


class EnvelopeError(Exception):
    """Base of all that this room raises."""


class NotAnEnvelopeError(EnvelopeError):
    """The file is no envelope."""


class OtherVaultError(EnvelopeError):
    """The envelope was closed for another vault, or its first lines were changed."""


class EnvelopeChangedError(EnvelopeError):
    """The envelope was cut short, or changed on its way.

    Attributes:
        reason: what the reader said, for the log.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class LyingEnvelopeError(EnvelopeError):
    """What lies in the envelope is not what it says: a hash, a size, a count or its form.

    Attributes:
        reason: what was wrong, for the log.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class EnvelopeTooLargeError(EnvelopeError):
    """There is more in it than an envelope may hold.

    Attributes:
        most_mb: how many megabytes (of 1,048,576 bytes) it may hold.
    """

    def __init__(self, most_mb: int) -> None:
        super().__init__(f"more than {most_mb} MB")
        self.most_mb = most_mb


class NewerEnvelopeError(EnvelopeError):
    """The envelope was closed by a page of a later form."""


class EnvelopeKeyError(EnvelopeError):
    """What the vault kept as its key for envelopes is none."""


class EnvelopesUnsupportedError(EnvelopeError):
    """The library is not there for this kind of computer."""


class PageAddressError(EnvelopeError):
    """What was given is no address that a page can stand at.

    Attributes:
        address: as it was written.
    """

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class PageMissingError(EnvelopeError):
    """The page is not among the program's files, or is not the one that was built."""
