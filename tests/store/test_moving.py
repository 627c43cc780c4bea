"""A vault is moved, and a copy is tried: the file that was there is never touched, nor is the copy."""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

import pytest

from evidence_store import (
    DamagedVaultError,
    EmptyPassphraseError,
    FindingKind,
    HeadMemory,
    LookOnlyError,
    NotAVaultError,
    Vault,
    VaultExistsError,
    VaultMissingError,
    Verdict,
    WrongPassphraseError,
)
from tests.fakes.keys import QUICK_KEYS
from tests.store.building import PASSPHRASE, note


@pytest.fixture
def heads(tmp_path: Path) -> HeadMemory:
    return HeadMemory(tmp_path / "heads")


@pytest.fixture
def opened(filled: Path, tmp_path: Path, heads: HeadMemory) -> Vault:
    path = Path(shutil.copy(filled, tmp_path / "v.bevismappe"))
    return Vault.open(path, PASSPHRASE, heads=heads, parameters=QUICK_KEYS)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_moved_vault_goes_on_at_its_new_place_and_the_old_file_stays(
    opened: Vault, heads: HeadMemory, tmp_path: Path
) -> None:
    old, new = opened.path, tmp_path / "usb" / "ny.bevismappe"
    new.parent.mkdir()
    before = digest(old)
    with opened:
        assert opened.move_to(new).verdict is Verdict.CONSISTENT
        assert opened.path == new
        note(opened, opened.chains()[0].id, "efter flytningen")
        assert digest(old) == before
        assert opened.verify().verdict is Verdict.CONSISTENT
    with Vault.open(new, PASSPHRASE, heads=heads, parameters=QUICK_KEYS) as again:
        assert again.search("flytningen")
        assert not again.losses()
    with Vault.open(old, PASSPHRASE, heads=heads, parameters=QUICK_KEYS) as left:
        assert left.losses(), "who opens the old file is told that it is older"
    if sys.platform != "win32":
        assert new.stat().st_mode & 0o777 == 0o600


def test_what_is_sealed_while_the_copy_is_read_moves_along(
    opened: Vault, heads: HeadMemory, tmp_path: Path
) -> None:
    new = tmp_path / "ny.bevismappe"
    sealed: list[object] = []

    def seal(_done: int, _total: int) -> None:
        if len(sealed) < 2:
            sealed.append(note(opened, opened.chains()[0].id, f"undervejs {len(sealed)}"))

    with opened:
        opened.move_to(new, progress=seal)
        assert len(sealed) == 2
        assert opened.path == new
    with Vault.open(new, PASSPHRASE, heads=heads, parameters=QUICK_KEYS) as again:
        assert len(list(again.search("undervejs"))) == 2


def test_nothing_is_moved_onto_another_file_or_into_no_folder(
    opened: Vault, tmp_path: Path
) -> None:
    there = tmp_path / "der.bevismappe"
    there.write_bytes(b"x")
    with opened:
        with pytest.raises(VaultExistsError):
            opened.move_to(there)
        with pytest.raises(VaultMissingError):
            opened.move_to(tmp_path / "ingen" / "a.bevismappe")
        opened.look_only = True
        with pytest.raises(LookOnlyError):
            opened.move_to(tmp_path / "a.bevismappe")
        assert opened.path == tmp_path / "v.bevismappe"
    assert there.read_bytes() == b"x"


class _StoppedError(Exception):
    pass


def test_a_move_that_is_stopped_leaves_no_copy(opened: Vault, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise _StoppedError

    with opened:
        with pytest.raises(_StoppedError):
            opened.move_to(tmp_path / "ny.bevismappe", progress=stop)
        assert opened.path == tmp_path / "v.bevismappe"
        note(opened, opened.chains()[0].id, "goes on")
    assert not (tmp_path / "ny.bevismappe").exists()


def test_a_damaged_vault_stays_where_it_is(opened: Vault, tmp_path: Path) -> None:
    with opened:
        with opened._using() as db:
            for (name,) in list(
                db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            ):
                db.execute(f"DROP TRIGGER {name}")
            db.execute("UPDATE chunk SET data = zeroblob(length(data))")
        with pytest.raises(DamagedVaultError):
            opened.move_to(tmp_path / "ny.bevismappe")
        assert opened.path == tmp_path / "v.bevismappe"
    assert not (tmp_path / "ny.bevismappe").exists()


def test_a_copy_is_tried_and_neither_it_nor_the_vault_is_changed(
    opened: Vault, tmp_path: Path
) -> None:
    copy = tmp_path / "kopi.bevismappe"
    with opened:
        opened.backup(copy)
        copy.chmod(0o400)
        before = (digest(copy), copy.stat().st_mtime_ns, sorted(tmp_path.iterdir()))
        rehearsal = opened.rehearse(copy, f" {PASSPHRASE} ")
        assert rehearsal.report.verdict is Verdict.CONSISTENT
        assert rehearsal.vault_id == opened.vault_id
        assert before == (digest(copy), copy.stat().st_mtime_ns, sorted(tmp_path.iterdir()))
        note(opened, opened.chains()[0].id, "senere")
        older = opened.rehearse(copy, PASSPHRASE).report
    assert older.verdict is Verdict.INCOMPLETE
    assert [finding.kind for finding in older.findings] == [FindingKind.HEAD_SHORTER]


def test_a_copy_opens_with_the_passphrase_of_its_day(opened: Vault, tmp_path: Path) -> None:
    copy = tmp_path / "kopi.bevismappe"
    with opened:
        opened.backup(copy)
        opened.change_passphrase("helt andre ord fra nu af")
        with pytest.raises(WrongPassphraseError):
            opened.rehearse(copy, "helt andre ord fra nu af")
        assert opened.rehearse(copy, PASSPHRASE).report.verdict is Verdict.CONSISTENT


def test_what_is_no_copy_is_told(opened: Vault, tmp_path: Path) -> None:
    letter = tmp_path / "brev.txt"
    letter.write_bytes(b"kort")
    with opened:
        for path, error in (
            (tmp_path / "ingen", VaultMissingError),
            (tmp_path, NotAVaultError),
            (letter, DamagedVaultError),
        ):
            with pytest.raises(error):
                opened.rehearse(path, PASSPHRASE)
        with pytest.raises(EmptyPassphraseError):
            opened.rehearse(letter, "  ")


def test_a_damaged_copy_is_found_out(opened: Vault, tmp_path: Path) -> None:
    copy = tmp_path / "kopi.bevismappe"
    with opened:
        opened.backup(copy)
        data = bytearray(copy.read_bytes())
        for at in range(5 * 16384, len(data), 16384):
            data[at + 100] ^= 0xFF
        copy.write_bytes(data)
        assert opened.rehearse(copy, PASSPHRASE).report.findings
