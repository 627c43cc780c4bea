"""Where tests keep things: what is a person's is led to a folder of a test on any system, and files lie in memory."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

_MEMORY = Path("/dev/shm")  # a file system of Linux that lies in memory, not a name to be guessed
_ENOUGH = 4 << 30

_WINDOWS = ("LOCAL_APPDATA", "APPDATA", "PERSONAL")


def places_of(folder: Path) -> dict[str, str]:
    """The variables that lead settings, head memory, caches and (on Windows) documents below ``folder``."""
    xdg = {
        f"XDG_{name}_HOME": str(folder / name.lower())
        for name in ("CONFIG", "DATA", "STATE", "CACHE")
    }
    return xdg | {f"WIN_PD_OVERRIDE_{name}": str(folder / name.lower()) for name in _WINDOWS}


def folder_in_memory(memory: Path = _MEMORY) -> Path | None:
    """Where tests wait for no disk: each thing that is sealed is flushed, and a flush of a busy disk takes 0.1 s.

    What is promised of a disk is asked of disks that the tests make themselves, under tests/e2e/faults.

    Returns:
        None where there is no such folder, where no program may be started from it, or where it has not 4 GiB free.
    """
    if sys.platform != "linux" or not memory.is_dir() or not os.access(memory, os.W_OK):
        return None
    if os.statvfs(memory).f_flag & os.ST_NOEXEC or shutil.disk_usage(memory).free < _ENOUGH:
        return None
    return memory
