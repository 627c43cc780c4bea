"""What is written to a folder that a program copies elsewhere is told by every command that writes there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.walk.house import House


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path)
    house.ok("init")
    house.ok("capture")
    return house


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("dossier", "--for", "manager", "--out"), "rapport.pdf"),
        (("handover", "--for", "manager", "--out"), "pakke.zip"),
        (("export", "B1", "--out"), "bilag.png"),
        (("backup",), "kopi.bevismappe"),
        (("backup", "--plain"), "kopi"),
    ],
)
def test_a_command_tells_of_a_folder_that_is_copied(
    house: House, words: tuple[str, ...], name: str
) -> None:
    said = {}
    for folder in ("Rapporter", "OneDrive - Nordby Kommune"):
        (house.folder / folder).mkdir()
        ran = house.typed(
            "--lang", "en", "--vault", str(house.vault),
            "--passphrase-file", str(house.passphrase_file), *words, str(house.folder / folder / name),
        )  # fmt: skip
        assert ran.code == 0, ran.out + ran.err
        said[folder] = "The folder is copied to OneDrive" in ran.out
    assert said == {"Rapporter": False, "OneDrive - Nordby Kommune": True}
