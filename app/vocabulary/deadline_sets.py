"""The closed sets of deadlines: their values are frozen with the rules in resources/packs and with ``--json``."""

from __future__ import annotations

from enum import StrEnum


class Owner(StrEnum):
    """Whose turn it is."""

    PERSON = "person"
    EMPLOYER = "employer"
    PERSON_OR_EMPLOYER = "person_or_employer"


class Confidence(StrEnum):
    """How sure a rule is: seen at its source, told by another, or not confirmed."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class CountsFrom(StrEnum):
    """The fact that a deadline counts from."""

    PUBLISHED = "published"
    FIRST_SEEN = "first_seen"
    CAPTURED = "captured"
    KNOWN = "known"
    IDENTIFIED = "identified"
    INJURY = "injury"
    ABSENCE = "absence"
    REPORTED = "reported"
    GRANTED = "granted"
    CLOSED = "closed"
    LINKED = "linked"
    ANSWERED = "answered"
    LODGED = "lodged"


class DeadlineState(StrEnum):
    """How far away a deadline is. None of them says that something is too late."""

    OPEN = "open"
    SOON = "soon"
    PASSED = "passed"
    DONE = "done"
    UNDATED = "undated"
    HISTORIC = "historic"


def is_running(state: DeadlineState) -> bool:
    """Return whether there is still time."""
    return state in (DeadlineState.OPEN, DeadlineState.SOON)
