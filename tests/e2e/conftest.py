"""A test that drives real programs on a real screen is tried a second time when it fails, and pytest names it then.

What else the machine does decides now and then whether a window manager, a tray or a browser answers in the moment in
which it is asked. Whoever reads the run sees each such test as RERUN in its summary; a fault of ours fails twice. Tests
without a screen are never tried again.
"""

from __future__ import annotations

from pathlib import Path

import pytest

_A_REAL_SCREEN = {"desktop", "display"}  # the fixtures that start one
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if item.path.is_relative_to(_HERE) and asked & _A_REAL_SCREEN:
            item.add_marker(pytest.mark.flaky(reruns=1))
