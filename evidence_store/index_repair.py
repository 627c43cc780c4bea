"""The search index: made anew where it is outdated, and got rid of where its pages are damaged.

It is made anew a slice of entries at a time, so that others get at the vault meanwhile.

A table cannot be dropped where a page of it cannot be read, and a file with such a page can be neither backed up nor
rescued. So the vault is copied without its index: the bytes into a file beside it, the index taken out of that file's
schema, and what is left by ``VACUUM INTO`` into a clean file, which is compared head by head.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

import apsw

from atomic_file import new_file, sync_file
from evidence_store import readings, rows, searching
from evidence_store.act import Act
from evidence_store.connection import OpenedFile
from evidence_store.entries import ChainKind, Head, StoredEntry
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


_SLICE = 64


def rebuild(
    act: Callable[[], AbstractContextManager[Act]],
    using: Callable[[], AbstractContextManager[apsw.Connection]],
    take_out: Callable[[], None],
    emptied: Callable[[], None],
    text_of: Callable[[StoredEntry], str],
    version: str,
    give_way: Callable[[], None],
) -> None:
    """Empty the index and fill it again. What is cut off begins anew when it is asked for the next time.

    Args:
        act: begins a transaction.
        using: gives the connection.
        take_out: gets rid of an index that is damaged.
        emptied: told once words can be written again.
        text_of: the words of an entry.
        version: names the way in which ``text_of`` picks words.
        give_way: called between two slices, while nothing is held.
    """
    try:
        with act(), using() as db:
            until = _last(db)
            searching.recreate(db)
            searching.set_index_version(db, "")
    except DamagedVaultError:
        take_out()
        with using() as db:
            until = _last(db)
    emptied()
    since = 0
    while since < until:
        give_way()
        with act(), using() as db:
            chains = rows.chains(db)
            # What is sealed meanwhile brings its own words, and has a number above these.
            found = rows.numbered_rows(db, since, until, _SLICE)
            for row in found:
                if chains[row.chain].kind is ChainKind.FOREIGN:
                    continue  # what we keep of it has an entry of our own
                words = text_of(rows.as_entry(db, chains[row.chain].id, row))
                words = readings.with_read_words(db, row.n, words)
                searching.drop_words(db, row.n)
                searching.add_words(db, row.n, words)
        since = found[-1].n if found else until
    with act(), using() as db:
        searching.set_index_version(db, version)


def _last(db: apsw.Connection) -> int:
    last: int | None = db.execute("SELECT max(n) FROM entry").get
    return last or 0
