"""What can go wrong when time is asked for outside. Nothing was changed when one of these is raised."""

from __future__ import annotations


class AnchorError(Exception):
    """Base of all that this room raises."""


class ServerNameError(AnchorError):
    """What was written is no name of a server.

    Attributes:
        server: as it was written.
    """

    def __init__(self, server: str) -> None:
        super().__init__(server)
        self.server = server


class NoTimeAnswerError(AnchorError):
    """The time server was not found, or did not answer in time.

    Attributes:
        server: its name.
    """

    def __init__(self, server: str) -> None:
        super().__init__(server)
        self.server = server


class UnfitTimeAnswerError(AnchorError):
    """What came back is no usable answer: it belongs to another question, or the server has no time to give.

    Attributes:
        server: its name.
        reason: what was wrong, for the log.
    """

    def __init__(self, server: str, reason: str) -> None:
        super().__init__(f"{server}: {reason}")
        self.server = server
        self.reason = reason
