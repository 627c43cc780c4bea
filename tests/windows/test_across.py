"""What Windows made is checked on Linux, and the other way about: packages, and vaults that go to and fro."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.picture import encode_png
from tests.fakes.screen import striped_pixels
from tests.unit.house.tree import ROOT
from tests.windows.installing import fresh
from tests.windows.programs import PASSPHRASE, begin_vault, command
from tools.windows.prefix import Prefix


@pytest.fixture
def prefix(installed: Prefix) -> Iterator[Prefix]:
    with fresh(installed, "across") as made:
        yield made


def on_linux(folder: Path, *words: str) -> dict[str, Any]:
    """What a command of the checkout answers."""
    done = subprocess.run(
        [sys.executable, "main.py", "--json", *words],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_packages_and_vaults_go_both_ways(prefix: Prefix, tmp_path: Path) -> None:
    vault, phrase = begin_vault(prefix)
    there = ("--vault", vault, "--passphrase-file", phrase)
    picture = prefix.drive_c / "billede.png"
    picture.write_bytes(encode_png(striped_pixels(120, 80)))
    command(prefix, *there, "add", "C:\\billede.png")
    command(prefix, *there, "note", "Skrevet på Windows")
    command(prefix, *there, "redact", "1", "--box", "10,10,40,20:Barns navn")
    made = command(prefix, *there, "handover", "--for", "manager", "--out", "C:\\windows.zip")
    package = prefix.drive_c / "windows.zip"
    same_report(prefix, tmp_path, package, made["result"]["receipt"])

    # The vault goes to Linux, where the case goes on.
    file = prefix.drive_c / "min.bevismappe"
    shutil.copy(file, tmp_path / "min.bevismappe")
    secret = tmp_path / "ord.txt"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    here = ("--vault", str(tmp_path / "min.bevismappe"), "--passphrase-file", str(secret))
    assert on_linux(tmp_path, *here, "verify")["result"]["verdict"] == "CONSISTENT"
    on_linux(tmp_path, *here, "note", "Skrevet på Linux")
    other = tmp_path / "linux.zip"
    made = on_linux(tmp_path, *here, "handover", "--for", "manager", "--out", str(other))
    shutil.copy(other, prefix.drive_c / "linux.zip")
    same_report(prefix, tmp_path, prefix.drive_c / "linux.zip", made["result"]["receipt"])

    # And back.
    shutil.copy(tmp_path / "min.bevismappe", file)
    assert command(prefix, *there, "verify")["result"]["verdict"] == "CONSISTENT"
    command(prefix, *there, "note", "Igen på Windows")
    texts = [each["text"] for each in command(prefix, *there, "list")["result"]["items"]]
    written = [text for text in texts if text.endswith(("på Windows", "på Linux"))]
    assert written == ["Skrevet på Windows", "Skrevet på Linux", "Igen på Windows"]


def same_report(prefix: Prefix, folder: Path, package: Path, code: str) -> None:
    """Both sides check a package and say the same of it."""
    words = ("--lang", "da", "verify", "--expect", code)
    there = command(prefix, *words, prefix.path(package))
    here = on_linux(folder, *words, str(package))
    assert there["result"]["verdict"] == "CONSISTENT"
    assert there["result"]["matched"]
    assert there == here
