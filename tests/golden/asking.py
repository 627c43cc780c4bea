"""What the commands answer of the made-up year, and the file that each answer is held to.

``python -m tests.golden.asking`` writes them anew; each change of a figure is then read in the diff before it is kept.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from evidence_store import Vault
from tests.e2e.walk.house import PASSPHRASE, House
from tests.fakes.clock import FakeClock
from tests.fakes.keys import QUICK_KEYS
from tests.golden.building import BEGINS, ENDS, Building

FIGURES = Path(__file__).with_name("figures")
ASKED: dict[str, tuple[str, ...]] = {
    "answers": ("answers", "--on", "2026-11-23"),
    "deadlines": ("deadlines", "--on", "2026-11-23"),
    "pattern": ("pattern",),
    "review": ("review",),
    "statistics": ("statistics",),
    "summary": ("summary",),
    "registration-sheet": ("registration-sheet",),
}


def a_year(folder: Path) -> House:
    """A vault with the year in it, at the day on which it is looked at."""
    clock = FakeClock(BEGINS)
    house = House(folder, clock=clock)
    with Vault.create(house.vault, PASSPHRASE, heads=house.heads, parameters=QUICK_KEYS) as vault:
        Building(vault, clock).all()
    clock.go_to(ENDS)
    return house


def figures_of(house: House, name: str) -> dict[str, Any]:
    """What a command answers in JSON."""
    return house.ok(*ASKED[name])


def kept(name: str) -> dict[str, Any]:
    """What it is held to."""
    figures: dict[str, Any] = json.loads((FIGURES / f"{name}.json").read_text(encoding="utf-8"))
    return figures


def main() -> int:
    """Write all of them."""
    FIGURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        house = a_year(Path(folder))
        for name in ASKED:
            told = json.dumps(figures_of(house, name), ensure_ascii=False, indent=1)
            (FIGURES / f"{name}.json").write_text(told + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
