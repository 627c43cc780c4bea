"""Secrets of the vault: rows of its own table, each written once, the newest used."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_store import CaseChains, HeadMemory, NotSealableError, Vault
from tests.store.building import plain_vault


def test_the_newest_comes_last_and_names_do_not_mix(vault: Vault) -> None:
    for number in range(1, 12):
        with vault.act() as act:
            act.keep_row("signing", f"key {number}")
    with vault.act() as act:
        act.keep_row("signing_key", "another")
    assert vault.kept_rows("signing") == tuple(f"key {number}" for number in range(1, 12))
    assert vault.kept_rows("signing_key") == ("another",)
    assert vault.kept_rows("sign") == ()


@pytest.mark.parametrize("name", ["", "Signing", "a b", "id.1", "_a", "a__b", "ø"])
def test_a_name_that_could_be_mistaken_is_refused(vault: Vault, name: str) -> None:
    with pytest.raises(NotSealableError), vault.act() as act:
        act.keep_row(name, "x")
    assert vault.kept_rows(name) == ()


def test_what_a_program_before_wrote_is_read_and_is_older_than_what_is_written_now(
    tmp_path: Path, heads: HeadMemory
) -> None:
    with plain_vault(tmp_path, heads) as vault:
        db = vault._open_connection()
        for number in (1, 2):
            row = (f"secret signing {number:06d}", f"old {number}")
            db.execute("INSERT INTO vault VALUES(?, ?)", row)
        assert vault.kept_rows("signing") == ("old 1", "old 2")
        with vault.act() as act:
            act.keep_row("signing", "new")
        assert vault.kept_rows("signing") == ("old 1", "old 2", "new")


def test_no_plain_backup_has_them(vault: Vault, case: CaseChains, tmp_path: Path) -> None:
    with vault.act() as act:
        act.keep_row("age_key", "AGE-SECRET-KEY-KANARIE")
    vault.backup_plain(tmp_path / "plain", b"")
    files = [path for path in (tmp_path / "plain").rglob("*") if path.is_file()]
    assert len(files) > 2
    assert not [path for path in files if b"KANARIE" in path.read_bytes()]
