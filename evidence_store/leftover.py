"""A journal that a crash left behind, and a passphrase that may be wrong.

SQLite plays such a journal back as soon as the file is opened, with whatever key it was given; with a wrong one
it writes nonsense into the vault. (The journal stays, so the right passphrase mends it, but a wrong
passphrase shall change nothing.) So where a journal lies beside the vault the key is first tried on a look
that ignores the journal; and if the first page of the vault was itself torn by the crash, on the copy of that page
which the journal then holds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from evidence_store.errors import VaultLockedError

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_POLL_S = 0.05

SetKey = Callable[[apsw.Connection], None]


def journal_of(path: Path) -> Path:
    """The journal's path."""
    return path.with_name(path.name + "-journal")


def has_journal(path: Path) -> bool:
    """Whether a journal with something in it lies beside the vault."""
    try:
        return journal_of(path).stat().st_size > 0
    except OSError:
        return False


@contextmanager
def looked_at(path: Path, wait_s: float) -> Iterator[None]:
    """Holds a reader's lock, so that what is looked at is a leftover and not somebody's work under way.

    Raises:
        VaultLockedError: somebody has the vault open.
    """
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
            yield
        finally:
            file.xUnlock(apsw.SQLITE_LOCK_NONE)
    finally:
        file.xClose()


def key_fits(path: Path, set_key: SetKey) -> bool:
    """Whether the key opens the vault's first page, or the journal's copy of it. Writes nothing to either."""
    if _opens(path, set_key):
        return True
    page = _first_page(journal_of(path))
    if page is None:
        return False
    probe = path.with_name(path.name + "-probe")  # one page, encrypted as it was
    try:
        handle = os.open(probe, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(page)
        return _opens(probe, set_key)
    finally:
        probe.unlink(missing_ok=True)


def _opens(path: Path, set_key: SetKey) -> bool:
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
    """The vault's first page as the journal's first segment has it (SQLite file format, section 3)."""
    with journal.open("rb") as file:
        header = file.read(28)
        if header[:8] != _MAGIC or len(header) < 28:
            return None
        sector, size = (int.from_bytes(header[at : at + 4], "big") for at in (20, 24))
        if not 512 <= sector <= 65536 or not 512 <= size <= 65536:
            return None
        at = sector
        while True:
            file.seek(at)
            record = file.read(4 + size)
            if len(record) < 4 + size:
                return None
            if int.from_bytes(record[:4], "big") == 1:
                return record[4:]
            at += size + 8
