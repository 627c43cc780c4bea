"""What to do next in a case: how it stands, asked of what was written down and of the clock. Changes nothing."""

from __future__ import annotations

from datetime import date, datetime

from app.actions.find_deadlines import find_deadlines
from app.casework import CaseState, danish_day, who_knows
from app.casework.deadlines import Rulebook
from app.casework.next_step import NextSteps, Standing, next_steps, standing_of


def find_next_step(state: CaseState, book: Rulebook, now: datetime) -> tuple[NextSteps, Standing]:
    """Return the one next step with those after it, and the facts that they rest on, as it stands at a moment."""
    today = date.fromisoformat(danish_day(now))
    due = find_deadlines(state, book, now)
    standing = standing_of(state, who_knows(state, today), due.deadlines, today)
    return next_steps(standing, now), standing
