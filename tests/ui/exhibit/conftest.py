from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ui.session import Session
from tests.ui.exhibit.editor import House


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.fixture
def session(house: House) -> Iterator[Session]:
    session = house.unlocked()
    yield session
    session.close()
