"""What is at a vault's path is found out before anything of it is opened."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from atomic_file import is_placeholder
from evidence_store import HeadMemory, PlaceholderError, Vault, Whereabouts, find_vault
from tests.fakes.keys import QUICK
from tests.fakes.placeholder import only_its_name
from tests.store.building import PASSPHRASE


def test_a_vault_is_here_or_its_file_or_its_folder_is_away(tmp_path: Path) -> None:
    here = tmp_path / "min.bevismappe"
    here.write_bytes(b"x")
    assert find_vault(here) is Whereabouts.HERE
    assert find_vault(tmp_path / "anden.bevismappe") is Whereabouts.NO_FILE
    assert find_vault(tmp_path / "stick" / "min.bevismappe") is Whereabouts.NO_FOLDER
    assert find_vault(here / "min.bevismappe") is Whereabouts.NO_FOLDER


def test_whatever_else_the_system_says_it_is_out_of_reach(tmp_path: Path) -> None:
    assert find_vault(tmp_path / ("a" * 300)) is Whereabouts.OUT_OF_REACH


def test_a_drive_without_its_card_is_a_folder_that_is_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NotReadyError(PermissionError):
        winerror = 21

    def stat(self: Path) -> None:
        raise NotReadyError(13, "The device is not ready")

    monkeypatch.setattr(Path, "stat", stat)
    assert find_vault(tmp_path / "min.bevismappe") is Whereabouts.NO_FOLDER


@pytest.mark.parametrize(
    ("told", "away"),
    [
        ({"st_file_attributes": 0x400000}, True),
        ({"st_file_attributes": 0x40000}, True),
        ({"st_file_attributes": 0x1000}, True),
        ({"st_file_attributes": 0x1000 | 0x20}, True),
        ({"st_file_attributes": 0x20}, False),
        ({"st_file_attributes": 0x80000}, False),  # pinned: always kept on this device
        ({"st_flags": 0x40000000}, True),
        ({"st_flags": 0x40}, False),
        ({}, False),
    ],
)
def test_a_placeholder_is_known_by_what_the_system_tells_of_it(
    told: dict[str, int], away: bool
) -> None:
    assert is_placeholder(SimpleNamespace(st_size=1, **told)) is away


def test_a_vault_that_is_only_a_placeholder_is_not_opened(
    tmp_path: Path, heads: HeadMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "min.bevismappe"
    Vault.create(path, PASSPHRASE, heads=heads, parameters=(QUICK,)).close()
    with monkeypatch.context() as away:
        only_its_name(away)
        assert find_vault(path) is Whereabouts.PLACEHOLDER
        with pytest.raises(PlaceholderError):
            Vault.open(path, PASSPHRASE, heads=heads, parameters=(QUICK,))
    Vault.open(path, PASSPHRASE, heads=heads, parameters=(QUICK,)).close()
