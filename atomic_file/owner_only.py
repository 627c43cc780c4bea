"""Which files can be kept to their owner on Windows, and with which rights: there a mode of 0600 means nothing.

Rules:
- A file of ours gets rights of its own where it is made, and takes none from its folder: its owner and the system may
  do all with it, and nobody else anything. So it is readable by others at no moment.
- Only where that keeps nobody from what is theirs: on the drive that the user's own profile lies on, and on another
  machine's drive, where users are the same from every computer. A drive that can be carried away knows its owner by a
  number that the next computer gives nobody: whose computer has died could not open their own backup there.
- Where a drive has no rights at all (FAT), or may not have ours, what is saved can be read by others who use it, and
  that is said where it is saved (``keeps_to_owner`` of disk.py).

Source: Microsoft, "Security Descriptor String Format", "Well-known SIDs", "GetDriveTypeW", "GetVolumeInformationW".
"""

from __future__ import annotations

from typing import NamedTuple

_ELSEWHERE = 4  # DRIVE_REMOTE
_OWNER, _SYSTEM = "S-1-3-4", "S-1-5-18"


class Drive(NamedTuple):
    """What Windows tells of the drive that a path lies on.

    Attributes:
        kind: as GetDriveTypeW has it.
        has_rights: whether its files have rights that last (FILE_PERSISTENT_ACLS).
        of_profile: whether the user's own profile lies on it.
    """

    kind: int
    has_rights: bool
    of_profile: bool


def can_keep(drive: Drive) -> bool:
    """Return whether files on a drive are kept to their owner."""
    return drive.has_rights and (drive.of_profile or drive.kind == _ELSEWHERE)


def owners_rights(user: str) -> str:
    """Return the rights of such a file, as Windows writes them.

    Args:
        user: the SID of who makes it. Another machine may know its owner by another one: so the owner is named as such
            too.
    """
    return "D:P" + "".join(f"(A;;FA;;;{who})" for who in (_OWNER, _SYSTEM, user))
