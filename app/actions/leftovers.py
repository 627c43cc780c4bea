"""Take away what a killed program left in clear: copies for other programs, and reports and packages half made."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.actions.copy_outside import sweep_copies
from atomic_file import sweep


def take_away_leftovers(saved_in: Iterable[Path]) -> None:
    """Take it away where such things are made; in other folders the next file that is made there does.

    Args:
        saved_in: folders that reports were saved in, or are offered for it. One that is away is passed over; it may
            take its time, so this is best done beside everything else.
    """
    sweep_copies()
    for folder in saved_in:
        sweep(folder)
