"""A copy of a vault's file under another key: made beside it, read through, and only then put in its place.

SQLite3MC can change the key of a file where it lies, page by page. A kill in the midst would leave the person with a
file that half opens with either passphrase and a journal that neither may be able to play back. So the vault itself is
never changed that way. Its copy is, and the vault keeps its name and its bytes until the copy was read under the new
key and found to hold the same. What a killed process leaves is the vault as it was, or as it is to be.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path

import apsw

from atomic_file import sync_file
from evidence_store.connection import OpenedFile
from evidence_store.entries import Head
from evidence_store.errors import DamagedVaultError
from evidence_store.fault_translation import sqlite_errors_as_ours
from evidence_store.heads import HeldHeads
from evidence_store.report import Report, Verdict
from evidence_store.rows import heads
from evidence_store.verifying import Progress, verify_vault

ENDING = "key"


def encrypt_copy(
    db: apsw.Connection, fresh: Path, key: bytes, open_copy: Callable[[Path], OpenedFile]
) -> None:
    """Copy the vault into an empty file beside it, under another key; synced.

    Args:
        db: the vault's connection, outside a transaction.
        fresh: the empty file.
        key: the new key, as ``normalise_passphrase`` gives it.
        open_copy: opens and locks a copy under the vault's present key.
    """
    with sqlite_errors_as_ours(fresh):
        db.execute("VACUUM INTO ?", (str(fresh),))
        opened = open_copy(fresh)
        try:
            # A copy that a kill leaves half done is thrown away, so nothing has to be able to take it back; a journal
            # would hold each page once more.
            opened.db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
            opened.db.pragma("journal_mode", "off")
            opened.db.pragma("hexrekey", key.hex())
        finally:
            opened.db.close()
    sync_file(fresh)


def read_through(
    fresh: Path,
    open_anew: Callable[[Path], OpenedFile],
    expected: dict[str, Head],
    held: HeldHeads | None,
    progress: Progress | None,
) -> Report:
    """Verify the copy under its new key, and return the report.

    Args:
        fresh: the copy.
        open_anew: opens and locks it under the new key.
        expected: the heads that it must have.
        held: what head memory knows.
        progress: told between the slices.

    Raises:
        DamagedVaultError: it is not the same, or something in it is not as it was sealed.
    """
    opened = open_anew(fresh)
    try:
        same = heads(opened.db) == expected
        report = verify_vault(lambda: nullcontext(opened.db), held, progress=progress)
    finally:
        with suppress(apsw.Error):
            opened.db.pragma("journal_mode", "delete")
        opened.db.close()
    if not same or report.verdict not in {Verdict.CONSISTENT, Verdict.ANCHORED}:
        raise DamagedVaultError(fresh)
    return report
