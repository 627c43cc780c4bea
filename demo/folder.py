"""The folder of the results: what the demonstration puts there, and makes room for."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

RECIPIENTS = ("manager", "union_consultant")
VAULT = "demo.bevismappe"
PHRASE_FILE = "passphrase.txt"
MARKS = "marks.json"
PROFILE = "profile"
ANCHORED = "police.zip"
STICK = "usb"
SCAN = "scan.jpg"
RECEIPT = "receipt.pdf"
_MARK = ".made-by-the-demo"
_FILES = {
    PHRASE_FILE,
    MARKS,
    ANCHORED,
    SCAN,
    RECEIPT,
    *(f"{recipient}.{kind}" for recipient in RECIPIENTS for kind in ("pdf", "zip")),
}


def make_room(folder: Path) -> None:
    """Make a folder to work in; what an earlier demo left in it goes, anything else is not touched.

    Raises:
        FileExistsError: the folder holds something that no demo made.
    """
    mark = folder / _MARK
    if mark.exists():
        for path in folder.iterdir():
            if path.name in {PROFILE, STICK}:
                shutil.rmtree(path)
            elif path.name in _FILES or path.name.startswith(VAULT):
                path.unlink()
    elif folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(errno.EEXIST, "not a demo's folder", str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    mark.touch()


def results(folder: Path) -> list[Path]:
    """Return what there is to look at."""
    kinds = {".pdf", ".zip", ".bevismappe", ".jpg"}
    found = [path for path in sorted(folder.iterdir()) if path.suffix in kinds]
    stick = folder / STICK / "index.html"
    return [*found, stick] if stick.exists() else found
