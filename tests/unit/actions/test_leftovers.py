"""What a killed program left in clear goes where reports are saved, and in no other folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.leftovers import take_away_leftovers

HALF = ".bevismappe-0123456789abcdef.part"


def test_half_made_files_and_copies_go_and_what_is_the_persons_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short_lived, saved_in, other = (tmp_path / name for name in ("kort", "gemt", "andet"))
    for folder in (short_lived, saved_in, other):
        folder.mkdir()
        (folder / HALF).write_bytes(b"half")
        (folder / "rapport.pdf").write_bytes(b"whole")
    copy = short_lived / "bevismappe-copy-abcdefgh"
    copy.mkdir()
    (copy / "bilag-001.txt").write_bytes(b"hej")
    monkeypatch.setattr("app.actions.copy_outside._short_lived", lambda: short_lived)

    take_away_leftovers([tmp_path / "drev, der er væk", saved_in])

    assert not copy.exists()
    assert [path.name for path in saved_in.iterdir()] == ["rapport.pdf"]
    assert {path.name for path in other.iterdir()} == {HALF, "rapport.pdf"}
