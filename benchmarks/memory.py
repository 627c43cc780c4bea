"""How much memory a process has held."""

from __future__ import annotations

from pathlib import Path


def peak_mb(process: str = "self") -> float:
    """The most that a process has held since its program was started, or since it forgot, in MB; 0 where it is gone.

    Not ``ru_maxrss``: Linux hands that figure on to whatever program a process starts, so a small child of a large
    parent would tell the parent's peak.

    Args:
        process: its number, or this one.
    """
    try:
        status = Path("/proc", process, "status").read_text("ascii", errors="replace")
    except OSError:
        return 0.0
    found = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(found[0].split()[1]) / 1024 if found else 0.0


def forget_peak() -> None:
    """Let the peak of this process be what it holds now."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def children() -> list[str]:
    """The numbers of the processes that this one has started and that are still there."""
    found: list[str] = []
    for each in Path("/proc/self/task").glob("*/children"):
        try:
            found += each.read_text("ascii").split()
        except OSError:  # the thread has ended
            continue
    return found
