"""``python -m tools.kind_files [TAG ...]``: in how many files of the product is each kind of entry named?

A file counts where it names a type or the constant of the kind as code (comments and texts do not count), or the kind's
tag in a recipient's file. What a kind costs to add is its own file, its line in KINDS, and the rest of this list.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.casework import KINDS, Kind, Written

ROOT = Path(__file__).parents[1]
_ROOMS = ("app", "evidence_store", "demo")


def names_of(kind: Kind) -> frozenset[str]:
    """Return the names of a kind's own types and of its constant."""
    types = {part.__name__ for part in kind.parts.values() if part.__module__.startswith("app.")}
    if isinstance(kind, Written):
        types |= {kind.value.__name__, kind.draft.__name__}
    return frozenset({*types, kind.tag.upper()})


def named_in(source: str) -> frozenset[str]:
    """Return every name that a file's code says, imports included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.alias(name=name):
                found.add(name)
    return frozenset(found)


def files_of(kind: Kind, named: dict[Path, frozenset[str]]) -> Iterator[Path]:
    """Yield the files that a kind is named in, by their paths."""
    own = names_of(kind)
    yield from (path for path, names in named.items() if own & names)
    for path in sorted((ROOT / "resources" / "recipients").glob("*.toml")):
        if re.search(rf"\b{kind.tag}\b", path.read_text("utf-8")):
            yield path


def main(tags: Sequence[str]) -> None:
    """Print the count of each kind, and the files where tags are asked for."""
    named = {
        path: named_in(path.read_text("utf-8"))
        for room in _ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
    }
    for kind in KINDS:
        if tags and kind.tag not in tags:
            continue
        files = [path.relative_to(ROOT).as_posix() for path in files_of(kind, named)]
        print(f"{kind.tag:14} {len(files):3}")
        if tags:
            print(*(f"    {path}" for path in files), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
