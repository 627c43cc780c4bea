"""The encrypted file: making, opening, refusing, and that nothing can be read in it."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sys
import unicodedata
from pathlib import Path

import apsw
import pytest
from msgspec import structs

from evidence_store import (
    DamagedVaultError,
    EmptyPassphraseError,
    HeadMemory,
    NewerVaultError,
    NotAVaultError,
    Vault,
    VaultClosedError,
    VaultExistsError,
    VaultMissingError,
    WrongPassphraseError,
    connection,
)
from evidence_store.connection import FORMAT_1, PARAMETERS, Parameters, _set_key
from evidence_store.passphrase import normalise_passphrase
from tests.fakes.drafts import draft_keys
from tests.fakes.keys import QUICK, QUICK_KEYS
from tests.store.building import PASSPHRASE, begin, keep, note


@pytest.fixture
def copy(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path / "v.bevismappe"))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class _EndedError(Exception):
    pass


@pytest.mark.parametrize("gone", [False, True])
def test_a_vault_whose_making_is_ended_leaves_no_file(
    tmp_path: Path, heads: HeadMemory, gone: bool
) -> None:
    path = tmp_path / "v.bevismappe"

    def end() -> str:
        assert path.exists()
        if gone:
            path.unlink()
        raise _EndedError

    before = set(Path("/proc/self/fd").iterdir())
    with pytest.raises(_EndedError) as told:
        Vault.create(path, PASSPHRASE, heads=heads, parameters=QUICK_KEYS, new_id=end)
    assert (
        set(Path("/proc/self/fd").iterdir()) == before
    )  # while the error still holds on to its frames
    assert told.value.__cause__ is None
    assert not path.exists()
    Vault.create(path, PASSPHRASE, heads=heads, parameters=QUICK_KEYS).close()


def test_what_was_sealed_is_there_after_opening_again(copy: Path, heads: HeadMemory) -> None:
    with Vault.open(copy, PASSPHRASE, heads=heads, parameters=QUICK_KEYS) as vault:
        chain = vault.chains()[0].id
        assert [entry.id.seq for entry in vault.entries(chain)] == list(range(34))
        assert vault.opened.findings == vault.verify().findings == ()
        assert draft_keys(vault) == ("form",)
        assert vault.format_version == 1
        assert vault.key_salt == copy.read_bytes()[:16].hex()


def test_the_file_is_the_owners_alone_and_keeps_what_the_format_fixes(
    tmp_path: Path, heads: HeadMemory
) -> None:
    path = tmp_path / "v.bevismappe"
    with Vault.create(path, "x", heads=heads) as vault:
        db = vault._connection
        assert db is not None
        wanted = {
            "cipher": "aegis",
            "algorithm": "aegis-256",
            "tcost": "3",
            "mcost": "65536",
            "pcost": "1",
            "page_size": 16384,
            "auto_vacuum": 2,
            "application_id": 0x42766D70,
            "user_version": 1,
            "journal_mode": "truncate",
            "synchronous": 3,
            "secure_delete": 1,
            "recursive_triggers": 1,
            "temp_store": 2,
        }
        assert {name: db.pragma(name) for name in wanted} == wanted
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


def test_nothing_can_be_read_in_the_file(tmp_path: Path, heads: HeadMemory) -> None:
    path = tmp_path / "v.bevismappe"
    with Vault.create(path, "hemmelig sætning", heads=heads, parameters=QUICK_KEYS) as vault:
        chain = begin(vault).evidence
        note(vault, chain, "KanariefuglZQX")
        keep(vault, chain, b"KanariefuglZQX" * 1000)
    raw = path.read_bytes()
    for canary in (b"Kanariefugl", b"kanariefugl", b"CREATE TABLE", b"SQLite format", b"note"):
        assert canary not in raw


def test_a_phrase_typed_decomposed_opens_the_vault(copy: Path, heads: HeadMemory) -> None:
    typed = unicodedata.normalize("NFD", PASSPHRASE)
    assert typed != PASSPHRASE
    with Vault.open(copy, f"  {typed}\n", heads=heads, parameters=QUICK_KEYS) as vault:
        assert vault.accepts(PASSPHRASE)
        assert vault.accepts(typed)
        assert not vault.accepts(PASSPHRASE.upper())
        assert not vault.accepts("")


def test_a_wrong_passphrase_changes_nothing(copy: Path, heads: HeadMemory) -> None:
    before = _digest(copy)
    with pytest.raises(WrongPassphraseError):
        Vault.open(copy, PASSPHRASE + "x", heads=heads, parameters=QUICK_KEYS)
    assert _digest(copy) == before
    assert sorted(path.name for path in copy.parent.iterdir()) == ["v.bevismappe"]


def test_an_empty_passphrase_is_refused_before_anything_is_touched(
    tmp_path: Path, heads: HeadMemory
) -> None:
    with pytest.raises(EmptyPassphraseError):
        Vault.create(tmp_path / "v.bevismappe", " ", heads=heads, parameters=QUICK_KEYS)
    assert list(tmp_path.iterdir()) == []


def test_a_vault_is_not_made_over_something_else(tmp_path: Path, heads: HeadMemory) -> None:
    path = tmp_path / "v.bevismappe"
    path.write_bytes(b"something else")
    with pytest.raises(VaultExistsError):
        Vault.create(path, "x", heads=heads, parameters=QUICK_KEYS)
    assert path.read_bytes() == b"something else"
    with pytest.raises(VaultMissingError):
        Vault.create(tmp_path / "no" / "v.bevismappe", "x", heads=heads, parameters=QUICK_KEYS)


def test_what_is_no_vault_is_refused_and_left_as_it_was(tmp_path: Path, heads: HeadMemory) -> None:
    path = tmp_path / "v.bevismappe"
    with pytest.raises(VaultMissingError):
        Vault.open(path, "x", heads=heads, parameters=QUICK_KEYS)
    assert not path.exists()
    for content, error in [
        (b"", DamagedVaultError),
        (b"short", DamagedVaultError),
        (b"x" * 100, WrongPassphraseError),
        (os.urandom(50_000), WrongPassphraseError),
    ]:
        path.write_bytes(content)
        with pytest.raises(error):
            Vault.open(path, "x", heads=heads, parameters=QUICK_KEYS)
        assert path.read_bytes() == content
    with pytest.raises(NotAVaultError):
        Vault.open(tmp_path, "x", heads=heads, parameters=QUICK_KEYS)


def _database(path: Path, *statements: str) -> None:
    db = apsw.Connection(str(path))
    _set_key(db, normalise_passphrase(PASSPHRASE), QUICK)
    for statement in statements:
        db.execute(statement)
    db.close()


def test_another_programs_database_is_not_a_vault(tmp_path: Path, heads: HeadMemory) -> None:
    path = tmp_path / "v.bevismappe"
    _database(path, "CREATE TABLE x(y)")
    with pytest.raises(NotAVaultError):
        Vault.open(path, PASSPHRASE, heads=heads, parameters=QUICK_KEYS)


def test_a_newer_vault_is_refused_politely(copy: Path, heads: HeadMemory) -> None:
    _database(copy, "PRAGMA user_version = 7")
    before = _digest(copy)
    with pytest.raises(NewerVaultError) as told:
        Vault.open(copy, PASSPHRASE, heads=heads, parameters=QUICK_KEYS)
    assert (told.value.found, told.value.known) == (7, 2)
    assert _digest(copy) == before


def test_every_format_version_keeps_its_parameters() -> None:
    assert PARAMETERS[-1] == FORMAT_1
    assert [p.version for p in PARAMETERS] == sorted((p.version for p in PARAMETERS), reverse=True)


def test_only_the_sets_that_are_handed_in_are_tried(tmp_path: Path, heads: HeadMemory) -> None:
    quick, real = tmp_path / "quick.bevismappe", tmp_path / "real.bevismappe"
    Vault.create(quick, "x", heads=heads, parameters=QUICK_KEYS).close()
    Vault.create(real, "x", heads=heads).close()
    for path in (quick, real):
        Vault.open(path, "x", heads=heads, parameters=QUICK_KEYS).close()
    for path, sets in ((quick, PARAMETERS), (real, (QUICK,))):
        with pytest.raises(WrongPassphraseError):
            Vault.open(path, "x", heads=heads, parameters=sets)


def test_a_key_is_derived_no_more_often_than_files_are_opened(
    tmp_path: Path, heads: HeadMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quarter of a second each. Making a vault opens its file a second time, to see that it can be read again."""
    derived: list[Parameters] = []

    def counted(db: apsw.Connection, key: bytes, parameters: Parameters) -> None:
        derived.append(parameters)
        _set_key(db, key, parameters)

    monkeypatch.setattr(connection, "_set_key", counted)
    path = tmp_path / "v.bevismappe"
    older = structs.replace(QUICK, tcost=2)
    with Vault.create(path, "x", heads=heads, parameters=(QUICK, older)):
        assert derived == [QUICK, QUICK]
    derived.clear()
    with Vault.open(path, "x", heads=heads, parameters=(older, QUICK)) as vault:
        assert derived == [older, QUICK]
        derived.clear()
        assert vault.accepts("x")
        vault.backup(tmp_path / "copy.bevismappe")
        assert derived == [QUICK]  # a copy is encrypted as its vault is: no other set is tried


def test_a_closed_vault_says_so(copy: Path, heads: HeadMemory) -> None:
    vault = Vault.open(copy, PASSPHRASE, heads=heads, parameters=QUICK_KEYS)
    vault.close()
    vault.close()
    with pytest.raises(VaultClosedError):
        vault.chains()


def test_a_full_disk_leaves_what_was_there_and_the_next_act_works(
    copy: Path, heads: HeadMemory
) -> None:
    from evidence_store import DiskFullError

    with Vault.open(copy, PASSPHRASE, heads=heads, parameters=QUICK_KEYS) as vault:
        chain = vault.chains()[0].id
        head = vault.head(chain)
        db = vault._connection
        assert db is not None
        pages = db.pragma("page_count")
        db.pragma("max_page_count", pages)  # SQLite's own word for a disk that is full
        with pytest.raises(DiskFullError):
            keep(vault, chain, os.urandom(500_000))
        assert vault.head(chain) == head
        db.pragma("max_page_count", 1_000_000)
        keep(vault, chain, b"now")
        assert vault.verify().findings == ()
    assert errno.ENOSPC


def test_drafts_live_beside_the_ledger(copy: Path, heads: HeadMemory) -> None:
    with Vault.open(copy, PASSPHRASE, heads=heads, parameters=QUICK_KEYS) as vault:
        before = vault.verify()
        vault.save_draft("a", b"1", "2026-11-23T13:03:11.043Z")
        vault.save_draft("a", b"2", "2026-11-23T13:03:11.044Z")
        assert draft_keys(vault) == ("a", "form")
        assert vault.draft("a") == b"2"
        assert vault.draft("b") is None
        vault.drop_draft("a")
        vault.drop_draft("a")
        assert draft_keys(vault) == ("form",)
        assert vault.verify() == before
