"""What copying one entry elsewhere costs beside a vault and a folder with thousands of them, and beside few."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from app.actions.copy_elsewhere import choose_copy_place, copy_now
from app.actions.open_case import OpenCase
from benchmarks.rows import Row, against_peer, timed_ms
from benchmarks.vaults import fill, new_case, note

LARGE, SMALL = 10_000, 1_000
_QUICK = 300
_ROUNDS = 41
_BEFORE = 2


def rows(*, quick: bool = False) -> list[Row]:
    """One entry more, by turns in a vault of ten times as many, each of which lies in a file of its own already."""
    large = _QUICK if quick else LARGE
    small = large * SMALL // LARGE
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with new_case(folder, "large") as one, new_case(folder, "small") as other:
            for case, count, kind in ((one, large, "large"), (other, small, "small")):
                _copied(case, folder / f"stick of the {kind} one", count)
            spent: dict[str, list[float]] = {"large": [], "small": []}
            for number in range(_ROUNDS + _BEFORE):
                for kind, case in (("large", one), ("small", other)):
                    case.seal(note(f"one more, {number}"))
                    ms = timed_ms(lambda case=case: copy_now(case.vault, clock=case.clock))  # type: ignore[misc]
                    if number >= _BEFORE:
                        spent[kind].append(ms)
    return [
        against_peer(
            f"copy one entry elsewhere, the {large + 1:,}th".replace(",", " "),
            median(spent["large"]),
            median(spent["small"]),
            f"the {small + 1:,}th".replace(",", " "),
            1.2,
        )
    ]


def _copied(case: OpenCase, stick: Path, count: int) -> None:
    """Copy what the vault begins with as a whole, and all that comes then entry by entry."""
    stick.mkdir()
    choose_copy_place(case.vault, stick, clock=case.clock)
    copy_now(case.vault, clock=case.clock)
    fill(case, count)
    done = copy_now(case.vault, clock=case.clock)
    if done.written != count or done.waiting:
        raise AssertionError(f"{done.written} of {count} were copied")
