"""A copy of the working tree in a temporary folder: only there is anything changed."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

from tools.mutate.changes import Change

ROOT = Path(__file__).resolve().parents[2]


class Tree:
    """The copy. What is committed and what is not yet comes along, what is ignored does not, but for the catalogue.

    Attributes:
        root: where it lies.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        names = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
        catalogues = [str(path.relative_to(ROOT)) for path in (ROOT / "resources").rglob("*.mo")]
        for name in [*names, *catalogues]:
            source = ROOT / name
            if name and source.is_file():
                target = root / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, target)

    def read(self, file: str) -> bytes:
        """A file as it is now."""
        return (self.root / file).read_bytes()

    def write(self, file: str, content: bytes) -> None:
        """Change a file; what Python had compiled of it goes."""
        path = self.root / file
        path.write_bytes(content)
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            compiled.unlink()

    def make(self, change: Change) -> bytes:
        """Make a change; returns what stood there, for ``write``."""
        before = self.read(change.file)
        self.write(change.file, change.made_in(before))
        return before

    def files(self, patterns: list[str]) -> list[str]:
        """Paths from the root that fit."""
        found = {path for pattern in patterns for path in self.root.glob(pattern)}
        return sorted(str(path.relative_to(self.root)) for path in found)

    def digest(self, patterns: list[str]) -> str:
        """Names the content of the files that fit, or lie below what fits."""
        seen = hashlib.sha256()
        for name in self.files(patterns):
            path = self.root / name
            inside = sorted(path.rglob("*.py")) if path.is_dir() else [path]
            for each in inside:
                seen.update(f"{each.relative_to(self.root)}\0".encode() + each.read_bytes())
        return seen.hexdigest()[:16]


def commit() -> str:
    """The commit that the figures are of; with a plus where the working tree differs from it."""
    dirty = _git("status", "--porcelain", "--untracked-files=no")
    return _git("rev-parse", "--short", "HEAD").strip() + ("+" if dirty else "")


def _git(*words: str) -> str:
    done = subprocess.run(
        ["/usr/bin/env", "git", *words], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return done.stdout
