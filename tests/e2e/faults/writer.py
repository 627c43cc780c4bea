"""A process that imports files one by one, opening the vault for each, and waits its turn: ``vault heads file...``."""

from __future__ import annotations

import sys
from pathlib import Path

from app.actions.add_file import add_file
from evidence_store import VaultLockedError
from tests.e2e.faults.child import say
from tests.e2e.faults.prepared import Place, open_only_case, small_scale


def main() -> None:
    """Import each file; tell ACK and its name once it is sealed."""
    place = Place(Path(sys.argv[1]), Path(sys.argv[2]))
    say("READY")
    sys.stdin.readline()
    with small_scale():
        for name in sys.argv[3:]:
            _import(place, Path(name))
            say(f"ACK {Path(name).name}")


def _import(place: Place, path: Path) -> None:
    while True:
        try:
            with place.open(wait_s=0.05) as vault:
                add_file(open_only_case(vault), path)
                return
        except VaultLockedError:
            continue


if __name__ == "__main__":
    main()
