from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.open_case import OpenCase
from tests.cases import case, vault
from tests.ui.overlay.acting import Bench

__all__ = ["case", "vault"]


@pytest.fixture
def bench(tmp_path: Path, case: OpenCase) -> Bench:
    """A window with an open case."""
    return Bench(tmp_path, case)


@pytest.fixture
def closed_bench(tmp_path: Path) -> Bench:
    """A window without a vault."""
    return Bench(tmp_path, None)
