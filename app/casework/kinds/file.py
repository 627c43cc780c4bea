"""A file kept as received: the next exhibit."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.kind import Original
from app.casework.part import Part
from app.casework.wording import Labelled, filled
from app.clock import DANISH_TIME
from app.language import Language
from app.vocabulary import CarriedBy, PackedAnew, in_words
from evidence_store import EntryId, ObjectBody


class FileFacts(Part, frozen=True, kw_only=True, tag="file"):
    """A file kept as received: not captured by this program. ``size`` is 0 where it stands in ``full``."""

    added_at: str = ""
    media_type: str = ""
    size: int = 0
    width_px: int = 0
    height_px: int = 0
    preview: str = ""


class FileFull(Part, frozen=True, kw_only=True, tag="file_full"):
    """How many bytes the file has (part ``full``): it says something of the content, and leaves with nothing."""

    size: int = 0


class FileSource(Part, frozen=True, kw_only=True, tag="file_source"):
    """What the file was called where it came from (part ``source``); shown to nobody by default.

    It stands in every added file, empty or not: by its presence the file keeps its number after its facts were
    erased.
    """

    name: str = ""
    modified_at: str = ""


class FileFindings(Part, frozen=True, kw_only=True, tag="file_findings"):
    """What was found in the file beside its picture (part ``findings``); shown to nobody.

    ``more`` says that the file goes on behind the picture's end, ``signed`` that it carries a signature of its camera
    or program (C2PA), which nobody has checked.
    """

    more: bool = False
    signed: bool = False


class FileClaims(Part, frozen=True, kw_only=True, tag="file_claims"):
    """What the file says of itself (part ``claims``): anybody can have written it. Shown to nobody.

    ``taken`` is ``YYYY-MM-DDThh:mm:ss``, with ``±hh:mm`` where that is said; ``spot`` degrees north and east. The rest
    is of a mail or a saved page, as it stands there; ``mailed`` is ``YYYY-MM-DDThh:mm:ss±hh:mm`` or as the mail has it,
    ``export`` the program whose published form the file has.
    """

    taken: str = ""
    spot: str = ""
    packed: PackedAnew = PackedAnew.NO
    mailed: str = ""
    sender: str = ""
    receivers: str = ""
    subject: str = ""
    message_id: str = ""
    link: str = ""
    export: str = ""


class FileContents(Part, frozen=True, kw_only=True, tag="file_contents"):
    """The words in the file, so that it is found (part ``contents``). Shown to nobody.

    ``whole`` says whether these are all its words.
    """

    text: str = ""
    whole: bool = True


class FileWithin(Part, frozen=True, kw_only=True, tag="file_within"):
    """The file that it lay in, such as the mail that it was attached to (part ``within``).

    It stands in every added file, empty where it lay in none: that a recipient is shown it must not tell anything.
    """

    parent: EntryId | None = None


class FileLikeness(Part, frozen=True, kw_only=True, tag="file_likeness"):
    """How its picture looks, in 16 hex digits: alike ones differ in few bits (part ``likeness``). Shown to nobody."""

    bits: str = ""


class FileFilm(Part, frozen=True, kw_only=True, tag="file_film"):
    """What was found out about a film or sound when it was added (part ``film``); only such files have it.

    ``runs_ms`` is how long it runs by its last packet, ``said_ms`` what its header says. ``picture`` and ``sound`` are
    what these are coded with, "" where it has none.
    """

    runs_ms: int = 0
    said_ms: int = 0
    picture: str = ""
    sound: str = ""
    frames_in_1000_s: int = 0


class FileFrame(Part, frozen=True, kw_only=True, tag="file_frame"):
    """From which film this picture was taken, and when in it the frame begins (part ``frame``); only frames have it."""

    parent: EntryId
    at_us: int = 0


class FileCarried(Part, frozen=True, kw_only=True, tag="file_carried"):
    """How it came in an envelope that a phone closed (part ``carried``). Shown to nobody.

    It stands in every added file, empty where there was no envelope. ``way`` is what the person says; ``envelope`` the
    SHA-256 of the envelope's file, ``position`` and ``of`` where it lay there, counted from 1; ``closed`` is
    ``YYYY-MM-DDThh:mm:ss.sss±hh:mm`` by the phone's clock, which anybody can set, and ``opened`` this computer's time.
    """

    way: CarriedBy = CarriedBy.UNKNOWN
    envelope: str = ""
    position: int = 0
    of: int = 0
    closed: str = ""
    opened: str = ""


def carried(part: FileCarried | Gap | None, language: Language) -> tuple[Labelled, ...]:
    """Return how a file came from the phone, label by label; nothing where it lay in no envelope."""
    if not isinstance(part, FileCarried) or not part.envelope:
        return ()
    text = language.text
    place = text("file {position} of {count}", position=part.position, count=part.of)
    return filled(
        Labelled(text("In an envelope from the phone"), place),
        Labelled(text("Came by"), in_words(part.way, language)),
        Labelled(text("Closed, by the phone’s clock"), _claimed_time(part.closed, language)),
        Labelled(text("Opened, by this computer’s clock"), _claimed_time(part.opened, language)),
    )


def clocks_disagree(part: FileCarried | Gap | None) -> bool:
    """Return whether the phone says that it closed the envelope after this computer opened it."""
    if not isinstance(part, FileCarried) or not part.closed or not part.opened:
        return False
    try:
        return datetime.fromisoformat(part.closed) > datetime.fromisoformat(part.opened)
    except (ValueError, TypeError):
        return False


def claimed(claims: FileClaims | Gap | None, language: Language) -> tuple[Labelled, ...]:
    """Return what a file says of itself, label by label; anybody can have written it."""
    if not isinstance(claims, FileClaims):
        return ()
    text = language.text
    return filled(
        Labelled(text("Taken, as the file says"), _claimed_time(claims.taken, language)),
        Labelled(text("Place, as the file says"), claims.spot),
        Labelled(text("Sent, as the mail says"), _claimed_time(claims.mailed, language)),
        Labelled(text("From, as the mail says"), claims.sender),
        Labelled(text("To, as the mail says"), claims.receivers),
        Labelled(text("Subject"), claims.subject),
        Labelled(text("Address, as the file says"), claims.link),
        Labelled(text("Export from"), claims.export),
    )


def _claimed_time(words: str, language: Language) -> str:
    """Return a time that a file says of itself as people read times; a camera names no zone, and is read as Danish."""
    try:
        moment = datetime.fromisoformat(words)
        local = moment if moment.tzinfo is not None else moment.replace(tzinfo=DANISH_TIME)
        return language.moment(local)
    except (ValueError, OverflowError):
        return words


def files_within(count: int, language: Language) -> str:
    """Return what is said of a file in which others lay."""
    return language.plural(
        "{count} file that lay in it is an exhibit of its own.",
        "{count} files that lay in it are exhibits of their own.",
        count,
    )


def told_file(facts: FileFacts) -> FileFacts:
    """Return what of a file's facts may be printed: not how many bytes it has, which says something of its content."""
    return replace(facts, size=0)


def with_size(facts: FileFacts, full: FileFull | Gap | None) -> FileFacts:
    """Return the facts with the size, as far as that can be read."""
    return replace(facts, size=full.size) if isinstance(full, FileFull) else facts


FILE = Original(
    tag="file",
    parts={
        "facts": FileFacts,
        "full": FileFull,
        "source": FileSource,
        "findings": FileFindings,
        "claims": FileClaims,
        "contents": FileContents,
        "within": FileWithin,
        "likeness": FileLikeness,
        "carried": FileCarried,
        "film": FileFilm,
        "frame": FileFrame,
        "object": ObjectBody,
    },
    searched={
        "source": ("name",),
        "claims": ("sender", "receivers", "subject", "link"),
        "contents": ("text",),
    },
    erasing=Erasing(
        lists=(
            *(
                "view",
                "working_copy",
                "incident",
                "note",
                "own_reply",
                "witness",
                "compared",
                "witness_statement",
            ),
            *("own_statement", "transcript", "recheck", "file"),
        )
    ),
    known_by="source",
    whole=with_size,
)
