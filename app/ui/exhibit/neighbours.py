"""Which exhibit comes next, and which is before. Pure."""

from __future__ import annotations

from app.casework import CaseState


def neighbour_of(number: int, places: int, state: CaseState) -> int | None:
    """Return the number of the exhibit in sight so many places on, or back; None where there is none."""
    numbers = [each.number for each in state.exhibits if not each.hidden]
    if number not in numbers:
        return None
    at = numbers.index(number) + places
    return numbers[at] if 0 <= at < len(numbers) else None
