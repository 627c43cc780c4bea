"""A door whose files are loaded when something of theirs is first asked for (PEP 562).

For the doors of rooms that the window needs a little of before its first page. Rules:
- The names stand three times in such a door: imported for whoever checks types, in ``__all__``, and by their file for
  ``when_asked``. A test of the house compares them.
- No name may be that of a file of the room: whoever loads the file first would get it in place of the name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module  # noqa: TID251 - the contracts see the imports for types


def when_asked(room: str, files: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """Return the ``__getattr__`` of a door.

    Args:
        room: the room's whole name.
        files: what each file of the room gives.

    Raises:
        AttributeError: by what is returned: the room has no such name.
    """
    file_of = {name: file for file, names in files.items() for name in names}

    def look_up(name: str) -> object:
        file = file_of.get(name)
        if file is None:
            raise AttributeError(f"module {room!r} has no attribute {name!r}", name=name)
        found: object = getattr(import_module(f"{room}.{file}"), name)
        setattr(sys.modules[room], name, found)
        return found

    return look_up
