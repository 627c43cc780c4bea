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


class UnreadableRecordError(CaseworkError):
    """What was to be sealed would not read back as what it says.

    Attributes:
        kind: the kind of the part.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(f"{kind!r} does not read back")
        self.kind = kind


class OnlyAnExampleError(CaseworkError):
    """Something of the person's own was to be written into the example case."""


class NotErasableThingError(CaseworkError):
    """What was named is nothing that is erased by itself, such as a package or an entry of the program.

    Attributes:
        seq: its place.
    """

    def __init__(self, seq: int) -> None:
        super().__init__(f"entry {seq} is not erased by itself")
        self.seq = seq


class NothingLeftInCaseError(CaseworkError):
    """Nothing is left of the case that was to be erased."""

    def __init__(self) -> None:
        super().__init__("nothing is left of the case")


class AlreadyErasedError(CaseworkError):
    """Nothing is left of what was to be erased.

    Attributes:
        seq: its place.
    """

    def __init__(self, seq: int) -> None:
        super().__init__(f"nothing is left of entry {seq}")
        self.seq = seq


class NothingSaidError(CaseworkError):
    """What was to be written down says nothing."""


class EmptyNoteError(NothingSaidError):
    """A note without a word."""


class CprGivenError(CaseworkError):
    """Words that are to name nobody hold something like a CPR number."""


class NameGivenError(CaseworkError):
    """Words that are to name nobody hold something like a name."""


class OfferAlreadySharedError(CaseworkError):
    """Support that was offered is to be shared, and was shared before.

    Attributes:
        seq: the place of what was shared.
    """

    def __init__(self, seq: int) -> None:
        super().__init__(f"shared before as entry {seq}")
        self.seq = seq


class ConsentError(CaseworkError):
    """Something private is to be shared, and may not be.

    Attributes:
        seq: its place in the private chain.
    """

    def __init__(self, seq: int) -> None:
        super().__init__(f"private entry {seq}")
        self.seq = seq


class ConsentMissingError(ConsentError):
    """No consent for this recipient names it, or that was withdrawn."""


class ConsentOutdatedError(ConsentError):
    """It was corrected since the person said yes."""


class ConsentFileMissingError(ConsentError):
    """The person said yes to it, and not to its file."""


class NoFileToShareError(ConsentError):
    """It holds no file that can be shared."""


class NotOfferedError(ConsentError):
    """The recipient's report has no place for such a thing."""


class EmptyIncidentError(NothingSaidError):
    """An event of which nothing is said."""


class EmptyContactError(NothingSaidError):
    """A contact without name, place, number or address."""


class UnknownReferenceError(CaseworkError):
    """What was typed names nothing in this case.

    Attributes:
        typed: as the person typed it.
    """

    def __init__(self, typed: str) -> None:
        super().__init__(f"{typed!r} names nothing here")
        self.typed = typed


class NotAnExhibitError(CaseworkError):
    """What was typed names something that is no exhibit.

    Attributes:
        typed: as the person typed it.
    """

    def __init__(self, typed: str) -> None:
        super().__init__(f"{typed!r} is no exhibit")
        self.typed = typed


class AmountError(CaseworkError):
    """What was typed is no amount of money, or can be read in two ways.

    Attributes:
        typed: as the person typed it.
    """

    def __init__(self, typed: str) -> None:
        super().__init__(f"no amount: {typed!r}")
        self.typed = typed


class NumberError(CaseworkError):
    """What was typed is no whole number, or none that can be meant.

    Attributes:
        typed: as the person typed it.
        lowest: the least that it can be.
        highest: the most.
    """

    def __init__(self, typed: str, lowest: int, highest: int) -> None:
        super().__init__(f"no number: {typed!r}")
        self.typed = typed
        self.lowest = lowest
        self.highest = highest


class TimeError(CaseworkError):
    """A time that was typed cannot be taken as one.

    Attributes:
        typed: as the person typed it.
    """

    def __init__(self, typed: str) -> None:
        super().__init__(f"no time: {typed!r}")
        self.typed = typed


class TimeFormError(TimeError):
    """It is not written in a way that is understood, or there is no such day or time of day."""


class ClockMissingError(TimeError):
    """It names a day, and a time of day is needed too."""


class DayMissingError(TimeError):
    """It names a time of day, and not of which day."""


class WeekdayError(TimeError):
    """It names a day of the week on which that day did not fall."""


class TimeSkippedError(TimeError):
    """The clock never showed that time in Denmark: it was put forward over it that night."""


class TimeTwiceError(TimeError):
    """The clock showed that time twice in Denmark: it was put back that night.

    Attributes:
        first: offset of the earlier of the two, such as ``+02:00``.
        second: offset of the later one, such as ``+01:00``.
    """

    def __init__(self, typed: str, first: str, second: str) -> None:
        super().__init__(typed)
        self.first = first
        self.second = second
