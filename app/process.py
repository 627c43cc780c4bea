"""Keeps what is in the program's memory out of files that others can read. Called first of all by ``main.py``.

Rules:
- No core dump: a crash would write the passphrase and every open text to the disk. The limit is not enough, since
  a system that pipes dumps to a program ignores it; so the process also says that it may not be dumped (Linux).
- A process that may not be dumped cannot be read by other processes of the same account either.
  Under Wayland the desktop's portal cannot see who asks it then, and refuses: for the milliseconds of the first call of
  a connection it may be (``seen_by_desktop``), since later calls are known by the connection.
- Files and folders are made for their owner only, whatever mask the program was started with.
- Windows: a crash is not handed to Windows Error Reporting, and where Windows reports all the same (a failure that it
  ends itself, a window that no longer answers), the heap is left out of what it keeps, also of snapshots.
- What that does not cover there: a dump that an administrator or the person asks for, such as "Create dump file" of the
  Task Manager; the words on the stack; the page file and hibernation, which the drive's own encryption is for.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4  # <linux/prctl.h>
_OWNER_ONLY = 0o077


# <errhandlingapi.h>: no dialogs of critical errors, faults (and no report of them) and files that cannot be opened.
_NO_DIALOGS = 0x0001 | 0x0002 | 0x8000
# <werapi.h>: no heap, not in what waits to be sent either, and no snapshot after a crash or while a window hangs.
_NO_HEAP = 0x0001 | 0x0040 | 0x0080 | 0x0100


def protect_process() -> None:
    """Forbid core dumps and make new files readable by their owner only, as far as the system can."""
    if sys.platform == "win32":
        keep_out_of_reports(ctypes.WinDLL("kernel32"))
    else:
        os.umask(os.umask(_OWNER_ONLY) | _OWNER_ONLY)
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


_asking = threading.Lock()


@contextmanager
def seen_by_desktop() -> Iterator[None]:
    """Let the desktop see for a moment which program asks it: Linux alone, and as short as one call.

    A portal reads /proc/PID/root of who calls it, and nobody may of a process that may not be dumped.
    """
    if sys.platform != "linux":
        yield
        return
    prctl = ctypes.CDLL(None).prctl
    with _asking:
        shut = prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0) == 0
        if shut:
            prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)
        try:
            yield
        finally:
            if shut:
                prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def keep_out_of_reports(kernel: Any) -> bool:  # noqa: ANN401  (a DLL has no type)
    """Keep this process's memory out of Windows' reports of crashes.

    Args:
        kernel: kernel32, or what stands in for it.

    Returns:
        Whether Windows took it; an older Windows may know fewer of the flags, and then keeps no heap at least.
    """
    kernel.SetErrorMode(kernel.GetErrorMode() | _NO_DIALOGS)
    return any(kernel.WerSetFlags(flags) == 0 for flags in (_NO_HEAP, 0x0001))
