"""The demo takes away what an earlier demo made, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from demo.checks import readers_commands
from demo.folder import make_room
from tests.unit.house.tree import ROOT


def test_what_an_earlier_demo_made_goes_and_what_somebody_put_there_stays(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    make_room(folder)
    for name in ("demo.bevismappe", "demo.bevismappe-journal", "manager.zip", "marks.json"):
        (folder / name).write_bytes(b"x")
    (folder / "profile").mkdir()
    (folder / "profile" / "settings.ini").write_bytes(b"x")
    (folder / "mine.txt").write_bytes(b"mine")
    make_room(folder)
    assert sorted(path.name for path in folder.iterdir()) == [".made-by-the-demo", "mine.txt"]


def test_a_folder_with_something_in_it_that_no_demo_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manager.zip").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        make_room(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["manager.zip"]


def test_the_demo_types_what_the_letters_say() -> None:
    letter = (ROOT / "resources" / "verifier" / "LAES-MIG.txt").read_text("utf-8")
    commands = readers_commands("DIN KONTROLKODE")
    assert len(commands) == 4
    for command in commands:
        typed = " ".join(f'"{word}"' if " " in word else word for word in command)
        assert f"    {typed}\n" in letter
