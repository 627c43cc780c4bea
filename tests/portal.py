"""A desktop's portals on a bus of their own, for tests of more than one folder: ``pytest_plugins`` names this file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes.portal import FakePortal, private_bus


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with private_bus() as address:
        yield address


@pytest.fixture
def portal(bus: str) -> Iterator[FakePortal]:
    answering = FakePortal(bus)
    yield answering
    answering.stop()
