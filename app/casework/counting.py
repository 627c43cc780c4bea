"""How much a case holds: the one rule for every count that is shown. Pure.

What was put out of sight is not counted, since it is not seen either; everything else is, whole screens and
files that cannot be shown included.
"""

from __future__ import annotations

import msgspec

from app.casework.kinds.incident import INCIDENT
from app.casework.state import CaseState


class Counts(msgspec.Struct, frozen=True):
    """How many of each are in sight."""

    exhibits: int = 0
    incidents: int = 0


def counted(state: CaseState) -> Counts:
    """Return how much of the case is in sight."""
    return Counts(
        exhibits=sum(not exhibit.hidden for exhibit in state.exhibits),
        incidents=sum(not incident.hidden for incident in state.of(INCIDENT)),
    )
