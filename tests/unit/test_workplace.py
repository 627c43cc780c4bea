"""What the workplace has decided: who is asked first, and what is said of a folder that takes nothing."""

from __future__ import annotations

import getpass
import plistlib
from pathlib import Path

import pytest

from app.workplace import REGISTRY_KEY, Workplace, WorkplaceFolderError, read_workplace

MACHINE, USER = "HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER"


class FakeRegistry:
    """Holds the values of our key by their hives."""

    def __init__(self, **values: str) -> None:
        self._values = values

    def text(self, hive: str, key: str, value: str) -> str:
        assert (key, value) == (REGISTRY_KEY, "VaultFolder")
        return self._values.get(hive, "")


def policy(root: Path, text: str) -> Path:
    file = root / "etc" / "bevismappe" / "policy.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize(
    ("values", "folder"),
    [
        ({MACHINE: "M:/alle", USER: "U:/min"}, Path("M:/alle")),
        ({MACHINE: "  ", USER: "U:/min"}, Path("U:/min")),
        ({USER: "U:/min"}, Path("U:/min")),
        ({}, None),
    ],
)
def test_the_machines_policy_comes_before_the_users(
    values: dict[str, str], folder: Path | None
) -> None:
    assert read_workplace("win32", FakeRegistry(**values)).vault_folder == folder


def test_no_policy_is_read_where_there_is_no_registry() -> None:
    assert read_workplace("win32").vault_folder is None


def test_linux_reads_etc(tmp_path: Path) -> None:
    assert read_workplace("linux", root=tmp_path).vault_folder is None
    policy(tmp_path, 'vault_folder = "/srv/bevismapper"\n')
    assert read_workplace("linux", root=tmp_path).vault_folder == Path("/srv/bevismapper")


def test_one_folder_can_be_named_for_everybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("WHO", "kirsten")
    policy(tmp_path, 'vault_folder = "~/mapper/$WHO"\n')
    assert read_workplace("linux", root=tmp_path).vault_folder == tmp_path / "mapper" / "kirsten"


@pytest.mark.parametrize("text", ["vault_folder = ", "\x00", 'vault_folder = ["/srv"]'])
def test_a_policy_that_nobody_can_read_is_told_of_and_not_passed_over(
    tmp_path: Path, text: str
) -> None:
    policy(tmp_path, text)
    workplace = read_workplace("linux", root=tmp_path)
    assert workplace.vault_folder is not None
    with pytest.raises(WorkplaceFolderError):
        workplace.make_ready()


def test_macos_reads_managed_preferences_the_users_first(tmp_path: Path) -> None:
    managed = tmp_path / "Library" / "Managed Preferences"
    own = managed / getpass.getuser()
    own.mkdir(parents=True)
    name = "dk.bevismappe.Bevismappe.plist"
    (managed / name).write_bytes(plistlib.dumps({"VaultFolder": "/shared/b"}))
    assert read_workplace("darwin", root=tmp_path).vault_folder == Path("/shared/b")
    (own / name).write_bytes(plistlib.dumps({"VaultFolder": "/mine"}))
    assert read_workplace("darwin", root=tmp_path).vault_folder == Path("/mine")
    (own / name).write_bytes(b"bplist00 and no more")
    with pytest.raises(WorkplaceFolderError):
        read_workplace("darwin", root=tmp_path).make_ready()


def test_a_new_vault_keeps_its_name_in_the_folder(tmp_path: Path) -> None:
    usual = tmp_path / "Documents" / "min.bevismappe"
    assert Workplace().vault_file(usual) == usual
    assert Workplace(tmp_path / "set").vault_file(usual) == tmp_path / "set" / "min.bevismappe"


def test_the_folder_is_made_and_left_empty(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    for _ in range(2):
        Workplace(folder).make_ready()
    assert list(folder.iterdir()) == []


def test_a_folder_that_takes_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "away" / "set", tmp_path / "file", Path("set"), Path("/proc/1")):
        with pytest.raises(WorkplaceFolderError) as caught:
            Workplace(folder).make_ready()
        assert caught.value.folder == folder
