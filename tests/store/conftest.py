from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_store import CaseChains, HeadMemory, Vault
from tests.store.building import begin, fill, plain_vault, quick_vault


@pytest.fixture
def heads(tmp_path: Path) -> HeadMemory:
    return HeadMemory(tmp_path / "heads")


@pytest.fixture
def vault(tmp_path: Path, heads: HeadMemory) -> Iterator[Vault]:
    """An unencrypted build, quick to make; what is encrypted has tests of its own."""
    with plain_vault(tmp_path, heads) as vault:
        yield vault


@pytest.fixture
def case(vault: Vault) -> CaseChains:
    return begin(vault)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small encrypted vault, to be copied: 30 notes, three pictures, a draft. Its head memory lies beside it."""
    folder = tmp_path_factory.mktemp("filled")
    path = folder / "v.bevismappe"
    with quick_vault(path, HeadMemory(folder / "heads")) as vault:
        fill(vault)
    return path
