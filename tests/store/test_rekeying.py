"""Another passphrase: the same entries under another key, in the same place, and nothing else is changed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from evidence_store import (
    DamagedVaultError,
    EmptyPassphraseError,
    HeadMemory,
    LookOnlyError,
    Vault,
    Verdict,
    WrongPassphraseError,
    receipt_code,
)
from tests.fakes.keys import QUICK_KEYS
from tests.store.building import PASSPHRASE, keep, note

NEW = "seks helt andre ord her"


@pytest.fixture
def heads(tmp_path: Path) -> HeadMemory:
    return HeadMemory(tmp_path / "heads")


@pytest.fixture
def opened(filled: Path, tmp_path: Path, heads: HeadMemory) -> Vault:
    path = Path(shutil.copy(filled, tmp_path / "v.bevismappe"))
    return reopened(path, heads, PASSPHRASE)


def reopened(path: Path, heads: HeadMemory, passphrase: str) -> Vault:
    return Vault.open(path, passphrase, heads=heads, parameters=QUICK_KEYS)


def told(vault: Vault) -> list[object]:
    """Everything that must be as before."""
    entries = [list(vault.entries(chain.id)) for chain in vault.chains()]
    codes = [receipt_code(vault.head(chain.id).hash) for chain in vault.chains()]
    return [vault.vault_id, list(vault.chains()), entries, codes]


def left_over(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir() if each.name.startswith(".")]


def test_the_vault_is_the_same_under_the_new_passphrase_alone(
    opened: Vault, heads: HeadMemory, tmp_path: Path
) -> None:
    before, salt = told(opened), opened.key_salt
    with opened:
        assert opened.change_passphrase(f"  {NEW} ").verdict is Verdict.CONSISTENT
        assert told(opened) == before
        assert (opened.accepts(NEW), opened.accepts(PASSPHRASE)) == (True, False)
        assert opened.key_salt != salt
        keep(opened, opened.chains()[0].id, b"goes on at once")
    with pytest.raises(WrongPassphraseError):
        reopened(opened.path, heads, PASSPHRASE)
    with reopened(opened.path, heads, NEW) as again:
        assert again.key_salt == opened.key_salt
        assert again.search("note 17")
        assert again.verify().verdict is Verdict.CONSISTENT
        db = again._connection
        assert db is not None
        found = {n: db.pragma(n) for n in ("cipher", "page_size", "auto_vacuum", "user_version")}
        wanted = {"cipher": "aegis", "page_size": 16 * 1024, "auto_vacuum": 2, "user_version": 1}
        assert found == wanted
    held = heads.held(opened.vault_id)
    assert held is not None
    assert held.key_salt == opened.key_salt
    if sys.platform != "win32":
        assert opened.path.stat().st_mode & 0o777 == 0o600
    assert left_over(tmp_path) == []


def test_what_is_sealed_while_the_copy_is_read_is_in_it(opened: Vault, heads: HeadMemory) -> None:
    chain, added = opened.chains()[0].id, 0

    def seal(_done: int, _total: int) -> None:
        nonlocal added
        if added < 3:
            note(opened, chain, f"meanwhile {added}")
            added += 1

    with opened:
        opened.change_passphrase(NEW, progress=seal)
        wanted = told(opened)
    with reopened(opened.path, heads, NEW) as again:
        assert told(again) == wanted
        assert again.search("meanwhile")


def test_a_file_that_gets_another_name_meanwhile_is_followed(
    opened: Vault, heads: HeadMemory, tmp_path: Path
) -> None:
    other = tmp_path / "et andet navn.bevismappe"

    def rename(_done: int, _total: int) -> None:
        if opened.path.exists() and not other.exists():
            opened.path.rename(other)

    with opened:
        opened.change_passphrase(NEW, progress=rename)
    assert not (tmp_path / "v.bevismappe").exists()
    with reopened(other, heads, NEW) as again:
        assert again.verify().verdict is Verdict.CONSISTENT
    assert left_over(tmp_path) == []


class _StoppedError(Exception):
    pass


def test_one_that_is_stopped_leaves_everything_as_it_was(
    opened: Vault, heads: HeadMemory, tmp_path: Path
) -> None:
    def stop(_done: int, _total: int) -> None:
        raise _StoppedError

    bytes_before = opened.path.read_bytes()
    with opened:
        with pytest.raises(_StoppedError):
            opened.change_passphrase(NEW, progress=stop)
        assert opened.accepts(PASSPHRASE)
        assert opened.path.read_bytes() == bytes_before
        assert left_over(tmp_path) == []
        note(opened, opened.chains()[0].id, "goes on")


def test_a_vault_that_does_not_hold_together_keeps_its_passphrase(
    opened: Vault, tmp_path: Path
) -> None:
    with opened:
        with opened._using() as db:
            for (trigger,) in list(
                db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            ):
                db.execute(f"DROP TRIGGER {trigger}")
            db.execute("UPDATE chunk SET data = zeroblob(length(data))")
        with pytest.raises(DamagedVaultError):
            opened.change_passphrase(NEW)
        assert opened.accepts(PASSPHRASE)
    assert left_over(tmp_path) == []


def test_nothing_is_begun_with_no_passphrase_or_in_a_file_that_is_looked_at(opened: Vault) -> None:
    with opened:
        with pytest.raises(EmptyPassphraseError):
            opened.change_passphrase("   ")
        opened.look_only = True
        with pytest.raises(LookOnlyError):
            opened.change_passphrase(NEW)


def test_what_a_killed_process_left_is_taken_away(opened: Vault, tmp_path: Path) -> None:
    (tmp_path / f".v.bevismappe.{'0' * 16}.key").write_bytes(b"half")
    with opened:
        opened.change_passphrase(NEW)
    assert left_over(tmp_path) == []
