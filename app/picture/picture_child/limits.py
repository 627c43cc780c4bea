"""What this process may not do any more, set by itself on itself before anything of a picture is looked at.

Rules:
- A limit that the system refuses is an error, never passed over: without limits nothing is decoded.
- Where a limit of the person's own is tighter, it stays.
- POSIX: address space, processor time, nothing written, no core file; later no new open file.
- Windows: a Job Object around this process alone: committed memory, processor time, no second process, no clipboard,
  no other program's windows, no dialog of the system when it dies. What has no limit there: files can be opened and
  written as far as the person's rights go.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from typing import Any

if sys.platform != "win32":
    import resource


class LimitsRefusedError(Exception):
    """The system did not take a limit."""


def set_limits(memory: int, seconds: int) -> None:
    """Limit memory (bytes) and processor time, and what can be written or started.

    Raises:
        LimitsRefusedError: the system takes one of them not.
    """
    if sys.platform == "win32":
        set_job(ctypes.WinDLL("kernel32", use_last_error=True), memory, seconds)
    else:
        _lower(resource.RLIMIT_AS, memory, memory)
        _lower(resource.RLIMIT_CPU, seconds, seconds + 1)
        _lower(resource.RLIMIT_CORE, 0, 0)
        _lower(resource.RLIMIT_FSIZE, 0, 0)


def forbid_files() -> None:
    """Forbid to open files, sockets and pipes, where the system can; the three that are open stay.

    Raises:
        LimitsRefusedError: the system takes it not.
    """
    if sys.platform != "win32":
        _lower(resource.RLIMIT_NOFILE, 0, 0)


if sys.platform != "win32":

    def _lower(which: int, soft: int, hard: int) -> None:
        """Lower a limit; one that is lower already stays."""
        try:
            set_already = [n for n in resource.getrlimit(which) if n != resource.RLIM_INFINITY]
            resource.setrlimit(which, (min([soft, *set_already]), min([hard, *set_already])))
        except (OSError, ValueError, OverflowError) as error:
            raise LimitsRefusedError(str(error)) from error


# -- Windows: <winnt.h>, <errhandlingapi.h> -------------------------------------------------------

_NO_DIALOGS = 0x0001 | 0x0002 | 0x8000  # critical errors, faults, files that cannot be opened
_UI_RESTRICTIONS, _EXTENDED_LIMITS = 4, 9  # JOBOBJECTINFOCLASS
_PROCESS_TIME, _ACTIVE_PROCESS, _PROCESS_MEMORY, _DIE_ON_UNHANDLED = 0x2, 0x8, 0x100, 0x400
_ALL_OF_UI = 0xFF
_TICKS_A_SECOND = 10_000_000


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _BasicLimits),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def set_job(kernel: Any, memory: int, seconds: int) -> None:  # noqa: ANN401  (a DLL has no type)
    """Put this process into a Job Object that limits it; nothing can take it out again.

    Args:
        kernel: kernel32, or what stands in for it.
        memory: bytes that it may commit.
        seconds: of processor time.

    Raises:
        LimitsRefusedError: Windows did not take one of them.
    """
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.SetInformationJobObject.argtypes = (
        *(wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD),
    )
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    kernel.SetErrorMode(_NO_DIALOGS)
    limits = ExtendedLimits()
    limits.basic.flags = _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED
    limits.basic.process_time = seconds * _TICKS_A_SECOND
    limits.basic.active_processes = 1
    limits.process_memory = memory
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        raise LimitsRefusedError("CreateJobObject")
    try:
        for kind, told in (
            (_EXTENDED_LIMITS, limits),
            (_UI_RESTRICTIONS, ctypes.c_uint32(_ALL_OF_UI)),
        ):
            if not kernel.SetInformationJobObject(
                job, kind, ctypes.byref(told), ctypes.sizeof(told)
            ):
                raise LimitsRefusedError(f"SetInformationJobObject {kind}")
        if not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()):
            raise LimitsRefusedError("AssignProcessToJobObject")
    finally:
        # It lasts as long as the process that is in it, and without the handle nobody loosens it.
        kernel.CloseHandle(job)
