"""Save the result of a check as a text file, so that it can be sent on or kept beside what was checked."""

from __future__ import annotations

from pathlib import Path

from atomic_file import write_atomically


def save_result(words: str, target: Path) -> None:
    """Write the words, whole or not at all, readable by nobody else on this computer.

    Raises:
        OSError: the file cannot be written; nothing of it is left.
    """
    with write_atomically(target) as file:
        file.write(words.encode("utf-8", "replace"))
