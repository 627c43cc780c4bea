"""From a case and the rules to what others may ask about, and to limits. Pure."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from app.casework.kinds.incident import Incident
from app.casework.review.facts import looked_at, without_basis
from app.casework.review.rules import Limit, ReviewRule, ReviewRules
from app.casework.state import CaseState
from app.vocabulary import Weight
from evidence_store import EntryId


class Weakness(msgspec.Struct, frozen=True):
    """What can be mended, and where; ``about`` is None for the case as a whole."""

    rule: ReviewRule
    about: EntryId | None


class LimitMet(msgspec.Struct, frozen=True):
    """What nobody can mend, and where; ``about`` is None for the case as a whole."""

    rule: Limit
    about: EntryId | None


class Review(msgspec.Struct, frozen=True):
    """All of it.

    Attributes:
        weaknesses: what matters most first, then in the order of the rules, then of the ledger.
        limits: in the order of the rules, then of the ledger.
    """

    weaknesses: tuple[Weakness, ...] = ()
    limits: tuple[LimitMet, ...] = ()


def lacking_field(weakness: Weakness, state: CaseState) -> str:
    """Return the field that lacks, by its name in the form in which it is mended; "" where no field does."""
    fields = weakness.rule.fields
    if len(fields) > 1 and weakness.about is not None:
        current = getattr(state.thing_of(weakness.about), "current", None)
        lacks = without_basis(current) if isinstance(current, Incident) else ()
        return next((each for each in fields if each in lacks), fields[0])
    return fields[0] if fields else ""


_HEAVIEST_FIRST = tuple(Weight)


def review_of(state: CaseState, rules: ReviewRules, shown: Collection[int] | None = None) -> Review:
    """Look through what is in sight.

    ``shown`` has the numbers of the exhibits that were chosen for a report; None looks at all of them.
    """
    things = tuple(looked_at(state, None if shown is None else frozenset(shown)))
    ordered = sorted(rules.rules, key=lambda rule: _HEAVIEST_FIRST.index(rule.weight))
    return Review(
        weaknesses=tuple(
            Weakness(rule, thing.about) for rule in ordered for thing in things if rule.holds(thing)
        ),
        limits=tuple(
            LimitMet(limit, thing.about)
            for limit in rules.limits
            for thing in things
            if limit.holds(thing)
        ),
    )
