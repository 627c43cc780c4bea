"""Which step comes first, and which three after it. Pure.

Rules:
- The order is fixed: save, tell, note, wait. Nothing of a later phase comes before something of an earlier one.
- While nothing is saved or written down, nothing else is proposed: what is removed can be captured no more.
- Whom to tell: the manager, since the workplace has to help; then the safety representative or the shop steward; the
  consultant once one of them knows and the workplace does not answer. The person may do otherwise at any time.
- That nobody was told for a day is a gentle nudge, and no step of its own.
- To wait is proposed alone, and only where nothing else is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum

import msgspec

from app.casework.next_step.standing import Clock, Standing
from app.vocabulary import Role
from evidence_store import EntryId

MOST_AFTER = 3
"""So many steps stand under the one."""
NUDGE_AFTER = timedelta(hours=24)
"""After so long without anybody who knows, that is said."""
_HOUR = timedelta(hours=1)
_BESIDE = frozenset({Role.SAFETY_REP, Role.SHOP_STEWARD})


class Phase(StrEnum):
    """What a step belongs to, in the order in which it is done."""

    SAVE = "save"
    TELL = "tell"
    NOTE = "note"
    WAIT = "wait"


class StepKind(StrEnum):
    """What there is to do; frozen with ``next --json``."""

    SAVE = "save"
    TELL_MANAGER = "tell_manager"
    CLOCK = "clock"
    TELL_REPRESENTATIVE = "tell_representative"
    ASK_AGAIN = "ask_again"
    ASK_OF_PROMISE = "ask_of_promise"
    TELL_CONSULTANT = "tell_consultant"
    DESCRIBE = "describe"
    ADD_LINK = "add_link"
    REGISTER = "register"
    REMOVE = "remove"
    REPORT = "report"
    WAIT = "wait"


_TELLING = frozenset(
    {
        StepKind.TELL_MANAGER,
        StepKind.CLOCK,
        StepKind.TELL_REPRESENTATIVE,
        StepKind.ASK_AGAIN,
        StepKind.ASK_OF_PROMISE,
        StepKind.TELL_CONSULTANT,
    }
)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step, with the facts that it is proposed for.

    Attributes:
        kind: what there is to do.
        exhibit: the number of the exhibit that it is about, or 0.
        about: the entry that it is about.
        role: whom it concerns.
        days: how many days something has waited.
        clock: the deadline that ends first.
        on: the day to ask again, of a step that waits.
    """

    kind: StepKind
    exhibit: int = 0
    about: EntryId | None = None
    role: Role | None = None
    days: int = 0
    clock: Clock | None = None
    on: date | None = None

    @property
    def phase(self) -> Phase:
        """What it belongs to."""
        if self.kind in (StepKind.SAVE, StepKind.WAIT):
            return Phase(self.kind.value)
        return Phase.TELL if self.kind in _TELLING else Phase.NOTE


class NextSteps(msgspec.Struct, frozen=True):
    """The answer.

    Attributes:
        now: the one step.
        then: what comes after it.
        hours: whole hours since the person knew of the first of it; None where that is not known.
        nudge: whether nobody knows, and a day has gone by.
    """

    now: Step
    then: tuple[Step, ...] = ()
    hours: int | None = None
    nudge: bool = False


def next_steps(standing: Standing, now: datetime) -> NextSteps:
    """Return the one next step and those after it, as it stands at a moment."""
    known = standing.first_known_at
    since = max(timedelta(), now - known) if known is not None else None
    first, *others = steps_of(standing) or (Step(kind=StepKind.WAIT, on=standing.ask_again_on),)
    if not standing.saved and not standing.described:
        others = []
    return NextSteps(
        now=first,
        then=tuple(others[:MOST_AFTER]),
        hours=since // _HOUR if since is not None else None,
        nudge=bool(standing.saved and not standing.told and since and since >= NUDGE_AFTER),
    )


def steps_of(standing: Standing) -> tuple[Step, ...]:
    """Return all that there is to do, in the one order; none where there is nothing but to wait.

    A page that is about some of it takes those, also while nothing is saved.
    """
    return tuple(_steps(standing))


def _steps(standing: Standing) -> Iterator[Step]:
    if not standing.saved and (standing.without_picture or not standing.described):
        yield Step(kind=StepKind.SAVE)
    yield from _to_tell(standing)
    yield from _to_note(standing)


def _to_tell(standing: Standing) -> Iterator[Step]:
    if Role.MANAGER not in standing.told:
        yield Step(kind=StepKind.TELL_MANAGER, role=Role.MANAGER)
    clock = standing.clock
    if clock is not None:
        yield Step(kind=StepKind.CLOCK, clock=clock, about=clock.about)
    beside = bool(_BESIDE & standing.told)
    if not beside:
        yield Step(kind=StepKind.TELL_REPRESENTATIVE, role=Role.SAFETY_REP)
    waiting, broken = standing.waiting, standing.broken
    if waiting is not None:
        yield Step(
            kind=StepKind.ASK_AGAIN, about=waiting.entry, role=waiting.role, days=waiting.days
        )
    if broken is not None:
        yield Step(kind=StepKind.ASK_OF_PROMISE, about=broken.entry, role=broken.role)
    stuck = waiting is not None or broken is not None
    if stuck and beside and Role.UNION_CONSULTANT not in standing.told:
        yield Step(kind=StepKind.TELL_CONSULTANT, role=Role.UNION_CONSULTANT)


def _to_note(standing: Standing) -> Iterator[Step]:
    if standing.undescribed is not None:
        number, entry = standing.undescribed
        yield Step(kind=StepKind.DESCRIBE, exhibit=number, about=entry)
    if standing.without_link is not None:
        number, entry = standing.without_link
        yield Step(kind=StepKind.ADD_LINK, exhibit=number, about=entry)
    if standing.described and not standing.registered:
        yield Step(kind=StepKind.REGISTER)
    if standing.described and not standing.removal_asked:
        yield Step(kind=StepKind.REMOVE)
    if standing.described and not standing.reported_to_manager:
        yield Step(kind=StepKind.REPORT, role=Role.MANAGER)
