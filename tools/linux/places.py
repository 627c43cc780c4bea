"""Where the parts of the build lie."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.version import VERSION
from tools.checkout import ROOT, downloads_folder

DATA = ROOT / "packaging" / "linux"
BUILD = ROOT / "build" / "linux"
TREE = BUILD / "tree"
DIST = ROOT / "dist" / "linux"
HOME = Path("usr/lib/bevismappe")
"""Where the program lies in the package."""
PACKAGE = f"bevismappe_{VERSION}_amd64.deb"


def downloads() -> Path:
    """Return where wheels are kept between builds; BEVISMAPPE_DOWNLOADS names another folder."""
    return downloads_folder() / "linux"


def program(name: str) -> str:
    """Return the path of a program of this machine, or end with the line that says which package has it."""
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is missing: tools/debian/linux.txt names its package")
    return found
