"""Opening and making the file: cipher, key, pragmas and the lock.

Rules:
- The cipher's parameters are not in the file. They belong to a format version; opening tries the newest first.
- They are set by PRAGMA and read back: without them the library takes another cipher and says nothing. (Its
  function sqlite3mc_config is no way here: a SELECT reads the schema before there is a key.)
- The lock is SQLite's own, taken at once and held until the connection closes.
- The key's salt is read through SQLite's file layer: opening and closing a file by ourselves would drop
  the lock that this process holds on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import apsw
import msgspec

from atomic_file import check_name, is_placeholder, new_file
from evidence_store.errors import (
    DamagedVaultError,
    DiskFaultError,
    NewerVaultError,
    NotAVaultError,
    PlaceholderError,
    VaultMissingError,
    WrongPassphraseError,
)
from evidence_store.fault_translation import (
    as_vault_error,
    os_errors_as_ours,
    sqlite_errors_as_ours,
)
from evidence_store.hot_journal import has_journal, key_fits
from evidence_store.schema import APPLICATION_ID, FOREIGN_VERSION, SCHEMA

KEY_SALT_BYTES = 16
_CACHE_KIB = 16 * 1024


class Parameters(msgspec.Struct, frozen=True):
    """How the file of one format version is encrypted.

    Attributes:
        version: the format version.
        cipher: SQLite3MC's name of the cipher.
        algorithm: which of the cipher's forms.
        tcost: passes of Argon2id.
        mcost: its memory in KiB.
        pcost: its lanes.
        page_size: in bytes.
    """

    version: int
    cipher: str
    algorithm: str
    tcost: int
    mcost: int
    pcost: int
    page_size: int


FORMAT_1 = Parameters(
    version=1,
    cipher="aegis",
    algorithm="aegis-256",
    tcost=3,
    mcost=64 * 1024,
    pcost=1,
    page_size=16 * 1024,
)
PARAMETERS = (FORMAT_1,)  # newest first; a set is never taken out again


class OpenedFile(msgspec.Struct, frozen=True):
    """An open, locked connection to a vault's file."""

    db: apsw.Connection
    parameters: Parameters
    format_version: int
    key_salt: str


def create_file(path: Path, key: bytes, parameters: Parameters) -> OpenedFile:
    """Make a new, empty vault file, readable by its owner only, and return it opened.

    Raises:
        UnfitNameError: the system takes no such name, or none for the journal beside it.
        VaultExistsError: something is there already.
        VaultMissingError: its folder does not exist.
        ReadOnlyError, DiskFullError, DiskFaultError: nothing is left behind.
    """
    check_name(path, beside="-journal")
    with os_errors_as_ours(path):
        new_file(path).close()
    try:
        with sqlite_errors_as_ours(path):
            db = _connect(path, wait_s=0)
            try:
                _prepare_new(db, key, parameters)
            finally:
                db.close()
        # OpenedFile anew: that the file can be read again is found out now, not next week.
        return open_file(path, key, wait_s=0, sets=(parameters,))
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def open_file(
    path: Path,
    key: bytes,
    wait_s: float,
    sets: Sequence[Parameters],
) -> OpenedFile:
    """Open a vault's file, lock it, and return the connection.

    Args:
        path: the file.
        key: the normalised passphrase.
        wait_s: seconds to wait for another process to let go of it.
        sets: sets of parameters to try, newest first.

    Raises:
        VaultMissingError: no such file.
        PlaceholderError: its content is not on this computer.
        VaultLockedError: still open elsewhere after that time.
        WrongPassphraseError: no set of parameters fits, or the first page is damaged.
        NewerVaultError: made by a later program.
        NotAVaultError: a database, but not a vault.
        ReadOnlyError: cannot be written to.
        DamagedVaultError, DiskFaultError: cannot be read.
    """
    _must_be_file(path)
    for parameters in sets:
        db = _unlock(path, key, parameters, wait_s)
        if db is not None:
            break
    else:
        raise WrongPassphraseError(path)
    try:
        with sqlite_errors_as_ours(path):
            version = _check_kind(db, path)
            return OpenedFile(db, parameters, version, read_key_salt(path))
    except BaseException:
        db.close()
        raise


def open_to_read(path: Path, key: bytes, sets: Sequence[Parameters]) -> OpenedFile:
    """Open a vault's file to read it alone: nothing in it is written, also where it lies on what takes no writing.

    Raises:
        VaultLockedError: it is open elsewhere.
        VaultMissingError, PlaceholderError, WrongPassphraseError, NewerVaultError, NotAVaultError, DamagedVaultError,
        DiskFaultError.
    """
    _must_be_file(path)
    for parameters in sets:
        db = apsw.Connection(str(path.absolute()), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            with sqlite_errors_as_ours(path):
                try:
                    _set_key(db, key, parameters)
                    db.pragma("query_only", 1)
                    db.pragma("temp_store", 2)
                    db.pragma("cell_size_check", 1)
                    db.execute("SELECT count(*) FROM sqlite_schema").fetchall()
                except apsw.NotADBError:
                    db.close()
                    continue
                version = _check_kind(db, path)
                return OpenedFile(db, parameters, version, read_key_salt(path))
        except BaseException:
            db.close()
            raise
    raise WrongPassphraseError(path)


def open_with_any(
    path: Path, keys: Sequence[bytes], wait_s: float, sets: Sequence[Parameters] = PARAMETERS
) -> tuple[OpenedFile, bytes]:
    """Open a vault's file with the first key that fits, and return it with that key. Raises as ``open_file``."""
    for key in keys[:-1]:
        try:
            return open_file(path, key, wait_s, sets), key
        except WrongPassphraseError:
            continue
    return open_file(path, keys[-1], wait_s, sets), keys[-1]


def read_key_salt(path: Path) -> str:
    """Return the first 16 bytes of the file as 32 hex digits, without touching the process's locks."""
    flags = [apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_MAIN_DB, 0]
    file = apsw.VFSFile("", str(path.absolute()), flags)
    try:
        return file.xRead(KEY_SALT_BYTES, 0).hex()
    finally:
        file.xClose()


def _must_be_file(path: Path) -> None:
    """Refuse what can be no vault before anything is asked of it."""
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise VaultMissingError(path) from error
    except OSError as error:
        raise DiskFaultError(path) from error
    if not path.is_file():
        raise NotAVaultError(path)
    if is_placeholder(found):
        raise PlaceholderError(path)
    if found.st_size < KEY_SALT_BYTES:
        raise DamagedVaultError(path)


def _connect(path: Path, wait_s: float) -> apsw.Connection:
    db = apsw.Connection(str(path.absolute()), flags=apsw.SQLITE_OPEN_READWRITE)
    db.set_busy_timeout(round(wait_s * 1000))
    return db


def _set_key(db: apsw.Connection, key: bytes, parameters: Parameters) -> None:
    settings = {
        "cipher": parameters.cipher,
        "algorithm": parameters.algorithm,
        "tcost": parameters.tcost,
        "mcost": parameters.mcost,
        "pcost": parameters.pcost,
    }
    for name, value in settings.items():
        db.pragma(name, value)
    found = {name: str(db.pragma(name)) for name in settings}
    if found != {name: str(value) for name, value in settings.items()}:
        raise apsw.MisuseError(f"the cipher answers {found}")
    db.pragma("hexkey", key.hex())


def _settings(db: apsw.Connection) -> None:
    """Set what holds for one connection and is not kept in the file."""
    db.pragma("journal_mode", "truncate")
    db.pragma("synchronous", 3)  # EXTRA
    db.pragma("secure_delete", 1)
    db.pragma("recursive_triggers", 1)
    db.pragma("temp_store", 2)  # memory: nothing of the vault may lie about in clear
    db.pragma("cache_size", -_CACHE_KIB)
    db.pragma("cell_size_check", 1)
    db.pragma("trusted_schema", 0)
    db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)


def _prepare_new(db: apsw.Connection, key: bytes, parameters: Parameters) -> None:
    _set_key(db, key, parameters)
    db.pragma("page_size", parameters.page_size)
    db.pragma("auto_vacuum", 2)  # incremental
    _settings(db)
    with db:
        db.pragma("application_id", APPLICATION_ID)
        db.pragma("user_version", parameters.version)
        db.execute(SCHEMA)


def _unlock(
    path: Path, key: bytes, parameters: Parameters, wait_s: float
) -> apsw.Connection | None:
    """Return a locked connection, or None where key and parameters do not fit."""
    db = None
    try:
        if has_journal(path) and not key_fits(
            path, lambda db: _set_key(db, key, parameters), wait_s
        ):
            return None
        db = _connect(path, wait_s)
        _set_key(db, key, parameters)
        db.pragma("locking_mode", "exclusive")
        db.execute("BEGIN EXCLUSIVE; COMMIT")
        _settings(db)
    except apsw.Error as error:
        if db is not None:
            db.close()
        if isinstance(error, apsw.NotADBError):
            return None
        raise as_vault_error(error, path) from error
    return db


def _check_kind(db: apsw.Connection, path: Path) -> int:
    application = db.pragma("application_id")
    version = db.pragma("user_version")
    if application != APPLICATION_ID:
        raise NotAVaultError(path)
    if not isinstance(version, int) or version > FOREIGN_VERSION:
        raise NewerVaultError(path, int(str(version)), FOREIGN_VERSION)
    return version
