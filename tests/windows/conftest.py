"""A Windows for each test: Wine's, with the program installed from its MSI, and a desk to use it at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.windows.desk import Desk, screen, set_desktop
from tests.windows.installing import base_prefix, fresh, installed_prefix
from tests.windows.python_there import lay_python
from tools.windows.prefix import Prefix


@pytest.fixture(scope="session")
def bare() -> Prefix:
    """A Windows with nothing of ours; never run, only copied."""
    return base_prefix()


@pytest.fixture(scope="session")
def installed(bare: Prefix) -> Prefix:
    """A Windows with the program from the per-user MSI; never run, only copied."""
    return installed_prefix(bare)


@pytest.fixture(scope="session")
def with_python(bare: Prefix) -> Iterator[Prefix]:
    """A Windows in which the bundle's Python can be called, with our tests beside the program."""
    with fresh(bare, "python") as made:
        lay_python(made)
        yield made


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """The one screen of all tests."""
    with screen() as name:
        yield name


@pytest.fixture
def at_a_desk(installed: Prefix, display: str, tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """Gives a desk with the installed program; its pictures go into a folder of that name."""
    with ExitStack() as stack:

        def sit_down(walk: str) -> Desk:
            prefix = stack.enter_context(fresh(installed, walk, display))
            set_desktop(prefix)
            return Desk(prefix, walk)

        yield sit_down
