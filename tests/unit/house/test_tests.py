"""Every test asks something: it asserts, waits for an error, or calls something of the tests that does."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.unit.house.tree import ROOT, files

_ASKING = {"assert", "raises", "warns", "fail", "waitUntil", "waitSignal", "waitSignals"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[str, str, set[str]]]:
    """Place and name of each function, and what it calls; an assert counts as a call."""
    for path in files("*.py", under="tests"):
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, Function):
                yield f"{path}:{function.lineno}", function.name, set(calls(function))


def calls(function: Function) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            yield "assert"
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr


def test_no_test_passes_whatever_the_code_does() -> None:
    every = list(functions())
    asking, found = set(_ASKING), -1
    while found < len(asking):
        found = len(asking)
        asking |= {name for _, name, called in every if called & asking}
    tests = [(place, name) for place, name, _ in every if name.startswith("test_")]
    assert not [f"{place} {name}" for place, name in tests if name not in asking]
    assert len(tests) > 1500
