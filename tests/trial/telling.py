"""What a scene says: what the first trial found, and what the program answers today."""

from __future__ import annotations

import sys


def tell(scene: str, before: str, now: str) -> None:
    """Print one scene; ``make trial`` shows it."""
    today = "\n".join(f"            {line}" for line in now.strip().splitlines())
    sys.stdout.write(f"\n\n  {scene}\n    before: {before}\n    now:\n{today}\n")
