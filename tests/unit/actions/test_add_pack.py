"""What is no file is refused, and nothing is left open or waited for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.actions.add_pack import look_at_pack
from app.packs import PackTableError
from tests.posix import mkfifo
from tests.worlds import RESOURCES

TODAY = date(2026, 12, 1)


def test_a_folder_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        look_at_pack(tmp_path, RESOURCES, tmp_path / "packs", TODAY)


@pytest.mark.posix("pipes in folders")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="pipe"):
        look_at_pack(tmp_path / "pipe", RESOURCES, tmp_path / "packs", TODAY)


def test_what_is_not_there_and_what_is_no_pack_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        look_at_pack(tmp_path / "none", RESOURCES, tmp_path / "packs", TODAY)
    (tmp_path / "some").write_bytes(b"some")
    with pytest.raises(PackTableError):
        look_at_pack(tmp_path / "some", RESOURCES, tmp_path / "packs", TODAY)
