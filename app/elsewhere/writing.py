"""Writing the copy: a whole one, or one entry; and dropping what a newer whole one holds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.elsewhere.errors import CopyFolderError, CopyFormError, CopyKeyError
from app.elsewhere.file_form import (
    CopyHeader,
    CopyKind,
    DamagedFormError,
    read_header,
    write_form,
)
from app.elsewhere.keys import read_key
from app.elsewhere.sealed_file import ENDING, open_sealed, write_sealed
from evidence_store import Record

FOLDER = "bevismappe-kopi"
_READ_ME = "LAES-MIG.txt"
_WORDS = """Dette er en kopi af en bevismappe. Hver fil er krypteret, og navnene siger intet.

Kopien kan laves om til en bevismappe igen med nøglen på nødarket:
åbn Bevismappe, og vælg "Gendan fra kopi …",
eller skriv:  bevismappe restore-copy MAPPE NY-FIL

This is a copy of a vault. Each file is encrypted with age (age-encryption.org).
The recovery sheet has the key: choose "Restore from a copy …" in Bevismappe,
or write:  bevismappe restore-copy FOLDER NEW-FILE
"""


def write_copy(folder: Path, header: CopyHeader, records: Iterable[Record], public: str) -> str:
    """Write one file of the copy and return its name below the folder. It is on the drive, whole, when this returns.

    Raises:
        CopyFolderError: the folder is not there, or the drive does not take the file; nothing of it was left.
        CopyKeyError: that is no public half.
        VaultError: the vault could not be read.
    """
    try:
        if header.kind is CopyKind.FULL:
            folder.mkdir(exist_ok=True)
            (folder / _READ_ME).write_text(_WORDS, encoding="utf-8")
        written = write_sealed(folder, write_form(header, records), public)
        return written.relative_to(folder).as_posix()
    except OSError as error:
        raise CopyFolderError(folder) from error


def drop_older(folder: Path, key: str, keep: CopyHeader, name: str) -> int:
    """Delete the files of the same vault that hold nothing which the whole copy ``name`` lacks; return how many.

    What cannot be read is left alone.
    """
    identity = read_key(key)
    dropped = 0
    for path in sorted(folder.rglob(f"*{ENDING}")):
        if path == folder / name:
            continue
        try:
            with open_sealed(path, identity) as stream:
                header = read_header(stream)
        except (OSError, CopyFormError, CopyKeyError, DamagedFormError):
            continue
        if header.vault == keep.vault and header.until <= keep.until:
            path.unlink(missing_ok=True)
            dropped += 1
    return dropped
