"""``python -m tools.phone_page``: build the page anew; needs node and npm, and the network the first time.

The packages stand in ``package-lock.json`` with their hashes, and no script of theirs is run. The same packages give
the same bytes: the fingerprint that stands in ``docs/envelope.md`` is written anew there.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
PAGE = _ROOT / "resources" / "phone" / "envelope.html"
DOCS = _ROOT / "docs" / "envelope.md"
NAMED = re.compile(r"(?<=SHA-256 of the page: `)[0-9a-f]{64}(?=`)")
_SOURCES = ("build.mjs", "package.json", "package-lock.json", "src")


def main() -> int:
    """Build in a folder of its own, and write page and fingerprint. Return the exit code."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        sys.stderr.write("node and npm are needed to build the page\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        for name in _SOURCES:
            source = _HERE / name
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, Path(folder) / name)
        wanted = ("ci", "--ignore-scripts", "--no-audit", "--no-fund")
        subprocess.run([npm, *wanted], cwd=folder, check=True)
        subprocess.run([node, "build.mjs", "page.html"], cwd=folder, check=True)
        built = (Path(folder) / "page.html").read_bytes()
    PAGE.write_bytes(built)
    digest = hashlib.sha256(built).hexdigest()
    DOCS.write_text(NAMED.sub(digest, DOCS.read_text("utf-8")), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(built)} bytes, SHA-256 {digest}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
