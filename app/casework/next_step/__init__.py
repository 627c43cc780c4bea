"""What to do next, reckoned from facts: one step, why, and the three after it. Pure; this file is the door."""

from app.casework.next_step.standing import Clock, Standing, standing_of
from app.casework.next_step.steps import (
    MOST_AFTER,
    NextSteps,
    Phase,
    Step,
    StepKind,
    next_steps,
    steps_of,
)

__all__ = [
    "MOST_AFTER",
    "Clock",
    "NextSteps",
    "Phase",
    "Standing",
    "Step",
    "StepKind",
    "next_steps",
    "standing_of",
    "steps_of",
]
