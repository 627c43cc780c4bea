"""What tests use of a POSIX system. On Windows the names are there, so that the tests can be read and typed, and fail.

A test that calls one of these is marked ``posix`` with its reason, and left out on Windows (``tests/conftest.py``).
"""

from __future__ import annotations

import sys

if sys.platform != "win32":
    from fcntl import F_GETFL, LOCK_EX, LOCK_NB, fcntl, flock
    from os import O_ACCMODE, O_NONBLOCK, WCOREDUMP, fork, geteuid, mkfifo, pwrite
    from resource import RLIMIT_FSIZE, RUSAGE_SELF, getrusage, setrlimit
    from signal import SIGCONT, SIGSTOP
    from socket import AF_UNIX
else:
    from typing import Any

    def __getattr__(name: str) -> Any:
        """Windows has none of these. Raises OSError where it is called."""

        def missing(*_: object) -> None:
            raise OSError(f"{name}: POSIX alone")

        return missing


__all__ = [
    "AF_UNIX", "F_GETFL", "LOCK_EX", "LOCK_NB", "O_ACCMODE", "O_NONBLOCK", "RLIMIT_FSIZE", "RUSAGE_SELF", "SIGCONT",
    "SIGSTOP", "WCOREDUMP",
    "fcntl", "flock", "fork", "geteuid", "getrusage", "mkfifo", "pwrite", "setrlimit",
]  # fmt: skip
