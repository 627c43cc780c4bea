"""Figures for the safety representative, in which nobody can be known again. Pure.

Rules:
- Only closed sets and quarters are counted: no name, no platform, no words, nothing of health.
- A cell below the least is merged with all others like it. Where one of them would follow from their sum, the next
  smallest is merged too. Cells of one size are merged together: which of them was taken would tell something too.
- Of fewer events than the least, nothing is told but that.
- An empty cell is not told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from app.casework.deadlines.of_case import events_of
from app.casework.kinds.incident import INCIDENT, Incident
from app.casework.kinds.incident_more import IncidentCircumstances
from app.casework.state import CaseState
from app.clock import DANISH_TIME

LEAST = 5
"""The smallest cell that is told."""
MERGED = "merged"
"""The name of the cell that holds what is too small to be told."""
UNDATED = "undated"


class Cell(msgspec.Struct, frozen=True):
    """How many; the name is a choice of the set, a quarter such as ``2026-Q4``, ``undated`` or ``merged``."""

    name: str
    count: int


class Distribution(msgspec.Struct, frozen=True):
    """What the events are of one set, the largest cell first and the merged one last."""

    of: str
    cells: tuple[Cell, ...]


class SafeFigures(msgspec.Struct, frozen=True):
    """All of it; ``incidents`` is None where there are fewer than the least, and nothing else is told then."""

    incidents: int | None
    distributions: tuple[Distribution, ...]


def figures_without_names(state: CaseState) -> SafeFigures:
    """Return the figures of the events in sight."""
    events = [each.current for each in state.of(INCIDENT) if not each.hidden]
    if len(events) < LEAST:
        return SafeFigures(None, ())
    of: tuple[tuple[str, Callable[[Incident], str]], ...] = (
        ("springs_from", lambda each: _around(each).springs_from),
        ("form", lambda each: each.facts.form),
        ("visibility", lambda each: each.facts.visibility),
        ("directed_at", lambda each: _around(each).directed_at),
    )
    return SafeFigures(
        len(events),
        (
            *(Distribution(name, merged(Counter(map(read, events)))) for name, read in of),
            Distribution("quarter", merged(Counter(_quarters(state)))),
        ),
    )


def merged(counts: Mapping[str, int], least: int = LEAST) -> tuple[Cell, ...]:
    """Return the cells that can be told, and one that holds all others."""
    there = {name: count for name, count in counts.items() if count > 0}
    large = {name: count for name, count in there.items() if count >= least}
    small = [count for count in there.values() if count < least]
    if small and large and not _hides(small, least):
        next_smallest = min(large.values())
        large = {name: count for name, count in large.items() if count > next_smallest}
    cells = [Cell(str(name), count) for name, count in large.items()]
    cells.sort(key=lambda cell: (-cell.count, cell.name))
    rest = sum(there.values()) - sum(large.values())
    return (*cells, *([Cell(MERGED, rest)] if rest else []))


def _hides(small: Sequence[int], least: int) -> bool:
    """Whether the sum of cells of which each is known to be below the least lets none of them be reckoned."""
    most = len(small) * (least - 1)
    return len(small) > 1 and least <= sum(small) and len(small) < sum(small) < most


_NOTHING_SAID = IncidentCircumstances()


def _around(event: Incident) -> IncidentCircumstances:
    said = event.circumstances
    return said if isinstance(said, IncidentCircumstances) else _NOTHING_SAID


def _quarters(state: CaseState) -> Iterable[str]:
    for event in events_of(state):
        moment = event.published or event.first_seen or event.captured
        if moment is None:
            yield UNDATED
            continue
        day = moment.astimezone(DANISH_TIME).date()
        yield f"{day.year}-Q{(day.month + 2) // 3}"
