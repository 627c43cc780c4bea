"""The case as all its entries make it: an immutable value, and ways to look things up in it.

How an entry changes it stands in folding.py. Private notes stand in a field of their own, so that nothing that
leaves the house can take them along by accident.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum

import msgspec

from app.casework.clock_jumps import Reading
from app.casework.items import (
    Contact,
    Delivery,
    Erasure,
    Exhibit,
    GapAt,
    HandedOver,
    Incident,
    Note,
    Notification,
    Restoration,
    SealedDossier,
    Step,
    Unplaced,
    Version,
    Versioned,
)
from app.casework.records import Author, CaseFacts
from app.casework.rows import Places, Rows
from app.casework.senders import Senders
from app.casework.unread_entry import Unread
from evidence_store import EntryId


class Shelf(StrEnum):
    """Which sequence of the state an entry's thing stands in."""

    EXHIBIT = "exhibits"
    INCIDENT = "incidents"
    NOTE = "notes"
    PRIVATE_NOTE = "private_notes"
    CONTACT = "contacts"
    NOTIFICATION = "notifications"
    DOSSIER = "dossiers"
    DELIVERY = "deliveries"
    HANDED_OVER = "handed_over"
    RESTORATION = "restorations"


class Place(msgspec.Struct, frozen=True):
    """Where a thing stands in the state."""

    shelf: Shelf
    index: int


Thing = (
    Exhibit
    | Versioned[Incident]
    | Versioned[Note]
    | Versioned[Contact]
    | Versioned[Notification]
    | SealedDossier
    | Delivery
    | Versioned[HandedOver]
    | Restoration
)


def entries_of(thing: Thing | Unread) -> frozenset[EntryId]:
    """The entries that a thing stands in: its corrections and the pictures made from it are among them."""
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
        naming: the case's title and reference through time.
        authorship: whose dossier it is, through time.
        exhibits: exhibit number n stands at index n - 1; hidden and erased ones keep their place.
        incidents: posts and other events.
        notes: notes of the evidence chain.
        private_notes: notes of the private chain; they leave with nothing.
        contacts: people who may be told.
        notifications: who was told.
        dossiers: dossiers that were made.
        deliveries: packages that were saved.
        handed_over: to whom they, or dossiers, were given.
        restorations: when an older copy of the vault was taken into use, in both chains.
        erasures: what was erased for ever.
        timeline: every entry of the evidence chain.
        private_timeline: every entry of the private chain.
        senders: the profiles behind the incidents, with their letters.
        unreadable: entries that could be put nowhere.
        gaps: parts that could not be read.
        places: where the thing of an entry stands, corrections and derived pictures included.
        mentions: which incidents name an entry as what shows them, by the name they use.
        latest: the latest time of the chain of evidence, which need not be that of its last entry.
        clocks: the clocks as its last entry has them.
        jumps: entries of both chains before which the computer's clock was moved.
    """

    case_id: str = ""
    evidence_chain: str = ""
    private_chain: str = ""
    naming: Rows[Version[CaseFacts]] = msgspec.field(default_factory=Rows)
    authorship: Rows[Version[Author]] = msgspec.field(default_factory=Rows)
    exhibits: Rows[Exhibit] = msgspec.field(default_factory=Rows)
    incidents: Rows[Versioned[Incident]] = msgspec.field(default_factory=Rows)
    notes: Rows[Versioned[Note]] = msgspec.field(default_factory=Rows)
    private_notes: Rows[Versioned[Note]] = msgspec.field(default_factory=Rows)
    contacts: Rows[Versioned[Contact]] = msgspec.field(default_factory=Rows)
    notifications: Rows[Versioned[Notification]] = msgspec.field(default_factory=Rows)
    dossiers: Rows[SealedDossier] = msgspec.field(default_factory=Rows)
    deliveries: Rows[Delivery] = msgspec.field(default_factory=Rows)
    handed_over: Rows[Versioned[HandedOver]] = msgspec.field(default_factory=Rows)
    restorations: Rows[Restoration] = msgspec.field(default_factory=Rows)
    erasures: Rows[Erasure] = msgspec.field(default_factory=Rows)
    timeline: Rows[Step] = msgspec.field(default_factory=Rows)
    private_timeline: Rows[Step] = msgspec.field(default_factory=Rows)
    senders: Senders = msgspec.field(default_factory=Senders)
    unreadable: Rows[Unplaced] = msgspec.field(default_factory=Rows)
    gaps: Rows[GapAt] = msgspec.field(default_factory=Rows)
    places: Places[EntryId, Place] = msgspec.field(default_factory=Places)
    mentions: Places[EntryId, tuple[EntryId, ...]] = msgspec.field(default_factory=Places)
    latest: str = ""
    latest_private: str = ""
    clocks: Reading | None = None
    clocks_private: Reading | None = None
    jumps: Rows[Step] = msgspec.field(default_factory=Rows)

    @property
    def title(self) -> str:
        """The case's name, "" while it has none."""
        return self.naming[-1].value.title if self.naming else ""

    @property
    def local_ref(self) -> str:
        """The person's own reference."""
        return self.naming[-1].value.local_ref if self.naming else ""

    @property
    def author(self) -> Author | None:
        """Whose dossier it is."""
        return self.authorship[-1].value if self.authorship else None

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
        if place is None:
            return None
        thing: Thing = getattr(self, place.shelf)[place.index]
        return thing

    def exhibit_of(self, entry: EntryId) -> Exhibit | None:
        """The exhibit that the entry is the original, a view or a working copy of."""
        place = self.places.get(entry)
        if place is None or place.shelf is not Shelf.EXHIBIT:
            return None
        return self.exhibits[place.index]

    def incident_of(self, entry: EntryId) -> Versioned[Incident] | None:
        """The incident that the entry states or corrects."""
        place = self.places.get(entry)
        if place is None or place.shelf is not Shelf.INCIDENT:
            return None
        return self.incidents[place.index]

    def incidents_about(self, exhibit: Exhibit) -> tuple[Versioned[Incident], ...]:
        """The incidents that refer to an exhibit as they stand now, in the order of the ledger."""
        found = {
            place.index
            for name in exhibit.entries
            for incident in self.mentions.get(name, ())
            if (place := self.places.get(incident)) is not None
        }
        return tuple(self.incidents[index] for index in sorted(found))

    def exhibits_of(self, incident: Versioned[Incident]) -> tuple[Exhibit, ...]:
        """The exhibits that show an incident, each once, in the order it names them."""
        found = (self.exhibit_of(entry) for entry in incident.current.facts.exhibits)
        return tuple({each.number: each for each in found if each is not None}.values())

    def handed_over_of(self, entry: EntryId) -> tuple[Versioned[HandedOver], ...]:
        """To whom the package or the dossier of an entry was given, as far as it is noted."""
        return tuple(each for each in self.handed_over if each.current.facts.what == entry)

    def notes_about(self, entry: EntryId) -> tuple[Versioned[Note], ...]:
        """The neutral notes that belong to the thing of an entry."""
        wanted = self.places.get(entry)
        return tuple(
            note
            for note in self.notes
            if (about := note.current.facts.about) is not None
            and (about == entry or (wanted is not None and self.places.get(about) == wanted))
        )
