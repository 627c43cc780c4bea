"""What belongs together in the timeline of a case, and how many rows that makes. Pure.

Rules:
- One row for each exhibit and each thing of a kind that the timeline shows; what cannot be read and so belongs to
  none of them has a row of its own.
- A report, the packages it was saved in and the first time it was handed over are one row: to the person they are
  one thing. Later hand-overs have rows of their own.
- What was put out of sight has no row, and joins nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import msgspec

from app.casework.items import Unread
from app.casework.kind import Kept, Written
from app.casework.kinds import KINDS
from app.casework.kinds.dossier import DELIVERY, DOSSIER, Delivery, SealedDossier
from app.casework.kinds.handed_over import HANDED_OVER, HandedOver
from app.casework.not_read import unread
from app.casework.state import CaseState
from app.casework.versions import Versioned
from app.vocabulary import Zone
from evidence_store import EntryId


class ReportTogether(msgspec.Struct, frozen=True):
    """A report with what became of it.

    Attributes:
        made: the report.
        packages: those it was saved in, oldest first.
        given: the first time it is noted that somebody got it; None where nobody did.
    """

    made: SealedDossier
    packages: tuple[Delivery, ...] = ()
    given: Versioned[HandedOver] | None = None

    @property
    def joined(self) -> int:
        """How many things it is made of."""
        return 1 + len(self.packages) + (self.given is not None)


def reports_of(state: CaseState) -> tuple[ReportTogether, ...]:
    """Return every report of the case, in the order in which they were made."""
    made = state.of(DOSSIER)
    if not made:
        return ()
    packages: dict[EntryId, tuple[Delivery, ...]] = {
        dossier: tuple(each)
        for dossier, each in groupby(
            sorted(state.of(DELIVERY), key=lambda each: (each.facts.dossier, each.entry)),
            key=lambda each: each.facts.dossier,
        )
    }
    given: dict[EntryId, Versioned[HandedOver]] = {}
    for each in state.of(HANDED_OVER):
        if not each.hidden:
            given.setdefault(each.current.facts.what, each)
    found = []
    for dossier in made:
        saved = packages.get(dossier.entry, ())
        names = (dossier.entry, *(each.entry for each in saved))
        noted = [given[name] for name in names if name in given]
        first = min(noted, key=lambda each: each.id.seq) if noted else None
        found.append(ReportTogether(dossier, saved, first))
    return tuple(found)


def unread_apart(state: CaseState) -> tuple[Unread, ...]:
    """Return what cannot be read and is part of no thing."""
    return tuple(each for each in unread(state) if state.thing_of(each.entry) is None)


def rows_in_sight(state: CaseState) -> int:
    """Return how many rows the timeline shows, where nothing is filtered and nothing hidden asked for."""
    exhibits = sum(not exhibit.hidden for exhibit in state.exhibits)
    joined = sum(report.joined - 1 for report in reports_of(state))
    return exhibits + sum(_seen(state)) - joined + len(unread_apart(state))


def _seen(state: CaseState) -> Iterator[int]:
    """How many of each kind are in sight."""
    for kind in KINDS:
        if not isinstance(kind, Kept) or not (kind.is_thing and kind.in_timeline):
            continue
        if not isinstance(kind, Written):
            yield len(state.of(kind))
            continue
        yield sum(not each.hidden for each in state.of(kind))
        if Zone.PRIVATE in kind.zones:
            yield sum(not each.hidden for each in state.private_of(kind))
