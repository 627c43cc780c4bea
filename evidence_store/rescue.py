"""A copy of an open vault whose file was taken away, under a new name beside where it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import apsw

from atomic_file import new_file, part_beside, sync_file, sync_folder
from evidence_store.connection import OpenedFile
from evidence_store.errors import DamagedVaultError, VaultReplacedError
from evidence_store.fault_translation import os_errors_as_ours
from evidence_store.rows import heads

# In the language of those who look for it in their folder.
_NAME = "{stem}-reddet{number}{suffix}"
_RESCUED = re.compile(r"-reddet(-\d+)?$")


def rescue(
    db: apsw.Connection, path: Path, open_copy: Callable[[Path], OpenedFile]
) -> tuple[Path, OpenedFile]:
    """Copy all that the connection holds into a new file, and return its path and the file opened.

    Nothing that lies in the folder is touched.

    Args:
        db: the connection, outside a transaction.
        path: where the vault was.
        open_copy: opens and locks a copy under the vault's own key.

    Raises:
        VaultReplacedError: no copy could be made, and none is left; its cause says why.
    """
    try:
        with os_errors_as_ours(path):
            target = _claim(path)
            try:
                opened = _fill(db, target, open_copy)
            except BaseException:
                target.unlink(missing_ok=True)
                raise
            return target, opened
    except Exception as error:
        raise VaultReplacedError(path) from error


def _fill(db: apsw.Connection, target: Path, open_copy: Callable[[Path], OpenedFile]) -> OpenedFile:
    # Written under a name of its own: a copy that was cut off never lies under the name of a vault.
    with part_beside(target, "new") as fresh:
        db.execute("VACUUM INTO ?", (str(fresh),))
        sync_file(fresh)
        fresh.replace(target)  # over the empty file that we claimed the name with
        sync_folder(target.parent)
    opened = open_copy(target)
    if heads(opened.db) == heads(db):
        return opened
    opened.db.close()
    raise DamagedVaultError(target)


def _claim(path: Path) -> Path:
    """Make an empty file under the first name that is free, and return its path."""
    stem = _RESCUED.sub("", path.stem)
    number = 1
    while True:
        name = _NAME.format(
            stem=stem, number="" if number == 1 else f"-{number}", suffix=path.suffix
        )
        target = path.with_name(name)
        try:
            new_file(target).close()
        except FileExistsError:
            number += 1
            continue
        return target
