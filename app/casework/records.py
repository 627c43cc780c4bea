"""One frozen type per part of what can happen to a case: the language that all rooms speak.

An entry of the ledger is a handful of parts, and a recipient is shown whole parts. So fields that are
always shown together stand in one type here, and each type is one part's JSON body: ``kind`` and ``version``
come first, then the fields as typed by the user. The part ``facts`` says what kind of entry it is.

Rules:
- Fields are added only with a default; a change of meaning is a new version.
- Times are ledger stamps (UTC, ``2026-11-23T13:03:11.042Z``); "" means unknown, never guessed.
- References are (chain, seq), never a hash.
- A correction is a new entry of the same kind whose ``corrects`` names the first one.

Names and fields: the glossary in docs/glossary.md.
"""

from __future__ import annotations

import msgspec

from app import vocabulary
from app.casework import full, looked_at
from app.markup.shapes import Mark, Redaction
from evidence_store import EntryId

# The choices are part of this language: whoever imports the records finds them here.
AccessBasis = vocabulary.AccessBasis
CaptureMethod = vocabulary.CaptureMethod
Channel = vocabulary.Channel
IncidentKind = vocabulary.IncidentKind
PictureColours = vocabulary.PictureColours
PictureGround = vocabulary.PictureGround
PictureWhole = vocabulary.PictureWhole
Role = vocabulary.Role
Visibility = vocabulary.Visibility
# What stands in files of its own.
Part = looked_at.Part
FileFindings = looked_at.FileFindings
ViewShown = looked_at.ViewShown
CaptureFull = full.CaptureFull
FileFull = full.FileFull
IncidentFull = full.IncidentFull
WorkingCopyFull = full.WorkingCopyFull


# -- parts that every entry may carry ------------------------------------------------------------


class Person(Part, frozen=True, kw_only=True, tag="person"):
    """Who acted, by the name used in dossiers; "" while none was given."""

    actor: str = ""


class Machine(Part, frozen=True, kw_only=True, tag="machine"):
    """On what it was done. Leaves the machine only on purpose: it names the device.

    ``monotonic_ms`` is in milliseconds because nanoseconds outgrow what a body may hold (2^53) after 104 days
    without a restart. ``since_boot_ms`` counts sleep too; 0 in entries of before it was noted, and where the
    platform does not tell.
    """

    device: str = ""
    boot_id: str = ""
    monotonic_ms: int = 0
    clock_source: str = "computer"
    clock_check: str = "not_checked"
    program: str = ""
    os: str = ""
    since_boot_ms: int = 0


# -- the case ------------------------------------------------------------------------------------


class CaseFacts(Part, frozen=True, kw_only=True, tag="case"):
    """The case's own name (``case.title``) and the person's own reference."""

    title: str = ""
    local_ref: str = ""
    corrects: EntryId | None = None


class Author(Part, frozen=True, kw_only=True, tag="author"):
    """Whose dossier it is: printed on covers, so it is evidence and not a setting."""

    name: str = ""
    job_title: str = ""
    workplace: str = ""
    corrects: EntryId | None = None


# -- pictures and files --------------------------------------------------------------------------


class Monitor(msgspec.Struct, frozen=True):
    """One screen in physical pixels of the whole desktop; scale is per cent (100 = 96 dpi), 0 = unknown."""

    x: int
    y: int
    width_px: int
    height_px: int
    scale_percent: int = 0
    name: str = ""


class CaptureFacts(Part, frozen=True, kw_only=True, tag="capture"):
    """How a picture of the screen was taken.

    ``captured_at`` is the moment of the grab, ``captured_at_local`` the same in Danish time with offset.
    ``grab_id`` joins the region and the whole screen that came from one grab; ``context`` marks the latter.
    ``url`` is without what follows whoever opens it; in full it stands in ``full``.
    """

    captured_at: str = ""
    captured_at_local: str = ""
    clock_check: str = "not_checked"
    method: CaptureMethod = CaptureMethod.SCREEN
    grab_id: str = ""
    context: bool = False
    width_px: int = 0
    height_px: int = 0
    url: str = ""
    program: str = ""


class CaptureScreen(Part, frozen=True, kw_only=True, tag="capture_screen"):
    """Where on the desktop it was taken, and by what (part ``screen``). Together that tells one machine from others.

    ``x`` and ``y`` are the picture's upper left corner in the desktop's pixels.
    """

    x: int = 0
    y: int = 0
    monitors: tuple[Monitor, ...] = ()
    platform: str = ""
    python: str = ""
    qt: str = ""
    os: str = ""


class CaptureWindow(Part, frozen=True, kw_only=True, tag="capture_window"):
    """The window that had the focus (part ``window``); empty where the platform does not tell.

    It stands in every capture, empty or not: by its presence the capture keeps its number after its facts were
    erased.
    """

    title: str = ""
    program: str = ""


class FileFacts(Part, frozen=True, kw_only=True, tag="file"):
    """A file kept as received: not captured by this program. ``size`` is 0 where it stands in ``full``."""

    added_at: str = ""
    media_type: str = ""
    size: int = 0
    width_px: int = 0
    height_px: int = 0
    preview: str = ""


class FileSource(Part, frozen=True, kw_only=True, tag="file_source"):
    """What the file was called where it came from (part ``source``); shown to nobody by default.

    It stands in every added file, empty or not: by its presence the file keeps its number after its facts were
    erased.
    """

    name: str = ""
    modified_at: str = ""


class ViewFacts(Part, frozen=True, kw_only=True, tag="view"):
    """A picture without metadata made from a file that was added, so that it can be shown."""

    parent: EntryId
    width_px: int = 0
    height_px: int = 0


class WorkingCopyFacts(Part, frozen=True, kw_only=True, tag="working_copy"):
    """A copy with marks and black boxes burned in. ``parent`` is the picture it was burned from.

    ``replaces`` is the earlier working copy of the same picture, or None; in newer entries it stands in ``full``.
    """

    parent: EntryId
    replaces: EntryId | None = None
    width_px: int = 0
    height_px: int = 0


class WorkingCopyMarks(Part, frozen=True, kw_only=True, tag="working_copy_marks"):
    """The marks of a working copy as far as its picture shows them (part ``marks``).

    In an entry without the part ``full`` they stand as they were typed.
    """

    marks: tuple[Mark, ...] = ()


class WorkingCopyRedactions(Part, frozen=True, kw_only=True, tag="working_copy_redactions"):
    """Its black areas as they are seen, and the reasons (part ``redactions``).

    In an entry without the part ``full`` the boxes stand as they were typed.
    """

    redactions: tuple[Redaction, ...] = ()


class Hidden(Part, frozen=True, kw_only=True, tag="hidden"):
    """An item put out of sight, or shown again. Nothing is deleted."""

    target: EntryId
    hidden: bool = True


class ErasureReason(Part, frozen=True, kw_only=True, tag="erasure_reason"):
    """Why something was erased (part ``reason`` of a tombstone)."""

    reason: str = ""


class RestoredReason(Part, frozen=True, kw_only=True, tag="restored_reason"):
    """Why an older copy of the vault was taken into use (part ``reason`` of the entry that names what was lost)."""

    reason: str = ""


# -- what happened -------------------------------------------------------------------------------


class IncidentFacts(Part, frozen=True, kw_only=True, tag="incident"):
    """A post or other event. ``exhibits`` are the entries of the originals that show it.

    Links are without what follows whoever opens them; in full they stand in ``full``.
    """

    form: IncidentKind = IncidentKind.POST
    platform: str = ""
    venue_name: str = ""
    url: str = ""
    permalink: str = ""
    published_at_text: str = ""
    published_at: str = ""
    first_seen_at: str = ""
    visibility: Visibility = Visibility.UNKNOWN
    audience: str = ""
    access_basis: AccessBasis = AccessBasis.UNKNOWN
    exhibits: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class IncidentSender(Part, frozen=True, kw_only=True, tag="incident_sender"):
    """The profile behind it, by what identifies it on the platform (part ``sender``)."""

    handle: str = ""
    profile_url: str = ""
    platform_id: str = ""


class IncidentSenderName(Part, frozen=True, kw_only=True, tag="incident_sender_name"):
    """The name shown and the relation to the workplace (part ``sender_name``)."""

    display_name: str = ""
    relation: str = ""


class IncidentText(Part, frozen=True, kw_only=True, tag="incident_text"):
    """The words about it (part ``text``)."""

    quote: str = ""
    why_offensive: str = ""
    description: str = ""


class NoteFacts(Part, frozen=True, kw_only=True, tag="note"):
    """A note; its zone is the chain it stands in. ``about`` is the entry it belongs to."""

    about: EntryId | None = None
    corrects: EntryId | None = None


class NoteText(Part, frozen=True, kw_only=True, tag="note_text"):
    """The note's words (part ``text``)."""

    text: str = ""


# -- people and messages -------------------------------------------------------------------------


class ContactFacts(Part, frozen=True, kw_only=True, tag="contact"):
    """A contact by role and organisation."""

    role: Role = Role.OTHER
    organisation: str = ""
    corrects: EntryId | None = None


class ContactPerson(Part, frozen=True, kw_only=True, tag="contact_person"):
    """The contact's name and how to reach them (part ``contact``)."""

    name: str = ""
    phone: str = ""
    mail: str = ""


class NotificationFacts(Part, frozen=True, kw_only=True, tag="notification"):
    """Somebody was told: who by role, when, how, what was sent, and when they answered."""

    role: Role = Role.OTHER
    at: str = ""
    channel: Channel = Channel.OTHER
    sent: EntryId | None = None
    reply_at: str = ""
    follow_up_on: str = ""
    contact: EntryId | None = None
    corrects: EntryId | None = None


class NotificationPerson(Part, frozen=True, kw_only=True, tag="notification_person"):
    """The name of the one who was told (part ``to``)."""

    name: str = ""


class NotificationText(Part, frozen=True, kw_only=True, tag="notification_text"):
    """What was said and answered (part ``text``)."""

    said: str = ""
    reply: str = ""


# -- what left the house -------------------------------------------------------------------------


class ShownExhibit(msgspec.Struct, frozen=True):
    """An exhibit in a dossier: its number, the original it stands for, and the entry of what is shown."""

    number: int
    original: EntryId
    shown: EntryId


class DossierFile(msgspec.Struct, frozen=True):
    """A file that goes along with a dossier: its exhibit, the entry that sealed it, and its place in the package."""

    number: int
    entry: EntryId
    path: str


class DossierFacts(Part, frozen=True, kw_only=True, tag="dossier"):
    """A dossier that was made and sealed. ``head`` is the entry whose receipt code is printed in it.

    ``files`` lists the files of the exhibits that go along in its package. None: the dossier says nothing of it, as
    one made without a package, or by a version that did not list them.
    """

    head: EntryId
    recipient: str = ""
    language: str = "da"
    pages: int = 0
    exhibits: tuple[ShownExhibit, ...] = ()
    files: tuple[DossierFile, ...] | None = None


class DeliveryFacts(Part, frozen=True, kw_only=True, tag="delivery"):
    """A package that was saved: the dossier in it, and the SHA-256 of the package itself.

    Whether it was given to anybody is for ``handed_over`` to say.
    """

    dossier: EntryId
    recipient: str = ""
    package_sha256: str = ""
    package_size: int = 0


class HandedOverFacts(Part, frozen=True, kw_only=True, tag="handed_over"):
    """Something was given away: which package or dossier, to whom by role, when, and how.

    ``what`` is the entry of the package that was saved, or of the dossier.
    """

    what: EntryId
    role: Role = Role.OTHER
    at: str = ""
    channel: Channel = Channel.OTHER
    corrects: EntryId | None = None


class HandedOverPerson(Part, frozen=True, kw_only=True, tag="handed_over_person"):
    """The name of the one who got it (part ``to``)."""

    name: str = ""
