"""Which names a file can be given: the one rule for what Windows takes.

Rules:
- A name that Windows keeps for a device (``NUL``, ``COM1``, with any ending), one that ends in a dot or a blank, and
  one with a sign that Windows gives another meaning is refused there, in every part of a path: ``rapport:b`` would be a
  hidden stream of the file ``rapport``, and ``rapport.`` the file ``rapport``.
- A path with a drive and no root (``a:b.pdf``) is refused too: it names a file in a folder that nobody sees.
- Where Windows takes no more than 259 signs in a path, a longer one is refused by name: Windows itself would say that
  the file is not there.
- Elsewhere the system says what it takes. A name that we make up is good everywhere (``fit_name``).

Source: Microsoft, "Naming Files, Paths, and Namespaces" and "Maximum Path Length Limitation".
"""

from __future__ import annotations

import re
import sys
from enum import StrEnum
from pathlib import Path, PurePath, PureWindowsPath

LONGEST_NAME = 255  # in UTF-16 units on NTFS
_LONGEST_PATH = 259
_SYSTEM: str = sys.platform
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{kind}{number}" for kind in ("COM", "LPT") for number in "0123456789¹²³"}
)
_SIGNS = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_GAPS = re.compile(r'(?:[\x00-\x20<>:"/\\|?*\x7f]|[\ud800-\udfff])+')
_STANDS_FOR_ANY = "-"


class NameFault(StrEnum):
    """Why Windows does not take a name or a path."""

    DEVICE = "device"
    SIGN = "sign"
    END = "end"
    LONG = "long"


class UnfitNameError(OSError):
    """Nothing was made, because the system takes no such name or path.

    Attributes:
        name: the part of the path that is not taken.
        reason: one of NameFault.
    """

    def __init__(self, path: PurePath, name: str, reason: NameFault) -> None:
        super().__init__()
        self.filename = str(path)
        self.name = name
        self.reason = reason


def name_fault(name: str) -> NameFault | None:
    """Return what keeps Windows from taking a name of a file or folder; None where nothing does."""
    if _SIGNS.search(name):
        return NameFault.SIGN
    if not name or name[-1] in ". ":
        return NameFault.END
    if name.split(".", 1)[0].rstrip(" ").upper() in _DEVICES:
        return NameFault.DEVICE
    return NameFault.LONG if _units(name) > LONGEST_NAME else None


def fit_name(words: str, *, longest: int = 120) -> str:
    """Return a name made of these words that every system takes; "" where nothing of them can stay.

    Args:
        words: from anywhere; what cannot stand in a name becomes a hyphen.
        longest: how many signs at most.
    """
    kept = _GAPS.sub(_keep_blank, words).strip(" .")[:longest].strip(" .")
    if name_fault(kept) is NameFault.DEVICE:
        kept = f"_{kept}"
    while _units(kept) > LONGEST_NAME:
        kept = kept[:-1].rstrip(" .")
    return kept


def check_name(
    path: Path, *, beside: str = "", system: str = "", long_paths: bool | None = None
) -> None:
    """Refuse a path that Windows would take for another one, or not at all.

    Args:
        path: of a file that is to be made.
        beside: what another program puts behind the name for a file of its own, which must find room too.
        system: as ``sys.platform`` has it, "" for this one; elsewhere than on Windows nothing is refused.
        long_paths: whether that computer takes long paths; None asks it.

    Raises:
        UnfitNameError: nothing of that name can be made.
    """
    if (system or _SYSTEM) != "win32":
        return
    told = PureWindowsPath(str(path))
    if len(told.drive) == len("a:") and not told.root:
        raise UnfitNameError(
            path, str(told), NameFault.SIGN
        )  # some place on that drive that nobody sees
    for part in told.parts[1:] if told.anchor else told.parts:
        if part == "..":
            continue
        fault = name_fault(part)
        if fault is not None:
            raise UnfitNameError(path, part, fault)
    if _units(path.name + beside) > LONGEST_NAME:
        raise UnfitNameError(path, path.name, NameFault.LONG)
    if _units(str(path.absolute()) + beside) > _LONGEST_PATH:
        if _takes_long_paths() if long_paths is None else long_paths:
            return
        raise UnfitNameError(path, path.name, NameFault.LONG)


def _keep_blank(gap: re.Match[str]) -> str:
    return " " if gap[0].isspace() else _STANDS_FOR_ANY


def _units(words: str) -> int:
    """Return how many units of UTF-16 these words take: what Windows counts."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _takes_long_paths() -> bool:
    """Ask Windows whether this process may use paths of more than 259 signs."""
    if sys.platform == "win32":
        import ctypes

        ask = getattr(ctypes.WinDLL("ntdll"), "RtlAreLongPathsEnabled", None)
        if ask is None:
            return False
        ask.restype = ctypes.c_ubyte
        return bool(ask())
    else:  # noqa: RET505 - each system's branch is read by the type checker on its own
        return True
