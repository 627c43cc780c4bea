"""A door that loads its files when they are asked names each thing three times: where these differ, a name is lost."""

from __future__ import annotations

import ast
from importlib import import_module  # noqa: TID251 - every door by its name
from pathlib import Path

import pytest

from app.lazily import when_asked
from tests.unit.house.tree import ROOT, files

_DOORS = tuple(
    path
    for path in files("__init__.py", under="app")
    if "when_asked(" in (ROOT / path).read_text("utf-8")
)


def _room(path: Path) -> str:
    return ".".join(path.parent.parts)


def _imported(body: list[ast.stmt], room: str) -> dict[str, str]:
    """Each name that the room's own files give, with its file."""
    return {
        alias.name: each.module.removeprefix(f"{room}.")
        for each in body
        if isinstance(each, ast.ImportFrom)
        and (each.module or "").startswith(f"{room}.")
        and each.module
        for alias in each.names
    }


@pytest.mark.parametrize("path", _DOORS, ids=_room)
def test_what_is_typed_is_what_is_loaded_and_what_the_door_names(path: Path) -> None:
    room = _room(path)
    body = ast.parse((ROOT / path).read_text("utf-8")).body
    split = next(each for each in body if isinstance(each, ast.If))
    typed = _imported(split.body, room)
    call = next(each for each in ast.walk(split.orelse[0]) if isinstance(each, ast.Call))
    table = ast.literal_eval(call.args[1])
    loaded = {name: file for file, names in table.items() for name in names}
    door = import_module(room)

    assert loaded == typed
    assert set(door.__all__) == set(typed) | set(_imported(body, room))
    assert not set(loaded) & set(table), "a name that is a file of the room"
    for name, file in typed.items():
        assert getattr(door, name) is getattr(import_module(f"{room}.{file}"), name)


def test_there_are_such_doors() -> None:
    assert Path("app/messages/__init__.py") in _DOORS


def test_what_a_door_does_not_have_is_said_as_by_any_module() -> None:
    look_up = when_asked("app.messages", {"away": ("away_words",)})

    assert look_up("away_words") is import_module("app.messages.away").away_words
    with pytest.raises(AttributeError, match=r"'app\.messages' has no attribute 'nothing'"):
        look_up("nothing")
