"""What is there once the program has started is never looked at again."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from app.ui.collecting import collect_from_here, start_without_collecting


class Circle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_what_is_there_is_kept_and_what_comes_later_is_collected() -> None:
    start_without_collecting()
    assert not gc.isenabled()
    early = weakref.ref(Circle())
    collect_from_here()
    late = weakref.ref(Circle())
    assert gc.isenabled()
    gc.collect()
    assert early() is not None
    assert late() is None


def test_done_twice_it_keeps_no_more() -> None:
    start_without_collecting()
    collect_from_here()
    late = weakref.ref(Circle())
    collect_from_here()
    gc.collect()
    assert late() is None
