"""A copy of an exhibit's picture with marks and black boxes burned in."""

from __future__ import annotations

import msgspec

from app.casework.decoded import Decoded, Gap
from app.casework.erasing import Erasing
from app.casework.kind import Derived, read_facts
from app.casework.part import Part
from app.markup.shapes import Mark, Redaction, ToldMark
from evidence_store import EntryId, ObjectBody


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

    marks: tuple[ToldMark, ...] = ()


class WorkingCopyRedactions(Part, frozen=True, kw_only=True, tag="working_copy_redactions"):
    """Its black areas as they are seen, and the reasons (part ``redactions``).

    In an entry without the part ``full`` the boxes stand as they were typed.
    """

    redactions: tuple[Redaction, ...] = ()


class WorkingCopyFull(Part, frozen=True, kw_only=True, tag="working_copy_full"):
    """What was laid over the picture, as it was typed (part ``full``); it leaves with nothing.

    ``replaces`` is the earlier working copy of the same picture: in ``facts`` it would tell what that entry is.
    """

    marks: tuple[Mark, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    replaces: EntryId | None = None


class ClipCover(msgspec.Struct, frozen=True, kw_only=True):
    """A place that is black in a clip, and why: a box in millionths of the frame's sides, and from when to when.

    The times are those of the film, in microseconds.
    """

    left: int
    top: int
    width: int
    height: int
    from_us: int
    to_us: int
    reason: str = ""


class WorkingCopyClip(Part, frozen=True, kw_only=True, tag="working_copy_clip"):
    """A clip of a film in which something is covered, and no picture (part ``clip``); only clips have it.

    ``from_us`` and ``to_us`` are where in the film it begins and ends; ``frames`` how many it has, and ``covered`` in
    how many of them something is black.
    """

    from_us: int = 0
    to_us: int = 0
    covers: tuple[ClipCover, ...] = ()
    muted: bool = False
    frames: int = 0
    covered: int = 0


class WorkingCopy(msgspec.Struct, frozen=True):
    """A copy with marks and black boxes burned in.

    ``full`` is what was typed; None where the entry is of a time when that stood in ``marks`` and ``redactions``.
    ``clip`` is there where it is a clip of a film, and no picture.
    """

    entry: EntryId
    time: str
    facts: WorkingCopyFacts
    marks: WorkingCopyMarks | Gap | None = None
    redactions: WorkingCopyRedactions | Gap | None = None
    full: WorkingCopyFull | Gap | None = None
    object: ObjectBody | Gap | None = None
    hidden: bool = False
    clip: WorkingCopyClip | Gap | None = None


def _make(entry: Decoded) -> WorkingCopy:
    return WorkingCopy(
        entry.id,
        entry.time,
        read_facts(entry, WorkingCopyFacts),
        entry.read("marks", WorkingCopyMarks),
        entry.read("redactions", WorkingCopyRedactions),
        entry.read("full", WorkingCopyFull),
        entry.read("object", ObjectBody),
        clip=entry.read("clip", WorkingCopyClip),
    )


WORKING_COPY = Derived(
    tag="working_copy",
    parts={
        "facts": WorkingCopyFacts,
        "marks": WorkingCopyMarks,
        "redactions": WorkingCopyRedactions,
        "full": WorkingCopyFull,
        "clip": WorkingCopyClip,
        "object": ObjectBody,
    },
    erasing=Erasing(),
    make=_make,
    shelf="copies",
)
