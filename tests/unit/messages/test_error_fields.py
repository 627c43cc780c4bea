"""Errors carry facts: what each is given, and what its docstring promises, is there for whoever tells of it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any, TypeGuard, get_type_hints

import pytest

import app.capture.errors
import app.casework.errors
import app.dossier.errors
import app.handover.errors
import app.markup.errors
import app.picture.errors
import evidence_store.errors
from evidence_store import EntryId

ROOMS: tuple[ModuleType, ...] = (
    app.capture.errors,
    app.casework.errors,
    app.dossier.errors,
    app.handover.errors,
    app.markup.errors,
    app.picture.errors,
    evidence_store.errors,
)
_PROMISED = re.compile(r"^    (\w+): ", re.MULTILINE)


def errors() -> Iterator[type[Exception]]:
    for room in ROOMS:
        for found in vars(room).values():
            if _is_own(found, room) and "__init__" in vars(found):
                yield found


def _is_own(found: object, room: ModuleType) -> TypeGuard[type[Exception]]:
    own = inspect.isclass(found) and issubclass(found, Exception)
    return own and getattr(found, "__module__", "") == room.__name__


def sample(name: str, wanted: Any) -> object:
    """Something of that type that no other argument is."""
    if inspect.isclass(wanted) and issubclass(wanted, Enum):
        return next(iter(wanted))
    known = {
        Path: Path(name),
        EntryId: EntryId(name, 7),
        str: f"<{name}>",
        int: 1000 + sum(map(ord, name)),
        datetime: datetime(1000 + sum(map(ord, name)), 1, 1, tzinfo=UTC),
    }
    return known.get(wanted, (name,))


@pytest.mark.parametrize("error", list(errors()), ids=lambda each: each.__name__)
def test_an_error_carries_what_it_was_given(error: type[Exception]) -> None:
    hints = get_type_hints(error.__init__)
    names = [name for name in inspect.signature(error).parameters if name in hints]
    given = {name: sample(name, hints[name]) for name in names}
    made = error(**given)
    for name, value in given.items():
        assert getattr(made, name) == value, name
    for base in error.__mro__:
        for name in _PROMISED.findall(inspect.cleandoc(base.__doc__ or "")):
            assert hasattr(made, name), name
    assert str(made)


def test_most_rooms_have_such_errors() -> None:
    assert len(list(errors())) > 25
