"""What can go wrong with a picture."""

from __future__ import annotations

from enum import StrEnum


class PictureError(Exception):
    """Base of all that this room raises."""


class OwnPngError(PictureError):
    """The bytes are not a PNG that this program wrote.

    Attributes:
        flaw: the first thing that differs, in English, for logs and developers.
    """

    def __init__(self, flaw: str) -> None:
        super().__init__(f"not one of our own PNG files: {flaw}")
        self.flaw = flaw


class Refusal(StrEnum):
    """Why a picture of unknown origin is not shown."""

    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    UNSUPPORTED = "unsupported"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    WITHOUT_LIMITS = "without_limits"
    LOCKED = "locked"
    NOT_THERE = "not_there"


class Lacking(StrEnum):
    """What is missing for reading words in pictures."""

    ENGINE = "engine"
    LANGUAGE = "language"


class CannotReadWordsError(PictureError):
    """This machine lacks what words in pictures are read with. Nothing else is affected.

    Attributes:
        reason: what is missing.
    """

    def __init__(self, reason: Lacking) -> None:
        super().__init__(f"no words can be read in pictures: no {reason.value}")
        self.reason = reason


class PictureRefusedError(PictureError):
    """A picture of unknown origin could not be turned into pixels. The original is not affected.

    Attributes:
        reason: which limit or rule stopped it.
    """

    def __init__(self, reason: Refusal) -> None:
        super().__init__(f"picture refused: {reason.value}")
        self.reason = reason
