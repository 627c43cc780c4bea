"""What was said at one time, and how it was corrected since."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from app.casework.decoded import Decoded, Gap
from app.casework.part import Person
from evidence_store import EntryId

T = TypeVar("T")


class Version(msgspec.Struct, Generic[T], frozen=True):
    """What was said at one time."""

    entry: EntryId
    time: str
    value: T
    person: Person | Gap | None = None


def version_of(entry: Decoded, value: T) -> Version[T]:
    """Return what an entry says, with when and by whom."""
    return Version(entry.id, entry.time, value, entry.read("person", Person))


class Versioned(msgspec.Struct, Generic[T], frozen=True):
    """Something that may have been corrected; every value that ever stood can still be read.

    Attributes:
        id: the first entry; it names the thing for ever.
        versions: oldest first, at least one; the last one stands.
        hidden: put out of sight.
        lost_target: what the first entry meant to correct, where that is no such thing in this case.
    """

    id: EntryId
    versions: tuple[Version[T], ...]
    hidden: bool = False
    lost_target: EntryId | None = None

    @property
    def current(self) -> T:
        """What stands."""
        return self.versions[-1].value

    @property
    def entry(self) -> EntryId:
        """The entry of what stands."""
        return self.versions[-1].entry

    @property
    def time(self) -> str:
        """When it was first sealed."""
        return self.versions[0].time

    @property
    def changed(self) -> str:
        """When what stands was sealed."""
        return self.versions[-1].time

    @property
    def earlier(self) -> tuple[Version[T], ...]:
        """What stood before, oldest first; empty when nothing was corrected."""
        return self.versions[:-1]
