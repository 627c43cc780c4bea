"""A vault made of the newest whole copy and what came after it; everything is checked on the way.

Rules:
- The newest whole copy that can be read to its end is taken; if it is damaged, the one before it.
- What follows it is put in by its place in the vault; of two with the same place, the one that fits.
- What is damaged, lacking or does not fit is named, and what can be put in without it is. A drive that is taken away
  meanwhile is no damage: then nothing is made.
- Nothing in the folder is changed. The vault has its name once it is whole; where nothing can be restored, or who makes
  it is killed, no file stands under that name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from app.elsewhere.errors import (
    CopyAwayError,
    CopyFormError,
    NothingToRestoreError,
    NoWholeCopyError,
    OtherKeyError,
)
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
        damaged: names of files that cannot be read.
        unfit: how many entries do not follow what is there, and were left out.
        lacking: how many places before the last one are in no file that can be read.
        locked: how many files in the folder are locked with another key, such as another vault's.
    """

    vault_id: str
    entries: int
    until: int
    made: str
    files: int
    damaged: tuple[str, ...] = ()
    unfit: int = 0
    lacking: int = 0
    locked: int = 0


class _Found(msgspec.Struct, frozen=True):
    path: Path
    header: CopyHeader
    size: int


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
        progress: told (bytes read, bytes in all) between two files and two entries; what it raises leaves no vault.

    Raises:
        CopyKeyError: that is no recovery key.
        CopyAwayError: the folder is not there, or was taken away meanwhile.
        NothingToRestoreError: no file of a copy lies there.
        OtherKeyError: the key opens none of them.
        NoWholeCopyError: no whole copy can be read to its end.
        VaultError: the new vault cannot be written; none is left.
    """
    identity = read_key(key)
    found, damaged, locked = _look(folder, identity, progress)
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
        made = Rebuilding(target, passphrase, full.header.vault, parameters[0])
        try:
            read = _Read(folder, progress, (full, *after))
            done = _put_together(made, full, after, identity, damaged, read)
            return replace(done, locked=locked)
        except CopyFormError as error:
            damaged.append(error.name)
        finally:
            made.close()
    if found or damaged:
        raise NoWholeCopyError(folder, len(damaged))
    if locked:
        raise OtherKeyError(folder)
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


class _Read:
    """How much of the files was read, told between two entries; says so too where the drive was taken away.

    Args:
        folder: of the copy.
        progress: told (bytes read, bytes in all).
        files: those that are read one after the other.
    """

    def __init__(self, folder: Path, progress: Progress | None, files: Iterable[_Found]) -> None:
        self._folder, self._progress = folder, progress
        self._all = sum(each.size for each in files)
        self._done = self._inside = 0

    def entry(self, size: int) -> None:
        """One more entry of the file that is read was put in, with so many bytes."""
        self._inside += size
        self._tell()

    def file(self, found: _Found) -> None:
        """A file was read."""
        self._done, self._inside = self._done + found.size, 0
        self._tell()

    def look_for_drive(self) -> None:
        """Raise CopyAwayError where no file of the copy is left. Asked when a file cannot be read."""
        _look_for_drive(self._folder)

    def _tell(self) -> None:
        if self._progress is not None:
            self._progress(min(self._done + self._inside, self._all), self._all)


def _look(
    folder: Path, identity: Identity, progress: Progress | None
) -> tuple[list[_Found], list[str], int]:
    if not folder.is_dir():
        raise CopyAwayError(folder)
    found: list[_Found] = []
    damaged: list[str] = []
    locked = 0
    for path in sorted(folder.rglob(f"*{ENDING}")):
        if progress is not None:
            progress(0, 0)  # how long this takes nobody can tell
        try:
            with open_sealed(path, identity) as stream:
                header = read_header(stream)
            size = path.stat().st_size
        except (OSError, CopyFormError, DamagedFormError) as error:
            if isinstance(error, CopyFormError) and error.other_key:
                locked += 1
                continue
            _look_for_drive(folder)
            damaged.append(path.name)
        else:
            found.append(_Found(path, header, size))
    return found, damaged, locked


def _look_for_drive(folder: Path) -> None:
    try:
        there = next(folder.rglob(f"*{ENDING}"), None) is not None
    except OSError:
        there = False
    if not there:
        raise CopyAwayError(folder)


def _put_together(
    made: Rebuilding,
    full: _Found,
    after: Sequence[_Found],
    identity: Identity,
    damaged: Sequence[str],
    read: _Read,
) -> Restored:
    header = full.header
    lost, unfit, used = list(damaged), 0, [full]
    try:
        made.put_rows(header.rows)
        _put_file(made, full, identity, read)
    except (DamagedFormError, RecordError, CopyFormError, OSError) as error:
        read.look_for_drive()
        raise CopyFormError(full.path.name) from error
    for each in after:
        try:
            _put_file(made, each, identity, read)
        except RecordError:
            unfit += 1
        except (DamagedFormError, CopyFormError, OSError):
            read.look_for_drive()
            lost.append(each.path.name)
        else:
            used.append(each)
    made.finish()
    until = max(each.header.until for each in used)
    covered = {each.header.until for each in (*used, *after)} - set(range(header.until + 1))
    return Restored(
        vault_id=header.vault,
        entries=made.taken,
        until=until,
        made=header.made,
        files=len(used),
        damaged=tuple(sorted(lost)),
        unfit=unfit,
        lacking=max(header.until, *covered, 0) - header.until - len(covered),
    )


def _put_file(made: Rebuilding, found: _Found, identity: Identity, read: _Read) -> None:
    with open_sealed(found.path, identity) as stream:
        read_header(stream)
        for record in read_records(stream):
            made.put(record)
            read.entry(record.size)
    read.file(found)
