"""New files on Windows: held by their writer until they have their name, and taken away where nobody holds them.

Windows has no lock that a rename keeps. It has share modes instead: who opens a file says what others may do
meanwhile, and the system asks each that comes. So a writer lets others read, rename and delete its file, and a sweep
opens what it finds for itself alone, which fails as long as anybody has it open.
"""

from __future__ import annotations

import ctypes
import msvcrt
import os
import stat
import sys
from ctypes import wintypes
from pathlib import Path
from typing import BinaryIO

from atomic_file import windows_rights

assert sys.platform == "win32"  # noqa: S101  # the type checker skips the rest elsewhere

# <winnt.h>, <fileapi.h>
_GENERIC_READ, _GENERIC_WRITE, _DELETE = 0x80000000, 0x40000000, 0x00010000
_SHARE_READ, _SHARE_WRITE, _SHARE_DELETE, _SHARE_NOTHING = 1, 2, 4, 0
_CREATE_NEW, _OPEN_EXISTING = 1, 3
_NORMAL = 0x80
_DELETE_ON_CLOSE = 0x04000000
_NOT_THROUGH_LINKS = 0x00200000  # FILE_FLAG_OPEN_REPARSE_POINT

_kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
_kernel32.CreateFileW.restype = wintypes.HANDLE
_kernel32.CreateFileW.argtypes = (
    *(wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, ctypes.c_void_p),
    *(wintypes.DWORD, wintypes.DWORD, wintypes.HANDLE),
)
_kernel32.CloseHandle.argtypes = (wintypes.HANDLE,)
_NO_HANDLE = wintypes.HANDLE(-1).value
# What a drive of another machine may say to rights of ours: no access, not supported, or no such rights or owner.
_RIGHTS_REFUSED = frozenset({5, 50, 1307, 1338})


def new_file(path: Path, *, passing: bool = False) -> BinaryIO:
    """Return a new, empty file, open for writing and reading, with its owner's rights where the drive can have them.

    It can be renamed while it is open.

    Args:
        path: where it goes; nothing may lie there.
        passing: whether the system takes it away as soon as it is closed, however its process ends.

    Raises:
        FileExistsError: something has that name.
        OSError: it cannot be made.
    """
    access = _GENERIC_READ | _GENERIC_WRITE | _DELETE
    share = _SHARE_READ | _SHARE_WRITE | _SHARE_DELETE
    kind = _NORMAL | (_DELETE_ON_CLOSE if passing else 0)
    rights = windows_rights.attributes_for(path)
    try:
        handle = _open(path, access, share, _CREATE_NEW, kind, rights)
    except OSError as error:
        if rights is None or error.winerror not in _RIGHTS_REFUSED:
            raise
        handle = _open(path, access, share, _CREATE_NEW, kind)
    flags = os.O_RDWR | os.O_BINARY | os.O_NOINHERIT
    return os.fdopen(msvcrt.open_osfhandle(handle, flags), "w+b")


def remove_unheld(path: Path) -> None:
    """Remove a plain file with one name that nobody has open. Raises OSError."""
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1:
        return
    flags = _NORMAL | _DELETE_ON_CLOSE | _NOT_THROUGH_LINKS
    _kernel32.CloseHandle(_open(path, _DELETE, _SHARE_NOTHING, _OPEN_EXISTING, flags))


def _open(
    path: Path,
    access: int,
    share: int,
    how: int,
    flags: int,
    rights: windows_rights.SecurityAttributes | None = None,
) -> int:
    about = ctypes.byref(rights) if rights is not None else None
    handle: int | None = _kernel32.CreateFileW(str(path), access, share, about, how, flags, None)
    if handle is None or handle == _NO_HANDLE:
        code = ctypes.get_last_error()
        raise OSError(None, ctypes.FormatError(code).strip(), str(path), code)
    return handle
