"""The one next step: what the page proposes on top, decided from the case alone. No Qt.

Rules, the first that fits wins:
- nothing is captured: capture;
- one of the pictures that were taken last has no facts: add them;
- no manager was told: note it when it is done;
- a manager was told and there is no report: make one;
- else there is nothing to propose. Legal deadlines are none of its business.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.casework import CaseState, Exhibit
from app.casework.kinds.dossier import DOSSIER
from app.casework.kinds.notification import NOTIFICATION
from app.language import Language, deferred
from app.ui import routes
from app.ui.routes import Route
from app.vocabulary import Role

# Older pictures were passed over often enough; looking at all of them would cost time in a long case.
_LOOK_BACK = 100


class StepKind(StrEnum):
    """What there is to do."""

    CAPTURE = "capture"
    DESCRIBE = "describe"
    TELL = "tell"
    REPORT = "report"


class NextStep(msgspec.Struct, frozen=True):
    """A step; ``exhibit`` is the number of the picture it is about, or 0."""

    step: StepKind
    exhibit: int = 0


_WORDS = {
    StepKind.CAPTURE: (
        deferred("Next step: capture the first picture"),
        deferred("It takes a few seconds. You can write about it later."),
        deferred("Take a screenshot"),
    ),
    StepKind.DESCRIBE: (
        deferred("Next step: add link and note to exhibit {number}"),
        deferred("The picture is saved and locked. The link is easiest to find today."),
        deferred("Add link and note"),
    ),
    StepKind.TELL: (
        deferred("Next step: tell your manager"),
        deferred("Note here who was told, when and how. You shall not stand alone with it."),
        deferred("Note who was told"),
    ),
    StepKind.REPORT: (
        deferred("Next step: make a report for your manager"),
        deferred(
            "It gathers the pictures and what you have written. You see it before it is saved."
        ),
        deferred("Make report"),
    ),
}


def step_words(step: NextStep, language: Language) -> tuple[str, str, str]:
    """Return title, reason and button of a step."""
    title, reason, button = _WORDS[step.step]
    text = language.text
    return text(title, number=step.exhibit), text(reason), text(button)


def next_step(state: CaseState) -> NextStep | None:
    """Return what to propose; None when nothing is left to."""
    if not any(not exhibit.hidden for exhibit in reversed(state.exhibits)):
        return NextStep(StepKind.CAPTURE)
    for exhibit in reversed(state.exhibits[-_LOOK_BACK:]):
        if not exhibit.hidden and not is_described(state, exhibit):
            return NextStep(StepKind.DESCRIBE, exhibit.number)
    if not _told(state):
        return NextStep(StepKind.TELL)
    if not any(dossier.facts.recipient == Role.MANAGER for dossier in state.of(DOSSIER)):
        return NextStep(StepKind.REPORT)
    return None


def route_of(step: NextStep, state: CaseState) -> Route | None:
    """Return where a step is taken; None for a capture, which is no page."""
    match step.step:
        case StepKind.DESCRIBE:
            exhibit = state.exhibit(step.exhibit)
            about = exhibit.original if exhibit is not None else None
            return routes.Write("incident", about=about)
        case StepKind.TELL:
            return routes.Write("notification")
        case StepKind.REPORT:
            return routes.Report("manager")
        case _:
            return None


def is_described(state: CaseState, exhibit: Exhibit) -> bool:
    """Return whether some visible incident refers to it; the whole screen belongs to the region taken with it."""
    if exhibit.context:
        return True
    return any(not incident.hidden for incident in state.incidents_about(exhibit))


def _told(state: CaseState) -> bool:
    return any(
        told.current.facts.role is Role.MANAGER and not told.hidden
        for told in state.of(NOTIFICATION)
    )
