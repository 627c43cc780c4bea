from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ui.session import Session
from tests.ui.report.bench import Bench
from tests.ui.report.wizard import House


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the case, made once: deriving a key takes its time."""
    folder = tmp_path_factory.mktemp("report") / "house"
    folder.mkdir()
    House(folder).furnish()
    return folder


@pytest.fixture
def house(furnished: Path, tmp_path: Path) -> House:
    folder = tmp_path / "house"
    shutil.copytree(furnished, folder)
    return House(folder)


@pytest.fixture
def session(house: House) -> Iterator[Session]:
    session = house.unlocked()
    yield session
    session.close()


@pytest.fixture
def bench(house: House, session: Session) -> Iterator[Bench]:
    bench = Bench(house, session)
    bench.presenter.start()
    yield bench
    bench.presenter.leave()
