"""Write an item's sealed bytes to a file outside the vault."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from app.actions.open_case import OpenCase
from evidence_store import EntryId

_SLICE = 1 << 20


class Exported(msgspec.Struct, frozen=True):
    """What was written: bytes, and the SHA-256 of them."""

    size: int
    sha256: str


def export_original(case: OpenCase, entry: EntryId, target: Path) -> Exported:
    """Write the bytes of the entry's object; a file that exists is never replaced.

    Raises:
        FileExistsError: something lies at ``target``.
        NoObjectError, ObjectErasedError, ObjectDamagedError: there is nothing whole to write; no file is left.
    """
    digest = hashlib.sha256()
    size = 0
    with case.vault.open_object(entry) as source, target.open("xb") as sink:
        try:
            while piece := source.read(_SLICE):
                digest.update(piece)
                size += len(piece)
                sink.write(piece)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    return Exported(size=size, sha256=digest.hexdigest())
