"""Where the parts of the build lie, and what all of it is dated by."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from app.version import VERSION

ROOT = Path(__file__).parents[2]
DATA = ROOT / "packaging" / "linux"
BUILD = ROOT / "build" / "linux"
TREE = BUILD / "tree"
DIST = ROOT / "dist" / "linux"
HOME = Path("usr/lib/bevismappe")
"""Where the program lies in the package."""
PACKAGE = f"bevismappe_{VERSION}_amd64.deb"


def downloads() -> Path:
    """Return where wheels are kept between builds; BEVISMAPPE_DOWNLOADS names another folder."""
    return Path(os.environ.get("BEVISMAPPE_DOWNLOADS") or ROOT / "build" / "downloads") / "linux"


def program(name: str) -> str:
    """Return the path of a program of this machine, or end with the line that says which package has it."""
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is missing: tools/debian/linux.txt names its package")
    return found


def epoch() -> int:
    """Return the second that everything is dated by: SOURCE_DATE_EPOCH, else the commit's."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if said:
        return int(said)
    words = [program("git"), "log", "-1", "--format=%ct"]
    return int(subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout)
