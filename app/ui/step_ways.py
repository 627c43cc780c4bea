"""Where the next step is taken, for each page that proposes one. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from app.casework.letters import Letter
from app.casework.next_step import Step, StepKind
from app.ui.routes import Answers, Deadlines, Letters, Report, Route, Write

_WAYS: dict[StepKind, Callable[[Step], Route]] = {
    StepKind.TELL_MANAGER: lambda _: Letters(Letter.MANAGER.value),
    StepKind.REGISTER: lambda _: Letters(Letter.REGISTRATION.value),
    StepKind.REMOVE: lambda _: Letters(Letter.REMOVAL.value),
    StepKind.CLOCK: lambda step: (
        Letters(Letter.POLICE.value) if step.clock and step.clock.of_police else Deadlines()
    ),
    StepKind.TELL_REPRESENTATIVE: lambda _: Write("notification"),
    StepKind.TELL_CONSULTANT: lambda _: Write("notification"),
    StepKind.ASK_AGAIN: lambda _: Answers(),
    StepKind.ASK_OF_PROMISE: lambda _: Answers(),
    StepKind.DESCRIBE: lambda step: Write("incident", about=step.about),
    StepKind.ADD_LINK: lambda step: Write("incident", corrects=step.about, field="url"),
    StepKind.REPORT: lambda _: Report("manager"),
}


def route_of(step: Step) -> Route | None:
    """Return where a step is taken; None for what is no page."""
    way = _WAYS.get(step.kind)
    return way(step) if way is not None else None
