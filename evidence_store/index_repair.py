"""Getting rid of a search index whose pages are damaged.

A table cannot be dropped where a page of it cannot be read, and a file with such a page can be neither backed up nor
rescued. So the vault is copied without its index: the bytes into a file beside it, the index taken out of that file's
schema, and what is left by ``VACUUM INTO`` into a clean file, which is compared head by head.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import apsw

from atomic_file import new_file, sync_file
from evidence_store import searching
from evidence_store.connection import OpenedFile
from evidence_store.entries import Head
from evidence_store.errors import DamagedVaultError
from evidence_store.fault_translation import os_errors_as_ours, sqlite_errors_as_ours
from evidence_store.rows import heads
from evidence_store.schema import WORDS_TABLE

_BLOCK = 1024 * 1024
_OUT = """
DELETE FROM sqlite_schema WHERE name = 'words'
  OR name IN ('words_data', 'words_idx', 'words_content', 'words_docsize', 'words_config')
"""


def copy_without_index(
    path: Path, open_copy: Callable[[Path], OpenedFile], expected: dict[str, Head]
) -> Path:
    """Write a copy of a vault with an empty index beside it, synced, and return its path.

    Args:
        path: the vault's file, which nobody writes meanwhile.
        open_copy: opens and locks a copy under the vault's own key.
        expected: the heads that the copy must have.

    Raises:
        DamagedVaultError: something else is damaged as well.
        DiskFullError, ReadOnlyError, DiskFaultError: nothing is left behind.
    """
    name = f".{path.name}.{secrets.token_hex(8)}"
    raw, clean = path.with_name(f"{name}.raw"), path.with_name(f"{name}.new")
    with os_errors_as_ours(path), sqlite_errors_as_ours(path):
        try:
            _copy(path, raw)
            _run_and_close(open_copy(raw), lambda db: _copy_without_words(db, clean))
            _run_and_close(open_copy(clean), lambda db: _add_empty_index(db, path, expected))
            sync_file(clean)
        except BaseException:
            _unlink_with_journal(clean)
            raise
        finally:
            _unlink_with_journal(raw)
    return clean


def _copy(path: Path, target: Path) -> None:
    """Copy through SQLite's file layer: closing the file ourselves would drop the lock that this process holds."""
    flags = [apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_MAIN_DB, 0]
    source = apsw.VFSFile("", str(path), flags)
    try:
        size = source.xFileSize()
        with new_file(target) as file:
            for at in range(0, size, _BLOCK):
                file.write(source.xRead(min(_BLOCK, size - at), at))
    finally:
        source.xClose()


def _copy_without_words(db: apsw.Connection, clean: Path) -> None:
    db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    db.pragma("writable_schema", 1)
    db.execute(_OUT)
    db.execute("PRAGMA writable_schema = RESET")
    new_file(clean).close()
    db.execute("VACUUM INTO ?", (str(clean),))


def _add_empty_index(db: apsw.Connection, path: Path, expected: dict[str, Head]) -> None:
    with db:
        db.execute(WORDS_TABLE)
        searching.set_index_version(db, "")
    if heads(db) != expected:
        raise DamagedVaultError(path)


def _run_and_close(opened: OpenedFile, work: Callable[[apsw.Connection], None]) -> None:
    try:
        work(opened.db)
    finally:
        with suppress(apsw.Error):
            opened.db.pragma("journal_mode", "delete")
        opened.db.close()


def _unlink_with_journal(path: Path) -> None:
    for each in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            each.unlink(missing_ok=True)
