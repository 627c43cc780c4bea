"""Fixtures for the folders of tests that act on a case: a conftest takes them in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.open_case import OpenCase
from evidence_store import Vault
from tests.store.building import plain_vault
from tests.worlds import begin


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """An unencrypted build of the vault, quick to make."""
    with plain_vault(tmp_path) as vault:
        yield vault


@pytest.fixture
def case(vault: Vault) -> OpenCase:
    """A case without anything in it but its title."""
    return begin(vault)
