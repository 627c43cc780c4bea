"""Where a screen may send the person, as values: a screen names a route without knowing who handles it."""

from __future__ import annotations

import msgspec

from evidence_store import EntryId


class Write(msgspec.Struct, frozen=True):
    """The form of one kind of record.

    Attributes:
        kind: the tag of the record: "incident", "note", "contact", "notification" or "handed_over".
        about: what a new record is about.
        corrects: the sealed record that is corrected; None for a new one.
        link: an address that came along.
    """

    kind: str
    about: EntryId | None = None
    corrects: EntryId | None = None
    link: str = ""
