"""``make bench``: all figures as one table, on the terminal and in bench-out/bench.txt.

Rules:
- It reports. A missed goal is written as missed and the exit code stays 0; only a measurement that breaks is a
  failure, and the others are still made.
- Each group runs in a process of its own, so that none pays for what another left in memory, and one after the
  other, so that none waits for another's work.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
import traceback
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.groups import NAMES, TOGETHER, has_quick_size, measured, those_of
from benchmarks.rows import Row, table

_OUT = Path(__file__).resolve().parents[1] / "bench-out" / "bench.txt"


def _load() -> float:
    """How much the machine has to do; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    return os.getloadavg()[0]


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, write; 1 when a group broke."""
    arguments = _parser().parse_args(words)
    names = those_of(arguments.only or ())
    quick: bool = arguments.quick
    start, before = time.perf_counter(), _load()
    rows: list[Row] = []
    notes: list[str] = []
    broken = False
    for name in names:
        if quick and not has_quick_size(name):
            notes.append(f"{name}: left out, it has no smaller size")
            continue
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        try:
            rows += _in_own_process(name, quick=quick)
        except Exception:  # noqa: BLE001  # whatever broke: it is told, and the other groups are measured
            broken = True
            traceback.print_exc()
            notes.append(f"{name}: BROKEN, nothing was measured")
    spent = time.perf_counter() - start
    text = _report(rows, notes, quick=quick, load=(before, _load()), spent_s=spent)
    print(text, end="")
    out: Path = arguments.out
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8")
    return 1 if broken else 0


def _in_own_process(name: str, *, quick: bool) -> list[Row]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measured, name, quick=quick).result()


def _report(
    rows: list[Row], notes: list[str], *, quick: bool, load: tuple[float, float], spent_s: float
) -> str:
    missed = [row for row in rows if not row.met]
    machine = (
        f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"
    )
    busy = f"load {load[0]:.1f} before and {load[1]:.1f} after, {spent_s:.0f} s in all"
    lines = [
        f"{machine}, {busy}",
        "Medians of 5 or more; fewer for the slowest peers (docs/benchmarks.md), memory is the highest.",
        "The ratio is ours to the peer; the goal is the most it may be.",
    ]
    if quick:
        lines.append(
            "QUICK: smaller sizes than the goals speak of. Met and missed say little here."
        )
    lines += ["", table(rows), "", f"{len(rows) - len(missed)} met, {len(missed)} missed", *notes]
    return "\n".join(lines) + "\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Ours, the peers and the limits, side by side."
    )
    parser.add_argument(
        "--only",
        action="append",
        choices=(*NAMES, *TOGETHER),
        help="this group, or the window's by one word; may be repeated",
    )
    parser.add_argument(
        "--quick", action="store_true", help="smaller sizes than the goals speak of"
    )
    parser.add_argument("--out", type=Path, default=_OUT, help="where the table is also written")
    return parser


if __name__ == "__main__":
    sys.exit(main())
