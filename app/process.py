"""Keeps what is in the program's memory out of files that others can read. Called first of all by ``main.py``.

Rules:
- No core dump: a crash would write the passphrase and every open text to the disk. The limit is not enough, since
  a system that pipes dumps to a program ignores it; so the process also says that it may not be dumped (Linux).
- A process that may not be dumped cannot be read by other processes of the same account either.
- Files and folders are made for their owner only, whatever mask the program was started with.
"""

from __future__ import annotations

import os
import sys

_PR_SET_DUMPABLE = 4  # <linux/prctl.h>
_OWNER_ONLY = 0o077


def protect_process() -> None:
    """Forbid core dumps and make new files readable by their owner only, as far as the system can."""
    if sys.platform == "win32":
        return
    os.umask(os.umask(_OWNER_ONLY) | _OWNER_ONLY)
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
