"""A vault made of the newest whole copy and what came after it; everything is checked on the way.

Rules:
- The newest whole copy that can be read to its end is taken; if it is damaged, the one before it.
- What follows it is put in by its place in the vault; of two with the same place, the one that fits.
- What is damaged, lacking or does not fit is named, and what can be put in without it is.
- Nothing in the folder is changed. Where nothing can be restored, no file is left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from app.elsewhere.errors import CopyFormError, NothingToRestoreError
from app.elsewhere.file_form import (
    CopyHeader,
    CopyKind,
    DamagedFormError,
    read_header,
    read_records,
)
from app.elsewhere.keys import Identity, read_key
from app.elsewhere.sealed_file import ENDING, open_sealed
from evidence_store import PARAMETERS, Parameters, Rebuilding, RecordError, record_holds

Progress = Callable[[int, int], None]


class Restored(msgspec.Struct, frozen=True):
    """What was found and put together.

    Attributes:
        vault_id: which vault it is.
        entries: how many entries the new vault has.
        until: the place of the last entry that the copy has among all of the vault.
        made: when the whole copy was made, as the ledger writes times.
        files: how many files of the copy were used.
        damaged: names of files that cannot be read, or not with this key.
        unfit: how many entries do not follow what is there, and were left out.
    """

    vault_id: str
    entries: int
    until: int
    made: str
    files: int
    damaged: tuple[str, ...] = ()
    unfit: int = 0


class _Found(msgspec.Struct, frozen=True):
    path: Path
    header: CopyHeader


def restore(
    folder: Path,
    key: str,
    target: Path,
    passphrase: str,
    *,
    parameters: Sequence[Parameters] = PARAMETERS,
    progress: Progress | None = None,
) -> Restored:
    """Make a vault of the copy in a folder.

    Args:
        folder: where the files of the copy lie.
        key: the private half of the recovery key, as typed.
        target: the new vault; nothing may be there yet.
        passphrase: of the new vault, as typed.
        parameters: how it is encrypted; the first set is taken.
        progress: told (files read, files in all) between two files; what it raises leaves no vault.

    Raises:
        CopyKeyError: that is no recovery key.
        NothingToRestoreError: no whole copy is there that this key opens.
        VaultError: the new vault cannot be written; none is left.
    """
    identity = read_key(key)
    found, damaged = _look(folder, identity)
    fulls = sorted(
        (each for each in found if each.header.kind is CopyKind.FULL),
        key=lambda each: (each.header.made, each.header.until),
        reverse=True,
    )
    for full in fulls:
        after = [
            each
            for each in found
            if each.header.kind is CopyKind.INCREMENT
            and each.header.vault == full.header.vault
            and each.header.until > full.header.until
        ]
        after.sort(key=lambda each: (each.header.since, each.header.made))
        try:
            return _put_together(
                full, after, identity, target, passphrase, parameters, damaged, progress
            )
        except CopyFormError as error:
            damaged.append(error.name)
    raise NothingToRestoreError(folder)


def check_copy(path: Path, key: str) -> int:
    """Read a file of the copy to its end, and reckon all hashes in it anew; return how many entries it has.

    Raises:
        CopyKeyError: that is no recovery key.
        CopyFormError: it cannot be read to its end, or something in it is not what its hashes say.
    """
    count = 0
    try:
        with open_sealed(path, read_key(key)) as stream:
            read_header(stream)
            for record in read_records(stream):
                if not record_holds(record):
                    raise CopyFormError(path.name)
                count += 1
    except (OSError, DamagedFormError) as error:
        raise CopyFormError(path.name) from error
    return count


def _look(folder: Path, identity: Identity) -> tuple[list[_Found], list[str]]:
    found: list[_Found] = []
    damaged: list[str] = []
    for path in sorted(folder.rglob(f"*{ENDING}")):
        try:
            with open_sealed(path, identity) as stream:
                header = read_header(stream)
        except (OSError, CopyFormError, DamagedFormError):
            damaged.append(path.name)
        else:
            found.append(_Found(path, header))
    return found, damaged


def _put_together(
    full: _Found,
    after: Sequence[_Found],
    identity: Identity,
    target: Path,
    passphrase: str,
    parameters: Sequence[Parameters],
    damaged: Sequence[str],
    progress: Progress | None,
) -> Restored:
    header = full.header
    made = Rebuilding(target, passphrase, header.vault, parameters[0])
    lost, unfit, until, used = list(damaged), 0, header.until, 1
    done = False
    try:
        try:
            made.put_rows(header.rows)
            _put_file(made, full, identity)
        except (DamagedFormError, RecordError) as error:
            raise CopyFormError(full.path.name) from error
        for number, each in enumerate(after, start=1):
            if progress is not None:
                progress(number, len(after) + 1)
            try:
                _put_file(made, each, identity)
            except RecordError:
                unfit += 1
            except (DamagedFormError, CopyFormError, OSError):
                lost.append(each.path.name)
            else:
                used += 1
                until = max(until, each.header.until)
        done = True
    finally:
        made.close()
        if not done:
            with suppress(OSError):
                target.unlink(missing_ok=True)
    return Restored(
        vault_id=header.vault,
        entries=made.taken,
        until=until,
        made=header.made,
        files=used,
        damaged=tuple(sorted(lost)),
        unfit=unfit,
    )


def _put_file(made: Rebuilding, found: _Found, identity: Identity) -> None:
    with open_sealed(found.path, identity) as stream:
        read_header(stream)
        for record in read_records(stream):
            made.put(record)
