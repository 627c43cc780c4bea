from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.e2e.faults.prepared import Place, make_vault, small_scale

# strace, and the system calls it names, are Linux's. There a missing strace is a failure.
collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py"]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A closed vault to be copied; everything in the module works at small scale."""
    with small_scale():
        yield make_vault(tmp_path_factory.mktemp("prepared") / "vault")
