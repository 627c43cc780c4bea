"""What guidance there is: the program's own pack. Changes nothing."""

from __future__ import annotations

from pathlib import Path

from app.packs import InForce, in_force, read_builtin


def read_guidance(resources: Path) -> InForce:
    """Read what is in force.

    Raises:
        BuiltInPackError: what comes with the program cannot be read.
    """
    return in_force(read_builtin(resources))
