"""Acts that keep the vault: another passphrase, a copy that is tried, another folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.change_passphrase import change_passphrase
from app.actions.move_vault import delete_old, move_vault
from app.actions.rehearse_restore import rehearse_restore
from evidence_store import (
    VaultLockedError,
    VaultMissingError,
    WeakPassphraseError,
    WrongPassphraseError,
)
from tests.worlds import PHRASE, World

NEW = "seks helt andre ord her"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_only_who_knows_the_passphrase_changes_it_and_not_to_a_weak_one(world: World) -> None:
    with world.make_vault() as vault:
        with pytest.raises(WrongPassphraseError):
            change_passphrase(vault, NEW, present="noget andet")
        with pytest.raises(WeakPassphraseError):
            change_passphrase(vault, "hej", present=PHRASE)
        assert vault.accepts(PHRASE)
        change_passphrase(vault, NEW, present=f"  {PHRASE}")
        assert vault.accepts(NEW)


def test_the_open_vault_is_no_copy_of_itself(world: World, tmp_path: Path) -> None:
    with world.make_vault() as vault:
        with pytest.raises(VaultLockedError):
            rehearse_restore(vault, world.path, PHRASE)
        with pytest.raises(VaultMissingError):
            rehearse_restore(vault, tmp_path / "ingen", PHRASE)


def test_a_copy_of_another_vault_is_told_apart(world: World, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    other = World(tmp_path / "b")
    with world.make_vault() as vault, other.make_vault() as another:
        for each, name in ((vault, "a"), (another, "b")):
            each.backup(tmp_path / f"{name}.kopi")
        assert rehearse_restore(vault, tmp_path / "a.kopi", PHRASE).own
        assert not rehearse_restore(vault, tmp_path / "b.kopi", PHRASE).own


def test_a_vault_is_moved_into_a_folder_under_its_name(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    with world.make_vault() as vault:
        with pytest.raises(FileNotFoundError):
            move_vault(vault, folder)
        folder.mkdir()
        assert move_vault(vault, folder) == world.path
        assert vault.path == folder / world.path.name


def test_only_an_older_copy_of_the_vault_is_deleted(world: World, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with world.make_vault() as vault:
        vault.backup(tmp_path / "gammel")
        assert not delete_old(vault, world.path), "never the vault itself"
        assert delete_old(vault, tmp_path / "gammel")
        assert not (tmp_path / "gammel").exists()
        assert delete_old(vault, tmp_path / "gammel"), "what is gone is gone"
        with World(tmp_path / "b").make_vault() as another:
            another.backup(tmp_path / "fremmed")
        assert not delete_old(vault, tmp_path / "fremmed")
        assert (tmp_path / "fremmed").exists()
