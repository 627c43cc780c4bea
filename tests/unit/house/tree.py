"""The files of the project as they would be committed: what others made or brought is left out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

_NOT_OURS = {
    ".git",
    ".venv",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".import_linter_cache",
    ".hypothesis",
    "demo-out",
    "bench-out",
    "build",
    "dist",
    "uv.lock",
}


def files(pattern: str = "*", under: str = ".") -> Iterator[Path]:
    """Every file of the project whose name fits, by path from the root."""
    for folder, folders, names in os.walk(ROOT / under):
        folders[:] = sorted(set(folders) - _NOT_OURS)
        for name in sorted(set(names) - _NOT_OURS):
            path = Path(folder, name)
            if path.match(pattern) and path.suffix not in {".mo", ".pyc"}:
                yield path.relative_to(ROOT)
