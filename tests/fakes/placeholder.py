"""A file of which only the name is on this computer, as Windows tells of one that OneDrive has taken the content of."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

RECALL_ON_DATA_ACCESS = 0x400000


def only_its_name(monkeypatch: pytest.MonkeyPatch, attributes: int = RECALL_ON_DATA_ACCESS) -> None:
    """Have every plain file be told of as such a one."""
    told = Path.stat

    def stat(self: Path, *, follow_symlinks: bool = True) -> Any:
        found = told(self, follow_symlinks=follow_symlinks)
        kept = {
            name: getattr(found, name) for name in dir(os.stat_result) if name.startswith("st_")
        }
        return SimpleNamespace(**kept, st_file_attributes=attributes)

    monkeypatch.setattr(Path, "stat", stat)
