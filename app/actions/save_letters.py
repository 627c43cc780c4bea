"""Save the letters of the first days as plain text in a folder of the person's choice; nothing there is replaced."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from atomic_file import write_atomically


def save_letters(folder: Path, letters: Mapping[str, str]) -> tuple[Path, ...]:
    """Write each letter into a file of its own; return the files in their order.

    Args:
        folder: where; it is made where it is not there.
        letters: the words by the name of their file, without an ending.

    Raises:
        FileExistsError: one of the files is there already; nothing was written.
        OSError: one could not be written; those before it are there.
    """
    targets = {
        folder / f"{number} {name}.txt": words
        for number, (name, words) in enumerate(letters.items(), 1)
    }
    for target in targets:
        if target.exists():
            raise FileExistsError(errno.EEXIST, "exists", str(target))
    folder.mkdir(parents=True, exist_ok=True)
    for target, words in targets.items():
        with write_atomically(target) as file:
            file.write(f"{words}\n".encode())
    return tuple(targets)


def free_folder(folder: Path, name: str) -> Path:
    """Return a folder of that name below another one, with a number where there is one already."""
    numbered = (folder / (f"{name} {number}" if number > 1 else name) for number in count(1))
    return next(each for each in numbered if not each.exists())
