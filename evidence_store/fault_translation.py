"""What the system and SQLite say went wrong, as the errors of this room."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from atomic_file import UnfitNameError
from evidence_store.errors import (
    DamagedVaultError,
    DiskFaultError,
    DiskFullError,
    ReadOnlyError,
    StoreFaultError,
    VaultExistsError,
    VaultFileError,
    VaultLockedError,
    VaultMissingError,
    VaultReplacedError,
)

# A page whose seal is broken comes back from the cipher as one of these.
PAGE_DAMAGE = (apsw.NotADBError, apsw.CorruptError)

# What reading one place of the file may raise while the rest of it is well.
UNREADABLE = (*PAGE_DAMAGE, apsw.IOError)

_OF_SQLITE: tuple[tuple[type[apsw.Error], type[VaultFileError]], ...] = (
    (apsw.BusyError, VaultLockedError),
    (apsw.LockedError, VaultLockedError),
    (apsw.FullError, DiskFullError),
    (apsw.ReadOnlyError, ReadOnlyError),
    (apsw.PermissionsError, ReadOnlyError),
    (apsw.IOError, DiskFaultError),
    (apsw.CantOpenError, DiskFaultError),
    (apsw.NotADBError, DamagedVaultError),
    (apsw.CorruptError, DamagedVaultError),
)


def as_vault_error(error: apsw.Error, path: Path) -> VaultFileError:
    """Return the error of this room that stands for one of SQLite's."""
    if getattr(error, "extendedresult", 0) == apsw.SQLITE_READONLY_DBMOVED:
        return VaultReplacedError(path)
    for theirs, ours in _OF_SQLITE:
        if isinstance(error, theirs):
            return ours(path)
    return StoreFaultError(path, error.extendedresult if hasattr(error, "extendedresult") else 1)


@contextmanager
def sqlite_errors_as_ours(path: Path) -> Iterator[None]:
    """Raise the error of this room for each that SQLite raises inside."""
    try:
        yield
    except apsw.Error as error:
        raise as_vault_error(error, path) from error


_OF_ERRNO: dict[int, type[VaultFileError]] = {
    errno.EEXIST: VaultExistsError,
    errno.ENOENT: VaultMissingError,
    errno.ENOTDIR: VaultMissingError,
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EROFS: ReadOnlyError,
    errno.EACCES: ReadOnlyError,
    errno.EPERM: ReadOnlyError,
}


@contextmanager
def os_errors_as_ours(path: Path) -> Iterator[None]:
    """Raise the error of this room, about ``path``, for each OSError inside but that the system takes no such name."""
    try:
        yield
    except UnfitNameError:
        raise
    except OSError as error:
        raise _OF_ERRNO.get(error.errno or 0, DiskFaultError)(path) from error
