"""The list of commands names each file of a command once, and by the name that is typed."""

from __future__ import annotations

import ast
from importlib import import_module  # noqa: TID251 - every command by its name

from app.cli import COMMANDS
from app.cli.command_file import FileCommand
from tests.unit.house.tree import ROOT

FILES = {each.file: each for each in COMMANDS if isinstance(each, FileCommand)}


def test_a_command_has_the_name_that_its_file_has() -> None:
    names = {file: import_module(f"app.cli.{file}").NAME for file in FILES}
    assert names == {file: each.NAME for file, each in FILES.items()}
    assert len({each.NAME for each in COMMANDS}) == len(COMMANDS)


def test_the_files_that_are_loaded_are_those_that_the_contracts_see() -> None:
    body = ast.parse((ROOT / "app/cli/__init__.py").read_text("utf-8")).body
    seen = next(each for each in body if isinstance(each, ast.If)).body
    names = [
        alias.name for each in seen if isinstance(each, ast.ImportFrom) for alias in each.names
    ]
    assert sorted(names) == sorted(FILES)
