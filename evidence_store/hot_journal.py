"""A journal that a crash left behind, and a passphrase that may be wrong.

SQLite plays such a journal back as soon as the file is opened, with whatever key it was given; with a wrong one
it writes nonsense into the vault. (The journal stays, so the right passphrase mends it, but a wrong
passphrase shall change nothing.) So where a journal lies beside the vault the key is first tried on a look
that ignores the journal; and if the first page of the vault was itself torn by the crash, on the copy of that page
which the journal then holds.

Such a page may have lost the salt that the key is made with, and then the right passphrase would play the
journal back with a wrong key. So the copy that the passphrase was seen to fit is put back first.
"""

from __future__ import annotations

import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import apsw

from atomic_file import part_beside
from evidence_store.errors import DiskFaultError, VaultLockedError

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_POLL_S = 0.05

SetKey = Callable[[apsw.Connection], None]


def journal_of(path: Path) -> Path:
    """Return the path of a vault's journal."""
    return path.with_name(path.name + "-journal")


def has_journal(path: Path) -> bool:
    """Return whether a journal with something in it lies beside the vault.

    Raises:
        DiskFaultError: a link, pipe or device stands in its place; nobody follows the link or waits for what may
            come out of the pipe.
    """
    try:
        seen = journal_of(path).lstat()
    except OSError:
        return False
    if not (stat.S_ISREG(seen.st_mode) or stat.S_ISDIR(seen.st_mode)):
        raise DiskFaultError(path)
    return seen.st_size > 0


def key_fits(path: Path, set_key: SetKey, wait_s: float) -> bool:
    """Return whether the key opens the vault's first page, or the journal's copy of it, which is then written back.

    Nothing is written where it does not fit.

    Raises:
        VaultLockedError: somebody has the vault open.
        apsw.Error: the first page cannot be written.
    """
    with _shared_lock(path, wait_s) as file:
        if _fits(path, set_key):
            return True
        page = _first_page(journal_of(path))
        if page is None or not _fits_alone(page, path, set_key):
            return False
        # From the look at the journal to here nobody else could play it back.
        file.xLock(apsw.SQLITE_LOCK_EXCLUSIVE)
        file.xWrite(page, 0)
        file.xSync(apsw.SQLITE_SYNC_FULL)
        return True


@contextmanager
def _shared_lock(path: Path, wait_s: float) -> Iterator[apsw.VFSFile]:
    """Hold a reader's lock, so that the journal is one that a crash left and not somebody's work under way."""
    flags = [apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_MAIN_DB, 0]
    file = apsw.VFSFile("", str(path.absolute()), flags)
    try:
        until = time.monotonic() + wait_s
        while True:
            try:
                file.xLock(apsw.SQLITE_LOCK_SHARED)
                break
            except apsw.BusyError as error:
                if time.monotonic() >= until:
                    raise VaultLockedError(path) from error
                time.sleep(_POLL_S)
        try:
            yield file
        finally:
            file.xUnlock(apsw.SQLITE_LOCK_NONE)
    finally:
        file.xClose()


def _fits_alone(page: bytes, path: Path, set_key: SetKey) -> bool:
    """Return whether the key opens a page as the first one of a file."""
    # One page, encrypted as it was.
    with part_beside(path, "probe") as probe:
        probe.write_bytes(page)
        return _fits(probe, set_key)


def _fits(path: Path, set_key: SetKey) -> bool:
    # immutable: no lock, no journal, no write.
    name = f"{path.absolute().as_uri()}?immutable=1"
    db = apsw.Connection(name, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    try:
        set_key(db)
        db.execute("PRAGMA user_version").fetchall()
    except apsw.NotADBError:
        return False
    except apsw.CorruptError:
        return (
            True  # the page was read; it tells of more pages than the file has, as a probe's does
        )
    finally:
        db.close()
    return True


def _first_page(journal: Path) -> bytes | None:
    """Return the vault's first page as the journal has it, or None (SQLite file format, section 3).

    A journal is written in segments, a new one each time that pages had to leave memory before the commit; the
    first page stands in the one under way when it was first changed.
    """
    with journal.open("rb") as file:
        at: int | None = 0
        while at is not None:
            page, at = _segment(file, at)
            if page is not None:
                return page
    return None


def _segment(file: BinaryIO, at: int) -> tuple[bytes | None, int | None]:
    """Return page 1 where the segment beginning there holds it, and where the next segment begins, if any can."""
    file.seek(at)
    header = file.read(28)
    if header[:8] != _MAGIC or len(header) < 28:
        return None, None
    records, sector, size = (int.from_bytes(header[p : p + 4], "big") for p in (8, 20, 24))
    if not 512 <= sector <= 65536 or not 512 <= size <= 65536:
        return None, None
    at += sector
    for _ in range(records):  # "as many as there are" is written as the largest number
        file.seek(at)
        record = file.read(4 + size)
        if len(record) < 4 + size:
            return None, None
        if int.from_bytes(record[:4], "big") == 1:
            return record[4:], None
        at += size + 8
    return None, -(-at // sector) * sector
