"""The rules of the review, read from resources/review/*.toml; which facts make a weakness is not decided in code.

Rules:
- The files are read strictly: an unknown key, fact or choice is an error, not a shrug.
- A rule holds of a thing of which all facts of ``when`` hold and none of ``unless``.
- A limit is a rule that nobody can mend: it has no weight and no fix.
- Ids are frozen with ``review --json``.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from app.casework.errors import CaseworkError
from app.casework.review.facts import Fact, Looked
from app.language import Wording
from app.vocabulary import Mend, ReviewOf, Weight


class ReviewTableError(CaseworkError):
    """The rules of the review cannot be read.

    Attributes:
        reason: what is not understood.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ReviewRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A weakness that can be mended.

    Attributes:
        id: its name, which ``--json`` gives.
        of: what it looks at.
        when: facts that all have to hold.
        unless: facts of which none may hold.
        weight: how much it matters.
        mend: what mends it.
        title: what others may ask about.
        why: why they may.
        fix: what one can do.
        fields: what lacks in the form in which it is mended, by their names there; of several the first that lacks.
    """

    id: str
    of: ReviewOf
    title: Wording
    why: Wording
    when: tuple[Fact, ...]
    weight: Weight
    mend: Mend
    fix: Wording
    unless: tuple[Fact, ...] = ()
    fields: tuple[str, ...] = ()

    def holds(self, thing: Looked) -> bool:
        """Return whether it is to be said of a thing."""
        return _holds(self, thing)


class Limit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What nobody can mend; its fields are those of a rule."""

    id: str
    of: ReviewOf
    title: Wording
    why: Wording
    when: tuple[Fact, ...]
    unless: tuple[Fact, ...] = ()

    def holds(self, thing: Looked) -> bool:
        """Return whether it is to be said of a thing."""
        return _holds(self, thing)


def _holds(rule: ReviewRule | Limit, thing: Looked) -> bool:
    facts = thing.facts
    return rule.of is thing.of and facts.issuperset(rule.when) and facts.isdisjoint(rule.unless)


class ReviewRules(msgspec.Struct, frozen=True):
    """All of them, in the order of their files."""

    rules: tuple[ReviewRule, ...]
    limits: tuple[Limit, ...]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rule: tuple[ReviewRule, ...] = ()
    limit: tuple[Limit, ...] = ()


def read_review_rules(tables: Iterable[bytes]) -> ReviewRules:
    """Read the files, each of them a table.

    Raises:
        ReviewTableError: one is not of the expected form, or says what cannot be.
    """
    rules: list[ReviewRule] = []
    limits: list[Limit] = []
    for table in tables:
        try:
            read = msgspec.toml.decode(table, type=_Table)
        except (msgspec.MsgspecError, ValueError) as error:
            raise ReviewTableError(str(error)) from error
        rules += read.rule
        limits += read.limit
    for fault in _faults([*rules, *limits]):
        raise ReviewTableError(fault)
    return ReviewRules(tuple(rules), tuple(limits))


def _faults(rules: list[ReviewRule | Limit]) -> Iterable[str]:
    names = [rule.id for rule in rules]
    yield from (f"{id} stands twice" for id in names if names.count(id) > 1)
    for rule in rules:
        said = [rule.title, rule.why, *([rule.fix] if isinstance(rule, ReviewRule) else [])]
        if not rule.id:
            yield "a rule has no name"
        if not rule.when:
            yield f"{rule.id} holds of everything"
        if not all(each.da and each.en for each in said):
            yield f"{rule.id} lacks words in a language"
        if set(rule.when) & set(rule.unless):
            yield f"{rule.id} never holds"
