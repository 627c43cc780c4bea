"""How much memory a process has held."""

from __future__ import annotations

from pathlib import Path


def peak_mb() -> float:
    """The most that this process has held since its program was started, in MB.

    Not ``ru_maxrss``: Linux hands that figure on to whatever program a process starts, so a small child of a large
    parent would tell the parent's peak.
    """
    status = Path("/proc/self/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024
