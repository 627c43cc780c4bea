"""What is sealed in full and opened for nobody: the part ``full`` of an entry; entered by app.casework.records.

Where recipients are shown only what a page prints, the other parts of the entry hold that and no more. The part stands
in every new entry of these kinds, whether it says more or not: by its presence it must tell nothing.
"""

from __future__ import annotations

from app.casework.looked_at import Part
from app.markup.shapes import Mark, Redaction
from evidence_store import EntryId


class CaptureFull(Part, frozen=True, kw_only=True, tag="capture_full"):
    """The address as it was given, with all that follows whoever opens it (part ``full``); it leaves with nothing."""

    url: str = ""


class FileFull(Part, frozen=True, kw_only=True, tag="file_full"):
    """How many bytes the file has (part ``full``): it says something of the content, and leaves with nothing."""

    size: int = 0


class WorkingCopyFull(Part, frozen=True, kw_only=True, tag="working_copy_full"):
    """What was laid over the picture, as it was typed (part ``full``); it leaves with nothing.

    ``replaces`` is the earlier working copy of the same picture: in ``facts`` it would tell what that entry is.
    """

    marks: tuple[Mark, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    replaces: EntryId | None = None


class IncidentFull(Part, frozen=True, kw_only=True, tag="incident_full"):
    """The links as they were typed, with all that follows whoever opens them (part ``full``); leaves with nothing."""

    url: str = ""
    permalink: str = ""
    profile_url: str = ""
