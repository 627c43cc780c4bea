"""What verify.py must keep to so that it runs under Python 3.8 and takes nothing from the folder that it lies in."""

from __future__ import annotations

import ast
from pathlib import Path

VERIFY_PY = Path(__file__).parents[3] / "resources" / "verifier" / "verify.py"


def test_types_in_verify_py_need_no_module_to_be_read() -> None:
    """Without ``from __future__`` Python 3.8 reads what stands behind a colon: only plain names may stand unquoted."""
    tree = ast.parse(VERIFY_PY.read_text(encoding="utf-8"))
    read: list[ast.expr | None] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            arguments += [each for each in (node.args.vararg, node.args.kwarg) if each]
            read += [node.returns, *(each.annotation for each in arguments)]
        elif isinstance(node, (ast.Module, ast.ClassDef)):
            read += [each.annotation for each in node.body if isinstance(each, ast.AnnAssign)]
    assert len(read) > 100
    for each in read:
        assert each is None or isinstance(each, (ast.Name, ast.Attribute, ast.Constant)), (
            ast.unparse(each)
        )
