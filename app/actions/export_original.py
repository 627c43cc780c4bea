"""Write an item's sealed bytes to a file outside the vault."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.actions.open_case import OpenCase
from app.casework import decode
from atomic_file import new_file, write_atomically
from evidence_store import EntryId, ObjectBody, ObjectDamagedError

_SLICE = 1 << 20


class Exported(msgspec.Struct, frozen=True):
    """What was written: bytes, and the SHA-256 of them."""

    size: int
    sha256: str


def export_original(
    case: OpenCase,
    entry: EntryId,
    target: Path,
    *,
    progress: Callable[[int], None] | None = None,
) -> Exported:
    """Write the bytes of the entry's object; a file that exists is never replaced.

    ``progress`` is told how many bytes are written, between two pieces, while nothing of the vault is held; what it
    raises stops the work and leaves no file. Until all is written the file is empty: a process that is killed leaves
    no half of what was sealed under that name.

    Raises:
        FileExistsError: something lies at ``target``; it was not touched.
        NoObjectError, ObjectErasedError: there is nothing to write; no file is left.
        ObjectDamagedError: the bytes are not those that were sealed; no file is left.
        OSError: the file cannot be written; no half file is left.
    """
    exported = Exported(size=0, sha256="")

    def between() -> None:
        if progress is not None:
            progress(exported.size)

    with case.vault.open_object(entry) as source:
        new_file(target).close()
        try:
            with write_atomically(target, between) as sink:
                exported = _copy(source, sink, progress)
                _must_be_sealed(case, entry, exported)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    return exported


def _copy(source: BinaryIO, sink: BinaryIO, progress: Callable[[int], None] | None) -> Exported:
    digest, size = hashlib.sha256(), 0
    while piece := source.read(_SLICE):
        digest.update(piece)
        size += len(piece)
        sink.write(piece)
        if progress is not None:
            progress(size)
    return Exported(size=size, sha256=digest.hexdigest())


def _must_be_sealed(case: OpenCase, entry: EntryId, exported: Exported) -> None:
    """The vault gives the bytes unchecked: what leaves as sealed is compared with what was sealed."""
    sealed = decode(case.vault.entry(entry)).parts.get("object")
    if not isinstance(sealed, ObjectBody) or sealed.sha256 != exported.sha256:
        raise ObjectDamagedError(entry)
