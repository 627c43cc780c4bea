"""Where the file of a vault is, before it is opened: here, away, out of reach, or elsewhere but for its name.

To ask may take long: Windows tries half a minute to reach a server that does not answer.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from atomic_file import is_placeholder

_NOT_READY = 21  # Windows: a drive without its disk or card


class Whereabouts(StrEnum):
    """What is found at the path of a vault."""

    HERE = "here"
    NO_FILE = "no_file"
    NO_FOLDER = "no_folder"
    OUT_OF_REACH = "out_of_reach"
    PLACEHOLDER = "placeholder"


def find_vault(path: Path) -> Whereabouts:
    """Return what is found at a path, whatever the system says; the file is not opened."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return Whereabouts.NO_FILE if _is_folder(path.parent) else Whereabouts.NO_FOLDER
    except OSError as error:
        away = getattr(error, "winerror", None) == _NOT_READY
        return Whereabouts.NO_FOLDER if away else Whereabouts.OUT_OF_REACH
    return Whereabouts.PLACEHOLDER if is_placeholder(found) else Whereabouts.HERE


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
