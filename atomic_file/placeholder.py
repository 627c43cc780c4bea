"""Whether only a placeholder of a file is on this computer, and its content with a program that copies it elsewhere.

OneDrive and its like (Windows) and iCloud (macOS) take the content of a file away to save room and leave its name. To
open one fetches the content first, which takes as long as it takes and fails without a network.

Source: Microsoft, "File Attribute Constants"; Apple, ``sys/stat.h`` (SF_DATALESS).
"""

from __future__ import annotations

from typing import Protocol

_OFFLINE = 0x1000
_RECALL_ON_OPEN = 0x40000
_RECALL_ON_DATA_ACCESS = 0x400000
_AWAY = _OFFLINE | _RECALL_ON_OPEN | _RECALL_ON_DATA_ACCESS
_DATALESS = 0x40000000


class _Found(Protocol):
    """What ``os.stat`` tells of a file; the two fields are there on Windows and macOS alone."""

    @property
    def st_size(self) -> int:
        """Its size in bytes."""
        ...


def is_placeholder(found: _Found) -> bool:
    """Return whether the content of a file is elsewhere, by what ``os.stat`` told of it."""
    attributes = getattr(found, "st_file_attributes", 0)
    flags = getattr(found, "st_flags", 0)
    return bool(attributes & _AWAY or flags & _DATALESS)
