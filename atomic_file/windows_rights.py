"""What Windows tells of drives and users, and the rights that a new file is made with (``owner_only.py``)."""

from __future__ import annotations

import ctypes
import os
import sys
from ctypes import wintypes
from functools import cache
from pathlib import Path

from atomic_file.owner_only import Drive, can_keep, owners_rights

assert sys.platform == "win32"  # noqa: S101  # the type checker skips the rest elsewhere

_LONGEST = 32768
_QUERY = 0x0008  # TOKEN_QUERY
_USER = 1  # TokenUser
_RIGHTS_LAST = 0x0008  # FILE_PERSISTENT_ACLS
_REVISION = 1  # SDDL_REVISION_1

_kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
_advapi32 = ctypes.WinDLL("advapi32", use_last_error=True)
_kernel32.GetCurrentProcess.restype = wintypes.HANDLE
_kernel32.CloseHandle.argtypes = (wintypes.HANDLE,)
_kernel32.LocalFree.argtypes = (ctypes.c_void_p,)
_kernel32.GetVolumePathNameW.argtypes = (wintypes.LPCWSTR, wintypes.LPWSTR, wintypes.DWORD)
_kernel32.GetDriveTypeW.argtypes = (wintypes.LPCWSTR,)
_kernel32.GetVolumeInformationW.argtypes = (
    *(wintypes.LPCWSTR, wintypes.LPWSTR, wintypes.DWORD, wintypes.LPDWORD, wintypes.LPDWORD),
    *(wintypes.LPDWORD, wintypes.LPWSTR, wintypes.DWORD),
)
_advapi32.OpenProcessToken.argtypes = (wintypes.HANDLE, wintypes.DWORD, wintypes.LPHANDLE)
_advapi32.GetTokenInformation.argtypes = (
    *(wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD, wintypes.LPDWORD),
)
_advapi32.ConvertSidToStringSidW.argtypes = (ctypes.c_void_p, ctypes.POINTER(wintypes.LPWSTR))
_advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW.argtypes = (
    *(wintypes.LPCWSTR, wintypes.DWORD, ctypes.POINTER(ctypes.c_void_p), ctypes.c_void_p),
)


class SecurityAttributes(ctypes.Structure):
    """SECURITY_ATTRIBUTES of <minwinbase.h>."""

    _fields_ = (
        ("nLength", wintypes.DWORD),
        ("lpSecurityDescriptor", ctypes.c_void_p),
        ("bInheritHandle", wintypes.BOOL),
    )


def drive_of(path: Path) -> Drive:
    """Return what is told of the drive of a path; of one that tells nothing, that it has no rights."""
    root = _root_of(str(path.absolute()))
    if not root:
        return Drive(kind=0, has_rights=False, of_profile=False)
    flags = wintypes.DWORD(0)
    _kernel32.GetVolumeInformationW(root, None, 0, None, None, ctypes.byref(flags), None, 0)
    home = os.environ.get("USERPROFILE", "")
    return Drive(
        kind=_kernel32.GetDriveTypeW(root),
        has_rights=bool(flags.value & _RIGHTS_LAST),
        of_profile=bool(home) and _root_of(home).casefold() == root.casefold(),
    )


def attributes_for(path: Path) -> SecurityAttributes | None:
    """Return what a new file is made with to be its owner's alone; None where it takes its folder's rights."""
    if not can_keep(drive_of(path)):
        return None
    descriptor = _descriptor()
    if descriptor is None:
        return None
    return SecurityAttributes(ctypes.sizeof(SecurityAttributes), descriptor, False)


@cache
def _descriptor() -> int | None:
    """Return the rights as Windows holds them, made once and kept as long as the program runs; None if refused."""
    user = current_user()
    made = ctypes.c_void_p()
    worked = user and _advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        owners_rights(user), _REVISION, ctypes.byref(made), None
    )
    return made.value if worked else None


def current_user() -> str:
    """Return the SID of who runs the program, as ``S-1-5-21-…``; "" where Windows does not say."""
    token = wintypes.HANDLE()
    if not _advapi32.OpenProcessToken(_kernel32.GetCurrentProcess(), _QUERY, ctypes.byref(token)):
        return ""
    try:
        size = wintypes.DWORD(0)
        _advapi32.GetTokenInformation(token, _USER, None, 0, ctypes.byref(size))
        told = ctypes.create_string_buffer(size.value)
        if not _advapi32.GetTokenInformation(token, _USER, told, size, ctypes.byref(size)):
            return ""
        # TOKEN_USER begins with the pointer to the SID.
        sid = ctypes.c_void_p.from_buffer(told)
        words = wintypes.LPWSTR()
        if not _advapi32.ConvertSidToStringSidW(sid, ctypes.byref(words)):
            return ""
        said = words.value or ""
        _kernel32.LocalFree(ctypes.cast(words, ctypes.c_void_p))
        return said
    finally:
        _kernel32.CloseHandle(token)


def _root_of(path: str) -> str:
    """Return the root of the drive, or of the share on a server."""
    root = ctypes.create_unicode_buffer(_LONGEST)
    _kernel32.GetVolumePathNameW(path, root, _LONGEST)
    return root.value
