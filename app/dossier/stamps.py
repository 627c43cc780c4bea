"""A timestamp from outside as a dossier prints it."""

from __future__ import annotations

import msgspec

from evidence_store import EntryId


class PrintedStamp(msgspec.Struct, frozen=True):
    """One token that is named.

    Attributes:
        entry: holds the token, which goes along in a package.
        covers: the place up to which it covers the log.
        authority: who gave it, and whether the list of authorities had it as qualified.
        at: the authority's time, as printed.
        policy: by which rules it was given, dotted.
        serial: its number at the authority.
    """

    entry: EntryId
    covers: int
    authority: str
    at: str
    policy: str
    serial: str

    @property
    def path(self) -> str:
        """Where the token lies in a package."""
        return f"data/tokens/{self.entry.seq}.tsr"
