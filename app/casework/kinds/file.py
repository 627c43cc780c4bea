"""A file kept as received: the next exhibit."""

from __future__ import annotations

from msgspec.structs import replace

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.kind import Original
from app.casework.part import Part
from evidence_store import ObjectBody


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

    ``more`` says that the file goes on behind the picture's end.
    """

    more: bool = False


def told_file(facts: FileFacts) -> FileFacts:
    """Return what of a file's facts may be printed: not how many bytes it has, which says something of its content."""
    return replace(facts, size=0)


def _whole(facts: FileFacts, full: FileFull | Gap | None) -> FileFacts:
    """Return the facts with the size, as far as that can be read."""
    return replace(facts, size=full.size) if isinstance(full, FileFull) else facts


FILE = Original(
    tag="file",
    parts={
        "facts": FileFacts,
        "full": FileFull,
        "source": FileSource,
        "findings": FileFindings,
        "object": ObjectBody,
    },
    searched={"source": ("name",)},
    erasing=Erasing(
        lists=(
            *("view", "working_copy", "incident", "note", "own_reply", "witness_statement"),
            *("own_statement", "recheck"),
        )
    ),
    known_by="source",
    whole=_whole,
)
