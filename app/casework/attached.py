"""A file that an entry holds beside its words, such as a receipt: no exhibit, so it goes into no report by itself.

Rules:
- The bytes stand in the part ``object``, as received and never changed; the part ``source`` says what it was called.
- ``source`` is sealed each time, ``object`` only where there is a file. A correction without one keeps what stood.
- One file an entry: a second one is a second entry.
"""

from __future__ import annotations

import msgspec

from app.casework.decoded import Decoded, Gap
from app.casework.part import Part
from evidence_store import EntryId, ObjectBody


class AttachedSource(Part, frozen=True, kw_only=True):
    """What the file was called where it came from (part ``source``); shown to nobody. Each kind has its own tag."""

    name: str = ""
    modified_at: str = ""


class Attached(msgspec.Struct, frozen=True):
    """The file of a thing: the entry that holds it, what the vault says of it, and what it was called."""

    entry: EntryId
    object: ObjectBody | Gap
    source: AttachedSource | Gap | None = None


def file_name_of(value: object) -> str:
    """Return what the file of a value was called; "" where it holds none, or its name cannot be read."""
    attached = getattr(value, "attached", None)
    source = attached.source if isinstance(attached, Attached) else None
    return source.name if isinstance(source, AttachedSource) else ""


def attached_in(entry: Decoded) -> Attached | None:
    """Return the file that an entry holds; None where it holds none."""
    found = entry.read("object", ObjectBody)
    return (
        None if found is None else Attached(entry.id, found, entry.read("source", AttachedSource))
    )
