"""What a case holds: exhibits and the things said about them, as values to show. No rule stands here.

A part that cannot be read is a Gap in the place of its value; a part that an entry does not have is None.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

from app.casework.clock_jumps import ClockJump
from app.casework.decoding import Gap, LostHead
from app.casework.records import (
    CaptureFacts,
    CaptureScreen,
    CaptureWindow,
    ContactFacts,
    ContactPerson,
    DeliveryFacts,
    DossierFacts,
    FileFacts,
    FileFindings,
    FileSource,
    HandedOverFacts,
    HandedOverPerson,
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
    Machine,
    NoteFacts,
    NoteText,
    NotificationFacts,
    NotificationPerson,
    NotificationText,
    Person,
    RestoredReason,
    ViewFacts,
    ViewShown,
    WorkingCopyFacts,
    WorkingCopyFull,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from evidence_store import EntryId, ObjectBody

T = TypeVar("T")


class ExhibitKind(StrEnum):
    """Where an original came from."""

    CAPTURE = "capture"
    FILE = "file"


class View(msgspec.Struct, frozen=True):
    """A picture without metadata made from a file, so that the file can be shown."""

    entry: EntryId
    time: str
    facts: ViewFacts
    object: ObjectBody | Gap | None = None
    hidden: bool = False
    shown: ViewShown | Gap | None = None


class WorkingCopy(msgspec.Struct, frozen=True):
    """A copy with marks and black boxes burned in.

    ``full`` is what was typed; None where the entry is of a time when that stood in ``marks`` and ``redactions``.
    """

    entry: EntryId
    time: str
    facts: WorkingCopyFacts
    marks: WorkingCopyMarks | Gap | None = None
    redactions: WorkingCopyRedactions | Gap | None = None
    full: WorkingCopyFull | Gap | None = None
    object: ObjectBody | Gap | None = None
    hidden: bool = False


class Exhibit(msgspec.Struct, frozen=True):
    """An original with what was made from it.

    Attributes:
        number: counts the originals of the evidence chain from 1; never changes.
        original: the entry that sealed it.
        time: when it was sealed.
        kind: captured here, or a file that was added.
        facts: how it was captured or added; a Gap where that is withheld or erased.
        screen: where on the desktop, and by what (captures).
        window: the window that had the focus (captures).
        source: the name the file had (files).
        findings: what was found in it beside its picture (files).
        told: the facts as they were sealed for others, while ``facts`` have link and size in full; None where the
            entry is of a time when the part held everything.
        object: size, type and fingerprint of the original.
        person: who acted.
        machine: on what.
        views: pictures made from a file, oldest first.
        copies: working copies, newest last.
        hidden: put out of sight; the number stays.
    """

    number: int
    original: EntryId
    time: str
    kind: ExhibitKind
    facts: CaptureFacts | FileFacts | Gap
    screen: CaptureScreen | Gap | None = None
    window: CaptureWindow | Gap | None = None
    source: FileSource | Gap | None = None
    told: CaptureFacts | FileFacts | None = None
    object: ObjectBody | Gap | None = None
    person: Person | Gap | None = None
    machine: Machine | Gap | None = None
    views: tuple[View, ...] = ()
    copies: tuple[WorkingCopy, ...] = ()
    hidden: bool = False
    findings: FileFindings | Gap | None = None

    @property
    def view(self) -> View | None:
        """The newest picture that can stand for the file."""
        return next((view for view in reversed(self.views) if _usable(view)), None)

    @property
    def copy(self) -> WorkingCopy | None:
        """The newest working copy that is not hidden and whose picture is there."""
        return next((copy for copy in reversed(self.copies) if _usable(copy)), None)

    @property
    def shown(self) -> EntryId:
        """The entry of the picture to show: newest working copy, else view, else the original."""
        chosen = self.copy or self.view
        return chosen.entry if chosen else self.original

    @property
    def entries(self) -> tuple[EntryId, ...]:
        """The original and all that was made from it."""
        derived: tuple[View | WorkingCopy, ...] = (*self.views, *self.copies)
        return (self.original, *(each.entry for each in derived))

    @property
    def context(self) -> bool:
        """Whether it is the whole screen, taken together with a region."""
        return isinstance(self.facts, CaptureFacts) and self.facts.context


def _usable(derived: View | WorkingCopy) -> bool:
    return not derived.hidden and isinstance(derived.object, ObjectBody)


class Version(msgspec.Struct, Generic[T], frozen=True):
    """What was said at one time."""

    entry: EntryId
    time: str
    value: T
    person: Person | Gap | None = None


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


class Incident(msgspec.Struct, frozen=True):
    """A post or other event, links in full. ``label`` is the sender's letter in this case, "" while none is named.

    ``told`` and ``told_sender`` are the parts as they were sealed for others; None where the entry is of a time when
    they held everything.
    """

    facts: IncidentFacts
    sender: IncidentSender | Gap | None = None
    sender_name: IncidentSenderName | Gap | None = None
    text: IncidentText | Gap | None = None
    label: str = ""
    told: IncidentFacts | None = None
    told_sender: IncidentSender | None = None


class Note(msgspec.Struct, frozen=True):
    """A note."""

    facts: NoteFacts
    text: NoteText | Gap | None = None


class Contact(msgspec.Struct, frozen=True):
    """Somebody who may be told."""

    facts: ContactFacts
    contact: ContactPerson | Gap | None = None


class Notification(msgspec.Struct, frozen=True):
    """Somebody was told."""

    facts: NotificationFacts
    to: NotificationPerson | Gap | None = None
    text: NotificationText | Gap | None = None


class SealedDossier(msgspec.Struct, frozen=True):
    """A dossier that was made."""

    entry: EntryId
    time: str
    facts: DossierFacts
    object: ObjectBody | Gap | None = None


class Delivery(msgspec.Struct, frozen=True):
    """A package that was saved."""

    entry: EntryId
    time: str
    facts: DeliveryFacts


class HandedOver(msgspec.Struct, frozen=True):
    """A package or dossier that was given to somebody."""

    facts: HandedOverFacts
    to: HandedOverPerson | Gap | None = None


class Restoration(msgspec.Struct, frozen=True):
    """An older copy of the vault was taken into use; ``lost`` is the last entry that was known before."""

    entry: EntryId
    time: str
    lost: LostHead
    reason: RestoredReason | Gap | None = None


class Erasure(msgspec.Struct, frozen=True):
    """Something was erased for ever."""

    entry: EntryId
    time: str
    targets: tuple[EntryId, ...]
    reason: str = ""


class Step(msgspec.Struct, frozen=True):
    """One entry in the course of events.

    ``clock`` says how the computer's clock was moved since the entry before it in the chain.
    """

    entry: EntryId
    time: str
    kind: str
    clock: ClockJump | None = None


class GapAt(msgspec.Struct, frozen=True):
    """A part that could not be read, and where."""

    entry: EntryId
    part: str
    gap: Gap


class WhyUnplaced(StrEnum):
    """Why an entry has no place in the case."""

    FACTS = "facts"
    NO_TARGET = "no_target"
    WRONG_CHAIN = "wrong_chain"


class Unplaced(msgspec.Struct, frozen=True):
    """An entry that is kept and proved, but that this program can put nowhere.

    ``gap`` says why its facts cannot be read, where that is the reason.
    """

    entry: EntryId
    time: str
    kind: str
    why: WhyUnplaced
    gap: Gap | None = None
