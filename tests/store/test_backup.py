from __future__ import annotations

import errno
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_store import (
    CaseChains,
    DamagedVaultError,
    DiskFullError,
    EraseTarget,
    HeadMemory,
    Vault,
    VaultExistsError,
    VaultMissingError,
    Verdict,
)
from tests.fakes.keys import QUICK_KEYS
from tests.store.building import PASSPHRASE, TIME, check_ledger, keep, note, read_ledger

PAGE = 16 * 1024


@pytest.fixture
def opened(filled: Path, tmp_path: Path) -> Vault:
    path = Path(shutil.copy(filled, tmp_path / "v.bevismappe"))
    return Vault.open(path, PASSPHRASE, heads=HeadMemory(tmp_path / "heads"), parameters=QUICK_KEYS)


def test_a_backup_is_the_whole_vault_under_the_same_passphrase(
    opened: Vault, tmp_path: Path
) -> None:
    target = tmp_path / "copy.bevismappe"
    with opened:
        report = opened.backup(target)
        wanted = opened.verify()
        entries = [list(opened.entries(chain.id)) for chain in opened.chains()]
    assert report == wanted
    assert report.verdict is Verdict.CONSISTENT
    with Vault.open(
        target, PASSPHRASE, heads=HeadMemory(tmp_path / "heads"), parameters=QUICK_KEYS
    ) as copy:
        assert (copy.vault_id, copy.key_salt) == (opened.vault_id, opened.key_salt)
        assert [list(copy.entries(chain.id)) for chain in copy.chains()] == entries
        db = copy._connection
        assert db is not None
        found = {n: db.pragma(n) for n in ("cipher", "page_size", "auto_vacuum", "user_version")}
        assert found == {"cipher": "aegis", "page_size": PAGE, "auto_vacuum": 2, "user_version": 1}
        assert copy.search("note 17")
        keep(copy, copy.chains()[0].id, b"goes on")
    if sys.platform != "win32":
        assert target.stat().st_mode & 0o777 == 0o600
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_backup_writes_through_no_link_and_takes_old_parts_away(
    opened: Vault, tmp_path: Path
) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine", encoding="utf-8")
    link, part = tmp_path / ".copy.bevismappe.new", tmp_path / f".copy.bevismappe.{'a1' * 8}.new"
    link.symlink_to(victim)
    part.symlink_to(victim)
    with opened:
        opened.backup(tmp_path / "copy.bevismappe")
    assert victim.read_text(encoding="utf-8") == "mine"
    assert link.is_symlink()
    assert not part.is_symlink()


def test_a_backup_is_not_made_over_something_else_or_nowhere(opened: Vault, tmp_path: Path) -> None:
    target = tmp_path / "copy.bevismappe"
    target.write_bytes(b"something")
    told: list[tuple[int, int]] = []
    with opened:
        with pytest.raises(VaultExistsError):
            opened.backup(target, progress=lambda done, total: told.append((done, total)))
        assert told == []  # nothing was copied first
        with pytest.raises(VaultExistsError):
            opened.backup(opened.path)
        with pytest.raises(VaultMissingError):
            opened.backup(tmp_path / "no" / "copy.bevismappe")
    assert target.read_bytes() == b"something"


def test_a_file_that_comes_while_the_copy_is_written_is_not_replaced(
    opened: Vault, tmp_path: Path
) -> None:
    target = tmp_path / "copy.bevismappe"

    def somebody_else(_done: int, _total: int) -> None:
        target.write_bytes(b"something")

    with opened, pytest.raises(VaultExistsError):
        opened.backup(target, progress=somebody_else)
    assert target.read_bytes() == b"something"
    assert not list(tmp_path.glob(".*"))


def test_what_another_backups_part_is_called_is_left_alone(opened: Vault, tmp_path: Path) -> None:
    others = [
        ".copy.bevismappe.new",
        f".other.bevismappe.{'a1' * 8}.new",
        f".copy.bevismappe.{'a1' * 7}.new",
        f".copy.bevismappe.{'a1' * 8}.newer",
    ]
    for name in others:
        (tmp_path / name).write_bytes(b"mine")
    with opened:
        opened.backup(tmp_path / "copy.bevismappe")
    assert sorted(path.name for path in tmp_path.glob(".*")) == sorted(others)


def test_a_damaged_vault_gives_no_half_backup(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "v.bevismappe"
    raw = bytearray(filled.read_bytes())
    raw[-PAGE + 5000] ^= 1
    path.write_bytes(raw)
    with Vault.open(
        path, PASSPHRASE, heads=HeadMemory(tmp_path / "heads"), parameters=QUICK_KEYS
    ) as vault:
        with pytest.raises(DamagedVaultError):
            vault.backup(tmp_path / "copy.bevismappe")
        assert vault.head(vault.chains()[0].id).id.seq == 33
    assert {p.name for p in tmp_path.iterdir()} <= {"v.bevismappe", "v.bevismappe-journal", "heads"}


def test_a_plain_backup_can_be_read_and_checked_without_us(
    vault: Vault, case: CaseChains, tmp_path: Path
) -> None:
    gone = keep(vault, case.evidence, b"erased")
    kept = keep(vault, case.evidence, b"picture" * 400_000)
    private = keep(vault, case.private, b"mine")
    with vault.act() as act:
        act.erase(case.evidence, [EraseTarget(gone.id, ("object",))], [], time=TIME)
    folder = tmp_path / "plain"
    vault.backup_plain(folder, b"print('hello')\n")
    assert (folder / "verify.py").read_bytes() == b"print('hello')\n"
    assert (folder / f"objects/{case.evidence}/2.bin").read_bytes() == b"picture" * 400_000
    assert (folder / f"objects/{case.private}/1.bin").read_bytes() == b"mine"
    assert not (folder / f"objects/{case.evidence}/1.bin").exists()
    for chain in vault.chains():
        with (folder / f"ledger/{chain.id}.txt").open("rb") as file:
            ledger = read_ledger(file)
        assert ledger.entries == tuple(vault.entries(chain.id))
        assert check_ledger(ledger) == ()
    assert (folder / "chains.txt").read_text("ascii").splitlines() == [
        f"bevismappe/plain/1 1 {vault.vault_id}",
        f"chain {case.evidence} evidence case {case.case_id}",
        f"chain {case.private} private case {case.case_id}",
    ]
    subprocess.run(
        ["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=folder, check=True, capture_output=True
    )
    listed = {line[66:] for line in (folder / "SHA256SUMS").read_text("ascii").splitlines()}
    files = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    assert listed == files - {"SHA256SUMS"}
    assert kept.id.seq == 2
    assert private.part("object") is not None


@pytest.mark.parametrize("there", [False, True])
def test_a_plain_backup_that_fails_leaves_nothing(
    opened: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    target = tmp_path / "plain"
    if there:
        target.mkdir()
    chain = opened.chains()[0].id
    keep(opened, chain, b"kept")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Vault, "open_object", full)
    with opened, pytest.raises(DiskFullError):
        opened.backup_plain(target, b"verifier")
    assert target.exists() is there
    assert not there or not list(target.iterdir())


def test_a_plain_backup_goes_only_into_an_empty_folder(
    vault: Vault, case: CaseChains, tmp_path: Path
) -> None:
    note(vault, case.evidence, "a")
    folder = tmp_path / "plain"
    folder.mkdir()
    vault.backup_plain(folder, b"")
    before = hashlib.sha256((folder / "SHA256SUMS").read_bytes()).hexdigest()
    with pytest.raises(VaultExistsError):
        vault.backup_plain(folder, b"")
    with pytest.raises(VaultMissingError):
        vault.backup_plain(tmp_path / "no" / "plain", b"")
    assert hashlib.sha256((folder / "SHA256SUMS").read_bytes()).hexdigest() == before
