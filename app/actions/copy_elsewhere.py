"""The copy elsewhere: where it goes, what is still to be copied, a whole one now and then, and restoring it.

Rules:
- Each entry is copied by itself, in the order of the vault. What was copied is noted in the vault once the file is on
  the other drive; so what is killed in between is copied twice and never left out.
- A folder that is not there only makes the queue longer: nothing of the vault waits for it.
- A whole copy is made at the beginning, when a week has passed, when it is asked for, and where the last one is gone
  from the folder. It is read to its end before what it makes needless is deleted.
- When the case is closed, or the vault, one is wanted, which is all that happens then: it is made as soon as the vault
  is open and the drive is there. So closing waits for no drive.
- The private half of the key is a row of the vault's own table, and stands on the recovery sheet.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

import msgspec
from msgspec.structs import replace

from app.clock import Clock, parse_stamp, stamp
from app.elsewhere import (
    FOLDER,
    CopyFolderError,
    CopyHeader,
    CopyKind,
    Restored,
    check_copy,
    drop_older,
    new_id,
    new_key,
    public_half,
    restore,
    write_copy,
)
from atomic_file import part_beside
from evidence_store import PARAMETERS, Parameters, Report, Vault, Verdict

_KEY = "copy_key"
_PLACE = "copy/elsewhere"
_WANTED = "copy/wanted"
_TRIED = "tried"
_A_WEEK = timedelta(days=7)
_A_DAY = timedelta(days=1)
_AT_ONCE = 32

Progress = Callable[[int, int], None]


class NoCopyPlaceError(Exception):
    """Nobody has said yet where the copy goes."""


class CopyPlace(msgspec.Struct, frozen=True):
    """Where the copy goes, and how far it is. Kept in the vault, outside its logs.

    Attributes:
        folder: the folder of the copy itself.
        copied: the place of the last entry that is on the other drive.
        full: id of the newest whole copy; "" before there is one.
        name: of its file, below the folder.
        full_until: the place of the last entry in it.
        full_at: when it was made, as the ledger writes times; "" before there is one.
        tried_at: when a vault was last made of the copy to see that it can be; "" for never.
    """

    folder: str
    copied: int = 0
    full: str = ""
    name: str = ""
    full_until: int = 0
    full_at: str = ""
    tried_at: str = ""


class Copied(msgspec.Struct, frozen=True):
    """How the copy stands.

    Attributes:
        place: where it goes, and how far it is.
        waiting: how many entries are not on the other drive yet.
        there: whether the folder can be reached now.
        written: how many files were written just now.
    """

    place: CopyPlace
    waiting: int
    there: bool
    written: int = 0


class TriedCopy(msgspec.Struct, frozen=True):
    """What came of trying a copy: what was made of it, and the report on that; entries that wait count as missing."""

    made: Restored
    report: Report

    @property
    def good(self) -> bool:
        """Return whether a vault can be made of the copy, and nothing of it is lacking."""
        holds = self.report.verdict in {Verdict.CONSISTENT, Verdict.ANCHORED}
        made = self.made
        return holds and not (made.damaged or made.unfit or made.lacking)


class _KeyRow(msgspec.Struct, frozen=True):
    key: str
    made_at: str


def recovery_key(vault: Vault) -> str:
    """Return the private half of the recovery key; "" where none was made. Raises VaultError."""
    kept = vault.kept_rows(_KEY)
    return msgspec.json.decode(kept[-1], type=_KeyRow).key if kept else ""


def choose_copy_place(vault: Vault, folder: Path, *, clock: Clock) -> CopyPlace:
    """Say where the copy goes from now on; the first time the recovery key is made. Nothing is copied yet.

    Args:
        vault: the vault.
        folder: where the folder of the copy is made.
        clock: asked for the time.

    Raises:
        VaultError: nothing was kept.
    """
    at = stamp(clock.now().utc)
    if not recovery_key(vault):
        with vault.act() as act:
            row = _KeyRow(new_key(), at)
            act.keep_row(_KEY, msgspec.json.encode(row).decode())
    place = CopyPlace(str(folder / FOLDER))
    _note(vault, place, at)
    return place


def copy_place(vault: Vault) -> CopyPlace | None:
    """Return where the copy goes; None where nobody has said. Raises VaultError."""
    kept = vault.draft(_PLACE)
    return msgspec.json.decode(kept, type=CopyPlace) if kept is not None else None


def stop_copying(vault: Vault) -> None:
    """Copy no more; what lies in the folder stays. Raises VaultError."""
    vault.drop_draft(_PLACE)


def want_whole(vault: Vault, *, clock: Clock, at_once: bool = False) -> bool:
    """Note that a whole copy is wanted, where one would hold anything new; return whether it is.

    Args:
        vault: the vault; one that is only looked at is left alone.
        clock: asked for the time.
        at_once: also where the last one is less than a day old: it writes all that the vault holds.

    Raises:
        VaultError: nothing was noted.
    """
    place = copy_place(vault)
    if place is None or vault.look_only or place.full_until >= vault.last_number():
        return False
    if not at_once and place.full_at and _age(place, clock) < _A_DAY:
        return False
    # A row of its own: what is noted of the place meanwhile takes nothing of it away.
    vault.save_draft(_WANTED, b"{}", stamp(clock.now().utc))
    return True


def copy_state(vault: Vault) -> Copied:
    """Return how the copy stands. Raises NoCopyPlaceError, VaultError."""
    place = copy_place(vault)
    if place is None:
        raise NoCopyPlaceError
    waiting = vault.last_number() - place.copied
    return Copied(place, max(0, waiting), _is_there(place))


def copy_now(
    vault: Vault, *, clock: Clock, whole: bool = False, progress: Progress | None = None
) -> Copied:
    """Copy what is still to be copied, and all of it where that is due or asked for.

    Args:
        vault: the vault.
        clock: asked for the time.
        whole: make a whole copy, whether or not one is due.
        progress: told (entries copied, entries in all) between two files; what it raises ends it.

    Raises:
        NoCopyPlaceError: nobody has said where it goes.
        CopyFolderError: the folder cannot be reached, or takes nothing: what waits goes on waiting.
        VaultError: the vault cannot be read.
    """
    place = copy_place(vault)
    if place is None:
        raise NoCopyPlaceError
    folder = Path(place.folder)
    if not folder.parent.is_dir():
        raise CopyFolderError(folder)
    key = recovery_key(vault)
    written = 0
    if whole or vault.draft(_WANTED) is not None or _is_due(place, clock):
        place = _write_whole(vault, place, key, clock)
        written = 1
    until = vault.last_number()
    first = place.copied
    while place.copied < until:
        at = stamp(clock.now().utc)
        for record in vault.records(place.copied, min(until, place.copied + _AT_ONCE)):
            header = CopyHeader(
                vault=vault.vault_id,
                kind=CopyKind.INCREMENT,
                full=place.full,
                made=at,
                since=record.n - 1,
                until=record.n,
            )
            write_copy(folder, header, (record,), public_half(key))
            place = replace(place, copied=record.n)
            _note(vault, place, at)
            written += 1
            if progress is not None:
                progress(place.copied - first, until - first)
    return Copied(place, 0, there=True, written=written)


def restore_copy(
    folder: Path,
    key: str,
    target: Path,
    passphrase: str,
    *,
    parameters: Sequence[Parameters] = PARAMETERS,
    progress: Progress | None = None,
) -> Restored:
    """Make a vault of the copy in a folder, or in the folder below it that is made for it. Raises as ``restore``."""
    below = folder / FOLDER
    return restore(
        below if below.is_dir() else folder,
        key,
        target,
        passphrase,
        parameters=parameters,
        progress=progress,
    )


def try_copy(
    vault: Vault,
    key: str,
    *,
    clock: Clock,
    parameters: Sequence[Parameters] = PARAMETERS,
    progress: Progress | None = None,
) -> TriedCopy:
    """Make a vault of the copy beside this one, verify it, compare it with this one, and take it away again.

    Args:
        vault: the open vault; it is not changed but for the note of when the copy was tried.
        key: the private half as somebody typed it from the sheet; "" for the one in the vault.
        clock: asked for the time.
        parameters: how the vault that is made is encrypted; it lives as long as the trial.
        progress: told (done, all) between two files; what it raises ends it, and nothing is left.

    Raises:
        NoCopyPlaceError, CopyFolderError: there is no copy to try.
        CopyKeyError, OtherKeyError, NothingToRestoreError, NoWholeCopyError: none can be read with that key.
        CopyAwayError: the drive was taken away meanwhile.
        VaultError: there is no room beside the vault, or it cannot be read.
    """
    place = copy_place(vault)
    if place is None:
        raise NoCopyPlaceError
    folder = Path(place.folder)
    if not folder.is_dir():
        raise CopyFolderError(folder)
    phrase = secrets.token_hex(32)
    with part_beside(vault.path, _TRIED) as part:
        part.unlink()
        try:
            made = restore_copy(
                folder,
                key or recovery_key(vault),
                part,
                phrase,
                parameters=parameters,
                progress=progress,
            )
            report = vault.rehearse(part, phrase, progress=progress).report
        finally:
            part.with_name(f"{part.name}-journal").unlink(missing_ok=True)
    tried = TriedCopy(made, report)
    if tried.good:
        at = stamp(clock.now().utc)
        now = copy_place(vault) or place
        _note(vault, replace(now, tried_at=at), at)
    return tried


def _write_whole(vault: Vault, place: CopyPlace, key: str, clock: Clock) -> CopyPlace:
    folder = Path(place.folder)
    until = vault.last_number()
    at = stamp(clock.now().utc)
    header = CopyHeader(
        vault=vault.vault_id,
        kind=CopyKind.FULL,
        full=new_id(),
        made=at,
        since=0,
        until=until,
        rows=vault.own_rows(),
    )
    name = write_copy(folder, header, vault.records(0, until), public_half(key))
    check_copy(folder / name, key)
    done = CopyPlace(place.folder, until, header.full, name, until, at, place.tried_at)
    _note(vault, done, at)
    vault.drop_draft(_WANTED)
    drop_older(folder, key, header, name)
    return done


def _is_due(place: CopyPlace, clock: Clock) -> bool:
    if not place.full_at or not (Path(place.folder) / place.name).is_file():
        return True
    return _age(place, clock) >= _A_WEEK


def _age(place: CopyPlace, clock: Clock) -> timedelta:
    return abs(clock.now().utc - parse_stamp(place.full_at))


def _is_there(place: CopyPlace) -> bool:
    return Path(place.folder).parent.is_dir()


def _note(vault: Vault, place: CopyPlace, at: str) -> None:
    vault.save_draft(_PLACE, msgspec.json.encode(place), at)
