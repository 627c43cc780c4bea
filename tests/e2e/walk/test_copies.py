"""Copies of the vault by commands: a backup, a plain one, and the same vault under another passphrase."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.walk.house import House


def test_a_backup_opens_with_the_same_passphrase(house: House, tmp_path: Path) -> None:
    house.ok("note", "vigtig")
    target = tmp_path / "copy.bevismappe"
    assert house.ok("backup", str(target))["verdict"] == "CONSISTENT"
    house.vault = target
    assert house.ok("list")["items"][0]["text"] == "vigtig"


def test_another_passphrase_opens_the_same_vault(house: House, tmp_path: Path) -> None:
    house.ok("note", "vigtig")
    receipt = house.ok("receipt")
    new = tmp_path / "ny.txt"
    new.write_text("seks helt andre ord her\n", encoding="utf-8")
    weak = tmp_path / "svag.txt"
    weak.write_text("hej\n", encoding="utf-8")
    assert house.run("passphrase", "--new-passphrase-file", str(weak)).code != 0
    changed = house.ok("passphrase", "--new-passphrase-file", str(new))
    assert changed["verdict"] == "CONSISTENT"
    assert house.run("list").code != 0
    house.passphrase_file = new
    assert house.ok("receipt") == receipt
    assert house.ok("list")["items"][0]["text"] == "vigtig"


def test_a_plain_backup_can_be_read_without_us(house: House, tmp_path: Path) -> None:
    house.ok("capture")
    house.ok("note", "læsbar uden programmet")
    folder = tmp_path / "plain"
    house.ok("backup", "--plain", str(folder))
    words = b"".join(path.read_bytes() for path in folder.rglob("*.txt"))
    assert "læsbar uden programmet".encode() in words
    assert any(
        path.read_bytes().startswith(b"\x89PNG") for path in folder.rglob("*") if path.is_file()
    )
