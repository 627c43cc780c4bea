"""What the system says of a file, as the errors of this room."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evidence_store.errors import (
    DiskFaultError,
    DiskFullError,
    ReadOnlyError,
    VaultExistsError,
    VaultFileError,
    VaultMissingError,
)

_CLASSES: dict[int, type[VaultFileError]] = {
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
    """Raise the error of this room, about ``path``, for each OSError inside."""
    try:
        yield
    except OSError as error:
        raise _CLASSES.get(error.errno or 0, DiskFaultError)(path) from error
