"""What each next step says: title, reason, button."""

from __future__ import annotations

from app.language import deferred
from app.ui.timeline.next_step import StepKind

STEPS = {
    StepKind.CAPTURE: (
        deferred("Next step: capture the first picture"),
        deferred("It takes a few seconds. You can write about it later."),
        deferred("Take a screenshot"),
    ),
    StepKind.TELL: (
        deferred("Next step: tell your manager"),
        deferred("Note here who was told, when and how. You shall not stand alone with it."),
        deferred("Note a message"),
    ),
    StepKind.REPORT: (
        deferred("Next step: make a report for your manager"),
        deferred(
            "It gathers the pictures and what you have written. You see it before it is saved."
        ),
        deferred("Make report"),
    ),
}
