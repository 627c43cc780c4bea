from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.open_case import OpenCase
from tests.cases import case, vault
from tests.ui.incoming.acting import Bench

__all__ = ["case", "vault"]


@pytest.fixture
def bench(tmp_path: Path, case: OpenCase) -> Bench:
    """A window with an open case; its jobs run at once."""
    return Bench(tmp_path, case)
