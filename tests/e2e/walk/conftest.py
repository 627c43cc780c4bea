from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.walk.house import House


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house with a vault and its first case."""
    house = House(tmp_path)
    house.ok("init")
    return house
