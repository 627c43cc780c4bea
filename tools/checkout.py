"""What every build takes from the checkout and its machine: committed files, the commit's time, kept downloads."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_GIT = "git"


def committed(*parts: str) -> list[str]:
    """Return the files that git knows below some parts of the project, by their paths in the checkout."""
    told = _git("ls-files", "-z", "--", *parts).decode("utf-8")
    return [name for name in told.split("\0") if name]


def commit_time() -> int:
    """Return the second that everything is dated by: ``SOURCE_DATE_EPOCH``, or when the commit was made."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    return int(said or _git("log", "-1", "--format=%ct"))


def downloads_folder() -> Path:
    """Return the folder where downloads are kept: ``BEVISMAPPE_DOWNLOADS``, or one under build/."""
    return Path(os.environ.get("BEVISMAPPE_DOWNLOADS") or ROOT / "build" / "downloads")


def _git(*words: str) -> bytes:
    return subprocess.run([_GIT, *words], cwd=ROOT, capture_output=True, check=True).stdout
