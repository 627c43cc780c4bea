from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.cases import begin_case
from app.actions.open_case import OpenCase
from evidence_store import Vault
from tests.fakes.clock import FakeClock
from tests.store.building import plain_vault
from tests.ui.incoming.acting import MACHINE, Bench


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """An unencrypted build of the vault, quick to make."""
    with plain_vault(tmp_path) as vault:
        yield vault


@pytest.fixture
def case(vault: Vault) -> OpenCase:
    return begin_case(vault, clock=FakeClock(), machine=MACHINE, title="Min sag")


@pytest.fixture
def bench(tmp_path: Path, case: OpenCase) -> Bench:
    """A window with an open case; its jobs run at once."""
    return Bench(tmp_path, case)
