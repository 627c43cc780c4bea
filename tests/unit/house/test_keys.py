"""No option, setting or variable of the environment makes a vault's key cheaper: only a test can hand one in."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.unit.house.tree import ROOT, files

_THE_STORE = Path("evidence_store/connection.py")


def test_sets_of_parameters_are_made_in_one_file_alone() -> None:
    product = [Path("main.py"), *files("*.py", "app"), *files("*.py", "evidence_store")]
    makers = {path for path in product if "Parameters" in _called(path)}
    assert makers == {_THE_STORE}


def test_the_program_starts_with_the_products_own() -> None:
    calls = [node for node in ast.walk(_tree(Path("main.py"))) if isinstance(node, ast.Call)]
    (run,) = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "run"]
    assert [ast.unparse(each) for each in run.args] == ["sys.argv[1:]"]
    assert run.keywords == []


def test_nobody_below_the_start_says_which_parameters_but_by_handing_on_what_was_given() -> None:
    for path in files("*.py", "app"):
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.keyword) and node.arg == "parameters":
                said = ast.unparse(node.value)
                assert said.rpartition(".")[2] == "parameters", f"{path}: {said}"


def _called(path: Path) -> set[str]:
    calls = [node.func for node in ast.walk(_tree(path)) if isinstance(node, ast.Call)]
    return {ast.unparse(each).rpartition(".")[2] for each in calls}


def _tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text("utf-8"))
