"""The small changes that are made to a file: what each replaces, and by what.

Rules:
- A change touches one place; the rest of the file keeps its bytes, so a change can be shown as a line of a diff.
- Left alone are docstrings, annotations, imports, ``__all__``, bodies of protocols, and words that only a developer
  reads: those of an exception that is raised and of a log.
- A change is named by its function and its texts, not by its line, so that it stays the same when others edit above it.
"""

from __future__ import annotations

import ast
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Change:
    """One change of one file.

    Attributes:
        file: path from the root.
        where: qualified name of the function or class around it, "" at the top of the file.
        kind: which sort of change.
        before: the text that is replaced.
        after: what stands there instead.
        nth: tells apart changes of one function that look the same.
        line: of the place, from 1.
        start: first byte of the place.
        end: the byte after its last one.
    """

    file: str
    where: str
    kind: str
    before: str
    after: str
    nth: int
    line: int
    start: int
    end: int

    @property
    def key(self) -> str:
        """Names the change for as long as its function has it."""
        parts = (self.file, self.where, self.kind, self.before, self.after, str(self.nth))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]

    @property
    def shown(self) -> str:
        """One line that tells it."""
        before, after = (" ".join(text.split()) for text in (self.before, self.after))
        return f"{self.file}:{self.line} {self.where}: {before}  ->  {after}"

    def made_in(self, source: bytes) -> bytes:
        """The file with the change in it."""
        return source[: self.start] + self.after.encode() + source[self.end :]


def changes_of(file: str, source: bytes) -> list[Change]:
    """Every change that could be made to a file, in the order of their places."""
    finder = _Finder(file, source)
    finder.visit(ast.parse(source))
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for where, kind, node, after in finder.found:
        start, end = finder.span(node)
        before = source[start:end].decode()
        if before == after:
            continue
        alike = (where, kind, before, after)
        found.append(Change(file, where, kind, before, after, seen[alike], node.lineno, start, end))
        seen[alike] += 1
    return sorted(found, key=lambda each: (each.start, each.kind, each.after))


_Found = tuple[str, str, ast.expr | ast.stmt, str]


def _for_developers(call: ast.Call) -> bool:
    """What an exception hands to its base: words that are shown in a traceback alone."""
    return bool(call.args) and all(
        "JoinedStr" in ast.dump(each) or isinstance(each, ast.Constant) for each in call.args
    )


class _Finder(ast.NodeVisitor):
    def __init__(self, file: str, source: bytes) -> None:
        self.found: list[_Found] = []
        self._file = file
        self._lines = [0]
        for line in source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._around: list[str] = []

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """First byte of a node, and the one after its last."""
        start = self._lines[node.lineno - 1] + node.col_offset
        return start, self._lines[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)

    def _add(self, kind: str, node: ast.expr | ast.stmt, after: ast.AST | str) -> None:
        if not isinstance(after, str):
            after = ast.unparse(ast.fix_missing_locations(after))
            if isinstance(node, ast.expr):
                after = f"({after})"
        self.found.append((".".join(self._around), kind, node, after))

    # -- what is not looked at -------------------------------------------------------------------

    def visit_Import(self, node: ast.Import) -> None:
        pass

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        pass

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        if any(isinstance(each, ast.Name) and each.id == "__all__" for each in node.targets):
            return
        if any(isinstance(each, ast.Attribute | ast.Subscript) for each in node.targets):
            self._add("drop", node, "pass")
        self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        if any(ast.unparse(base).startswith("Protocol") for base in node.bases):
            return
        self._around.append(node.name)
        # A class is named by its bases and keywords alone: frozen=True and tags are the format.
        self._bodies(node.body)
        self._around.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._function(node)

    def _function(self, node: _Function) -> None:
        # A default is worked out when the file is loaded.
        for default in (*node.args.defaults, *node.args.kw_defaults):
            if default is not None:
                self.visit(default)
        self._around.append(node.name)
        self._bodies(node.body)
        self._around.pop()

    def _bodies(self, body: list[ast.stmt]) -> None:
        first = body[0]
        docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        for statement in body[1:] if docstring else body:
            self.visit(statement)

    def visit_Module(self, node: ast.Module) -> None:
        if node.body:
            self._bodies(node.body)

    def visit_Raise(self, node: ast.Raise) -> None:
        self._add("drop", node, "pass")
        # What an error carries is looked at; its words for developers are not.
        if isinstance(node.exc, ast.Call):
            for argument in node.exc.args:
                if not isinstance(argument, ast.Constant | ast.JoinedStr):
                    self.visit(argument)

    # -- statements ------------------------------------------------------------------------------

    def visit_If(self, node: ast.If) -> None:
        if ast.unparse(node.test) == "TYPE_CHECKING":
            return
        self._condition(node.test)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        if not isinstance(node.test, ast.Constant):
            self._add("never", node.test, "False")
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._condition(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self._add("always", test, "True")
        self.generic_visit(node)

    def _condition(self, test: ast.expr) -> None:
        self._add("always", test, "True")
        self._add("never", test, "False")

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Call):
            if ast.unparse(node.value.func) == "super().__init__" and _for_developers(node.value):
                return
            self._add("drop", node, "pass")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._add("drop", node, "pass")
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not isinstance(node.value, ast.Constant):
            self._add("nothing", node.value, "None")
        self.generic_visit(node)

    def visit_Break(self, node: ast.Break) -> None:
        self._add("goes on", node, "continue")

    def visit_Continue(self, node: ast.Continue) -> None:
        self._add("ends", node, "break")

    # -- expressions -----------------------------------------------------------------------------

    def visit_Compare(self, node: ast.Compare) -> None:
        for number, operator in enumerate(node.ops):
            other = _COMPARE[type(operator)]()
            ops = [*node.ops[:number], other, *node.ops[number + 1 :]]
            self._add("compare", node, ast.Compare(node.left, ops, node.comparators))
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        self._add("and/or", node, ast.BoolOp(other, node.values))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not | ast.USub):
            self._add("sign", node, node.operand)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        other = _ARITHMETIC.get(type(node.op))
        words = any(isinstance(each, ast.JoinedStr) for each in (node.left, node.right))
        if other is not None and not words:
            self._add("arithmetic", node, ast.BinOp(node.left, other(), node.right))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id in {"cast", "TypeVar", "NewType"}:
            return
        for number, keyword in enumerate(node.keywords):
            if keyword.arg is not None:
                left = node.keywords[:number] + node.keywords[number + 1 :]
                self._add("keyword", node, ast.Call(node.func, node.args, left))
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Places inside are not told rightly before Python 3.12."""

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self._add("constant", node, str(not value))
        elif isinstance(value, int):
            self._add("constant", node, str(value + 1))
        elif isinstance(value, str):
            self._add("constant", node, repr(value + "x") if value else repr("x"))
        elif isinstance(value, bytes):
            self._add("constant", node, repr(value + b"x"))


def sampled(changes: Iterator[Change] | list[Change], seed: str, size: int) -> list[Change]:
    """A sample that a seed picks. Editing the code elsewhere leaves the rest of it as it was."""

    def place(change: Change) -> str:
        return hashlib.sha256(f"{seed} {change.key}".encode()).hexdigest()

    return sorted(sorted(changes, key=place)[:size], key=lambda each: (each.file, each.start))
