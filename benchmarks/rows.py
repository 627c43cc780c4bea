"""One line of the table of figures: ours beside a peer and a limit, measured in the same run.

Rules:
- Every figure is the median of several rounds, ours and the peer's in the same run: a machine that is
  slow today is slow for both.
- A goal is a ratio. ``ratio`` is what the goal speaks of, so the row says which two figures it divides.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Row:
    """One figure.

    ``ours``, ``peer`` and ``limit`` are in the row's unit; a limit of 0 means that there is none.
    """

    name: str
    ours: float
    peer: float
    peer_name: str
    limit: float
    ratio: float
    goal: float
    met: bool
    unit: str = "ms"


def against_peer(
    name: str,
    ours: float,
    peer: float,
    peer_name: str,
    goal: float,
    *,
    limit: float = 0.0,
    unit: str = "ms",
) -> Row:
    """A row whose goal is a share of what the peer needs."""
    ratio = ours / peer
    return Row(name, ours, peer, peer_name, limit, ratio, goal, ratio <= goal, unit)


def timed_ms(work: Callable[[], object]) -> float:
    """How long one call takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def medians_ms(rounds: int, *works: Callable[[], object]) -> tuple[float, ...]:
    """The median of each over some rounds; two rounds before are not counted.

    Each has its rounds in a row: with frames of many megabytes, the memory that one gives back decides how
    fast the next one gets its own, and nobody shall pay for another's habits.
    """
    found = []
    for work in works:
        work()
        work()
        found.append(median(timed_ms(work) for _ in range(rounds)))
    return tuple(found)


def table(rows: Sequence[Row]) -> str:
    """The rows as text for a terminal."""
    head = ("", "ours", "peer", "limit", "unit", "ratio", "goal", "", "peer is")
    lines = [head]
    for row in rows:
        limit = f"{row.limit:.2f}" if row.limit else "-"
        met = "met" if row.met else "MISSED"
        figures = (f"{row.ours:.2f}", f"{row.peer:.2f}", limit, row.unit)
        lines.append(
            (row.name, *figures, f"{row.ratio:.3f}", f"{row.goal:.3f}", met, row.peer_name)
        )
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    left = {0, 4, 7, 8}
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in left else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
