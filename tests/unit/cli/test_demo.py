"""The demo takes away what an earlier demo made, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.demo import make_room


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
