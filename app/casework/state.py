"""The case as all its entries make it: an immutable value, and ways to look things up in it.

How an entry changes it stands in folding.py. What is written in the private chain stands in a field of its own, so
that nothing that leaves the house can take it along by accident.

Every count that is shown follows one rule: what was put out of sight is not counted, since it is not seen either;
everything else is, whole screens and files that cannot be shown included.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from app.casework.clock_jumps import Reading
from app.casework.exhibit import Exhibit
from app.casework.items import GapAt, Step, Unplaced, Unread
from app.casework.kind import Kept, V, Written
from app.casework.kinds import KEPT
from app.casework.kinds.by_vault import Restoration
from app.casework.kinds.case import AUTHOR, CASE, Author
from app.casework.kinds.compared import Compared
from app.casework.kinds.dossier import Delivery, SealedDossier
from app.casework.kinds.incident import INCIDENT, Incident
from app.casework.kinds.witness import Witnessed
from app.casework.rows import Places, Rows
from app.casework.senders import Senders
from app.casework.versions import Versioned
from app.language import Language
from evidence_store import EntryId

R = TypeVar("R")

EXHIBIT = "exhibit"


class Place(msgspec.Struct, frozen=True):
    """Where a thing stands in the state: EXHIBIT or a kind's tag, in which zone, and at which index from 0."""

    tag: str
    index: int
    private: bool = False


Thing = Exhibit | Versioned[Any] | SealedDossier | Delivery | Restoration | Witnessed | Compared


def entries_of(thing: Thing | Unread) -> frozenset[EntryId]:
    """Return the entries that a thing stands in, its corrections and the pictures made from it included."""
    match thing:
        case Exhibit():
            return frozenset(thing.entries)
        case Versioned():
            return frozenset(version.entry for version in thing.versions)
        case _:
            return frozenset((thing.entry,))


class CaseState(msgspec.Struct, frozen=True):
    """Everything known of one case. All sequences are in the order of the ledger.

    Attributes:
        case_id: the case, "" before its first entry.
        evidence_chain: id of the chain of evidence.
        private_chain: id of the private chain.
        exhibits: exhibit number n stands at index n - 1; hidden and erased ones keep their place.
        rows: what else there is, by the tag of its kind; asked by ``of``.
        private_rows: what was written in the private chain; it leaves with nothing. Asked by ``private_of``.
        timeline: every entry of the evidence chain.
        private_timeline: every entry of the private chain.
        senders: the profiles behind the incidents, with their letters.
        unreadable: entries that could be put nowhere.
        gaps: parts that could not be read.
        places: where the thing of an entry stands, corrections and derived pictures included.
        mentions: which things of the evidence chain are about an entry, by the entry they name.
        private_mentions: the same of things of the private chain; it leaves with nothing. Asked by ``private_about``.
        series: the later pictures of a series, by the entry of its first one; asked in series.py.
        latest: the latest time of the chain of evidence, which need not be that of its last entry.
        clocks: the clocks as its last entry has them.
        jumps: entries of both chains before which the computer's clock was moved.
    """

    case_id: str = ""
    evidence_chain: str = ""
    private_chain: str = ""
    exhibits: Rows[Exhibit] = msgspec.field(default_factory=Rows)
    rows: Mapping[str, Rows[Any]] = {}
    private_rows: Mapping[str, Rows[Any]] = {}
    timeline: Rows[Step] = msgspec.field(default_factory=Rows)
    private_timeline: Rows[Step] = msgspec.field(default_factory=Rows)
    senders: Senders = msgspec.field(default_factory=Senders)
    unreadable: Rows[Unplaced] = msgspec.field(default_factory=Rows)
    gaps: Rows[GapAt] = msgspec.field(default_factory=Rows)
    places: Places[EntryId, Place] = msgspec.field(default_factory=Places)
    mentions: Places[EntryId, tuple[EntryId, ...]] = msgspec.field(default_factory=Places)
    private_mentions: Places[EntryId, tuple[EntryId, ...]] = msgspec.field(default_factory=Places)
    series: Places[EntryId, tuple[EntryId, ...]] = msgspec.field(default_factory=Places)
    latest: str = ""
    latest_private: str = ""
    clocks: Reading | None = None
    clocks_private: Reading | None = None
    jumps: Rows[Step] = msgspec.field(default_factory=Rows)

    def of(self, kind: Kept[R]) -> Rows[R]:
        """Return what there is of a kind, without what is private."""
        return self.rows.get(kind.tag, _NONE)

    def private_of(self, kind: Written[V]) -> Rows[Versioned[V]]:
        """Return what there is of a kind in the private chain."""
        return self.private_rows.get(kind.tag, _NONE)

    @property
    def title(self) -> str:
        """The case's name, "" while it has none."""
        named = self.of(CASE)
        return named[-1].value.title if named else ""

    @property
    def local_ref(self) -> str:
        """The person's own reference."""
        named = self.of(CASE)
        return named[-1].value.local_ref if named else ""

    @property
    def author(self) -> Author | None:
        """Whose dossier it is."""
        named = self.of(AUTHOR)
        return named[-1].value if named else None

    def exhibit(self, number: int) -> Exhibit | None:
        """The exhibit with that number, counted from 1."""
        return self.exhibits[number - 1] if 0 < number <= len(self.exhibits) else None

    def step_of(self, entry: EntryId) -> Step | None:
        """The entry in the course of events; None where it is of neither chain."""
        steps = self.private_timeline if entry.chain == self.private_chain else self.timeline
        index = bisect_left(steps, entry.seq, key=lambda step: step.entry.seq)
        found = steps[index] if index < len(steps) else None
        return found if found is not None and found.entry == entry else None

    def jumps_of(self, thing: Thing | Unread) -> tuple[Step, ...]:
        """The entries of a thing before which the computer's clock was moved, in the order of the ledger."""
        if not self.jumps:
            return ()
        entries = entries_of(thing)
        return tuple(step for step in self.jumps if step.entry in entries)

    def thing_of(self, entry: EntryId) -> Thing | None:
        """What the entry made or changed; None where it did neither."""
        place = self.places.get(entry)
        return None if place is None else self.thing_at(place)

    def thing_at(self, place: Place) -> Thing:
        """What stands at a place."""
        thing: Thing
        if place.tag == EXHIBIT:
            thing = self.exhibits[place.index]
        else:
            thing = (self.private_rows if place.private else self.rows)[place.tag][place.index]
        return thing

    def exhibit_of(self, entry: EntryId) -> Exhibit | None:
        """The exhibit that the entry is the original, a view or a working copy of."""
        place = self.places.get(entry)
        return self.exhibits[place.index] if place is not None and place.tag == EXHIBIT else None

    def numbers_of(self, entries: Sequence[EntryId]) -> tuple[int, ...]:
        """Return the numbers of the exhibits that entries stand in, each once, in the order of the entries."""
        found = (self.exhibit_of(entry) for entry in entries)
        return tuple(dict.fromkeys(each.number for each in found if each is not None))

    def titles_of(self, entries: Sequence[EntryId], language: Language) -> tuple[str, ...]:
        """Return what a list calls the things among entries that were written down, each once; not the private."""
        places = dict.fromkeys(self.places.get(entry) for entry in entries)
        found = []
        for place in places:
            kind = KEPT.get(place.tag) if place is not None else None
            if place is not None and not place.private and isinstance(kind, Written):
                thing: Any = self.thing_at(place)
                found.append(kind.line_of(thing.current, self, language)[0])
        return tuple(found)

    def about(self, entry: EntryId, kind: Written[V]) -> tuple[Versioned[V], ...]:
        """What of a kind is about the thing of an entry as it stands now, in the order of the ledger; not the private.

        A thing is named by any of its entries.
        """
        rows = self.of(kind)
        return tuple(rows[index] for index in self._about(entry, kind.tag, self.mentions))

    def private_about(self, entry: EntryId, kind: Written[V]) -> tuple[Versioned[V], ...]:
        """What of a kind in the private chain is about the thing of an entry, of either chain, as it stands now."""
        rows = self.private_of(kind)
        return tuple(rows[index] for index in self._about(entry, kind.tag, self.private_mentions))

    def _about(
        self, entry: EntryId, tag: str, mentions: Places[EntryId, tuple[EntryId, ...]]
    ) -> list[int]:
        thing = self.thing_of(entry)
        names = {entry} if thing is None else entries_of(thing)
        places = (self.places.get(written) for name in names for written in mentions.get(name, ()))
        return sorted({place.index for place in places if place is not None and place.tag == tag})

    def incidents_about(self, exhibit: Exhibit) -> tuple[Versioned[Incident], ...]:
        """The incidents that refer to an exhibit as they stand now, in the order of the ledger."""
        return self.about(exhibit.original, INCIDENT)


_NONE: Rows[Any] = Rows()


class Counts(msgspec.Struct, frozen=True):
    """How many of each are in sight."""

    exhibits: int = 0
    incidents: int = 0


def counted(state: CaseState) -> Counts:
    """Return how much of the case is in sight."""
    return Counts(
        exhibits=sum(not exhibit.hidden for exhibit in state.exhibits),
        incidents=sum(not incident.hidden for incident in state.of(INCIDENT)),
    )
