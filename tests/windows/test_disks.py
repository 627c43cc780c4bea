"""Where vaults may lie, and what is said where a disk does not take them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.windows.installing import WINE, fresh
from tests.windows.programs import PASSPHRASE_FILE, begin_vault, command, run_command
from tools.windows.prefix import Prefix

_DRIVE_MB = 8


@pytest.fixture
def prefix(installed: Prefix) -> Iterator[Prefix]:
    with fresh(installed, "disks") as made:
        yield made


@pytest.mark.parametrize(
    "folder",
    [
        r"C:\Sager på Ærø\Blåbær & Øl",
        "C:\\" + "\\".join(["En lang mappe med mellemrum", "æøå" * 12, "x" * 60, "y" * 60]),
    ],
    ids=["letters", "200-characters"],
)
def test_a_vault_lies_on_any_path(prefix: Prefix, folder: str) -> None:
    place = prefix.drive_c.joinpath(*folder.split("\\")[1:])
    place.mkdir(parents=True)
    vault, phrase = begin_vault(prefix, f"{folder}\\min.bevismappe")
    words = ("--vault", vault, "--passphrase-file", phrase)
    command(prefix, *words, "note", "Her ligger den")
    (item,) = [
        each
        for each in command(prefix, *words, "list")["result"]["items"]
        if each["kind"] == "note"
    ]
    assert item["text"] == "Her ligger den"
    assert command(prefix, *words, "verify")["result"]["verdict"] == "CONSISTENT"
    assert (place / "min.bevismappe").exists()
    target = f"{folder}\\kopi.bevismappe"
    assert command(prefix, *words, "backup", target)["result"]["verdict"] == "CONSISTENT"


def test_a_full_drive_is_told_and_nothing_sealed_is_lost(prefix: Prefix, full_drive: Path) -> None:
    prefix.drive("f", full_drive)
    vault, phrase = begin_vault(prefix, "F:\\min.bevismappe")
    words = ("--vault", vault, "--passphrase-file", phrase)
    command(prefix, *words, "note", "Før drevet blev fuldt")
    big = prefix.drive_c / "stor.bin"
    big.write_bytes(bytes(range(256)) * 4096 * 2 * _DRIVE_MB)
    refused = command(prefix, *words, "add", "C:\\stor.bin", code=13)
    assert refused["result"]["added"] == [] if "result" in refused else not refused["ok"]
    left = subprocess.run(["df", "--output=avail", full_drive], capture_output=True, check=True)
    assert left.returncode == 0
    answer = command(prefix, *words, "verify")
    assert answer["result"]["verdict"] == "CONSISTENT"
    items = command(prefix, *words, "list")["result"]["items"]
    assert "Før drevet blev fuldt" in [each["text"] for each in items]


def test_a_folder_that_takes_nothing_is_told(prefix: Prefix, read_only_drive: Path) -> None:
    prefix.drive("r", read_only_drive)
    begin_vault(prefix)
    refused = run_command(
        prefix,
        "--json",
        "--vault",
        "R:\\min.bevismappe",
        "--passphrase-file",
        PASSPHRASE_FILE,
        "init",
    )
    assert refused.returncode == 13, refused
    assert list(read_only_drive.iterdir()) == []


@pytest.fixture
def full_drive() -> Iterator[Path]:
    yield from _mounted("full", f"size={_DRIVE_MB}m")


@pytest.fixture
def read_only_drive() -> Iterator[Path]:
    yield from _mounted("read-only", "ro,size=1m")


def _mounted(name: str, options: str) -> Iterator[Path]:
    """A small file system of its own; only root may mount one."""
    folder = WINE / name
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)
