"""What the code says to people, found by reading it: calls of text, plural and deferred."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[2]
_SAYING = {"text": 1, "plural": 2, "deferred": 1}


class Said(msgspec.Struct, frozen=True):
    """One msgid, with its plural form or "", and where it stands."""

    one: str
    many: str
    where: str


def said_by_the_code() -> Iterator[Said]:
    """Every msgid of the app, and of the demonstration, which speaks by the same catalogue."""
    for path in sorted([*(ROOT / "app").rglob("*.py"), *(ROOT / "demo").rglob("*.py")]):
        yield from said_in(path.relative_to(ROOT), path.read_text("utf-8"))


def said_in(path: Path, source: str) -> Iterator[Said]:
    """The msgids of one file."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        count = _SAYING.get(_name(node.func), 0)
        texts = [_strings(argument) for argument in node.args[:count]]
        if count and len(texts) == count:
            many = texts[1] if count > 1 else [""] * len(texts[0])
            for one, other in zip(texts[0], many, strict=True):
                yield Said(one, other, f"{path}:{node.lineno}")


def _name(called: ast.expr) -> str:
    """``language.text``, ``self._text`` as a short way to it, and a ``text`` that was handed in; not a canvas's."""
    if isinstance(called, ast.Name):
        return called.id
    if isinstance(called, ast.Attribute):
        owner = called.value
        name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
        return called.attr.lstrip("_") if name.strip("_") in {"language", "self"} else ""
    return ""


def _strings(argument: ast.expr) -> list[str]:
    """The literal words of an argument: a string, either branch of a choice, a table's fallback."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        return [*_strings(argument.body), *_strings(argument.orelse)]
    if isinstance(argument, ast.Call) and len(argument.args) == 2:
        return _strings(argument.args[1])
    return []
