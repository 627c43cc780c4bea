"""How soon a thread that waits for Python's lock gets it, and that it is as before afterwards."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress

import pytest

from app.dossier.quick_turns import quick_turns


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize(("before", "within"), [(0.005, 0.0001), (0.00001, 0.00001)])
def test_turns_are_quick_within_and_as_before_afterwards(before: float, within: float) -> None:
    sys.setswitchinterval(before)
    with suppress(OSError), quick_turns():
        assert sys.getswitchinterval() == pytest.approx(within)
        raise OSError
    assert sys.getswitchinterval() == pytest.approx(before)


def test_whichever_of_two_ends_first_the_last_one_puts_it_back() -> None:
    sys.setswitchinterval(0.005)
    one, other = quick_turns(), quick_turns()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert sys.getswitchinterval() == pytest.approx(0.0001)
    other.__exit__(None, None, None)
    assert sys.getswitchinterval() == pytest.approx(0.005)
