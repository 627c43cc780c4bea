"""Read the lists of things to do, the texts to copy and the words that reassure, which come with the program."""

from __future__ import annotations

from pathlib import Path

from app.casework import preventing

_FOLDER = "prevention"


def read_prevention(resources: Path) -> preventing.Prevention:
    """Read them.

    Raises:
        PreventionTableError: they cannot be read.
    """
    try:
        tables = [file.read_bytes() for file in sorted((resources / _FOLDER).glob("*.toml"))]
    except OSError as error:
        raise preventing.PreventionTableError(str(error)) from error
    read = preventing.read_prevention(tables)
    if not read.lists:
        raise preventing.PreventionTableError("no lists")
    return read
