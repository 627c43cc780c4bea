"""Which files lie in which part of a package that is split, for a mail that carries less. Pure.

Report, log and letters lie in each part; every other file lies in one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from app.handover.errors import PartTooSmallError

MOST_PARTS = 99
END_OF_ZIP = 22
LONGEST_BAG_INFO = 300
_FOLDER = len("bevismappe-") + 24 + 1 + 8 + 1
_LINE = 64 + 2 + 1


class Share(msgspec.Struct, frozen=True):
    """What lies in one part beside what lies in all, which part it is, and of how many."""

    files: Collection[str]
    number: int = 1
    parts: int = 1


def member_bytes(path: str, size: int) -> int:
    """Return at most how many bytes a file takes in a zip: its headers twice, its data, its line in a list."""
    return 30 + 46 + 2 * (_FOLDER + len(path)) + size + _LINE + len(path)


def share_out(fixed: int, sizes: Mapping[str, int], limit: int) -> tuple[frozenset[str], ...]:
    """Return the files of each part, each file in the first part that has room for it.

    Args:
        fixed: bytes of a part without any of them.
        sizes: bytes of each file by its path; the dossier, which lies in all, is passed over.
        limit: most bytes of a part.

    Raises:
        PartTooSmallError: a part cannot hold the dossier, or one file beside it; or there are more than 99.
    """
    if fixed > limit:
        raise PartTooSmallError(fixed, limit)
    parts: list[set[str]] = [set()]
    room = [limit - fixed]
    for path, size in sorted(sizes.items()):
        if path == "data/dossier.pdf":
            continue
        needed = member_bytes(path, size)
        if needed > limit - fixed:
            raise PartTooSmallError(fixed + needed, limit)
        place = next((at for at, left in enumerate(room) if needed <= left), len(parts))
        if place == len(parts):
            parts.append(set())
            room.append(limit - fixed)
        parts[place].add(path)
        room[place] -= needed
    if len(parts) > MOST_PARTS:
        raise PartTooSmallError(fixed + sum(sizes.values()) // MOST_PARTS, limit)
    return tuple(map(frozenset, parts))
