"""The rules of deadlines, as packs have them (resources/packs); nothing of them is decided in code.

Rules:
- The files are read strictly: an unknown key, fact, owner or day's end is an error, not a shrug.
- A rule holds for events of the days from ``valid_from`` to ``valid_to``. Its id is frozen with ``--json``; where the
  law was changed or is not sure, the same id stands twice, each with a ``version``.
- A rule without a length is words without a date.
- The files say what stands in a source and when that was looked at: guidance, and never what somebody is entitled to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time

import msgspec

from app.casework.errors import CaseworkError
from app.guidance import BUILT_IN, Origin, Sourced
from app.language import Wording
from app.vocabulary import Confidence, CountsFrom, Owner

_OF_EVENTS = frozenset(
    {
        CountsFrom.PUBLISHED,
        CountsFrom.FIRST_SEEN,
        CountsFrom.KNOWN,
        CountsFrom.IDENTIFIED,
        CountsFrom.INJURY,
        CountsFrom.ABSENCE,
    }
)

_OF_INJURIES = frozenset({CountsFrom.INJURY, CountsFrom.ABSENCE})


class RuleTableError(CaseworkError):
    """The rules of deadlines cannot be read.

    Attributes:
        reason: what is not understood.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DayEnd(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When the last day of a calendar rule ends, in Denmark, and where that stands."""

    id: str
    clock: time
    source: str
    checked_on: date
    confidence: Confidence


class Rule(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One rule; its source and its days stand in ``Sourced``, where the days are those of the events that it holds for.

    Attributes:
        id: its name, which ``--json`` gives.
        version: tells two rules of one id apart; "" where there is one.
        replaces: versions of the same id that it takes the place of; for packs that are added.
        counts_from: the facts that it counts from; each that is known makes a row of its own.
        hours: its length as time that passes, in UTC.
        days: its length in days of the calendar.
        months: the same in months; the day is clamped to the end of the month.
        years: the same in years.
        ends: the id of the day's end, for a rule of the calendar.
        owner: whose turn it is.
        at_least_days: so many days of absence beyond the day of the injury make it hold; 0 where none are asked for.
        if_benefit: it holds only where a benefit is likely: an expense, or an absence that is too short otherwise.
        met_by: the note that says that it is done: "police_report", "injury_report", "receipt", "complaint" or
            "settlement".
        waits: whether it is shown without a date while the fact that it counts from is not known.
        historic: it holds no more, and explains what old guidance says.
        title: what it is called.
        what: what it is, and what it counts from.
        do: what one can do.
    """

    id: str
    owner: Owner
    title: Wording
    what: Wording
    do: Wording
    version: str = ""
    replaces: tuple[str, ...] = ()
    counts_from: tuple[CountsFrom, ...] = ()
    hours: int = 0
    days: int = 0
    months: int = 0
    years: int = 0
    ends: str = ""
    at_least_days: int = 0
    if_benefit: bool = False
    met_by: str = ""
    waits: bool = False
    historic: bool = False

    @property
    def dated(self) -> bool:
        """Whether it has a length; else it is words without a date."""
        return bool(self.hours or self.days or self.months or self.years)

    @property
    def of_events(self) -> bool:
        """Whether it counts from what happened, and not from what was done about it."""
        return not self.counts_from or self.counts_from[0] in _OF_EVENTS

    @property
    def of_injuries(self) -> bool:
        """Whether it counts from the injury or from the absence that followed."""
        return bool(_OF_INJURIES.intersection(self.counts_from))


class Rulebook(msgspec.Struct, frozen=True):
    """All rules, in the order of their files.

    Attributes:
        rules: each with its words and its source.
        day_ends: how the last day ends, by id.
        holidays: the Danish public holidays of the years that are at hand.
        origins: the pack of each rule, by id and version; what is not named comes with the program.
    """

    rules: tuple[Rule, ...]
    day_ends: Mapping[str, DayEnd]
    holidays: Mapping[int, frozenset[date]] = {}
    origins: Mapping[tuple[str, str], Origin] = {}

    def origin(self, rule: Rule) -> Origin:
        """Return the pack that a rule stands in."""
        return self.origins.get((rule.id, rule.version), BUILT_IN)

    def of(self, id: str, version: str = "") -> Rule:
        """Return a rule. Raises StopIteration: there is none of that name."""
        return next(rule for rule in self.rules if (rule.id, rule.version) == (id, version))


class RuleTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of a file that are about deadlines."""

    rule: tuple[Rule, ...] = ()
    day_end: tuple[DayEnd, ...] = ()
    public_holidays: Mapping[str, tuple[date, ...]] = {}


_NOTES = frozenset({"", "police_report", "injury_report", "receipt", "complaint", "settlement"})


def rulebook_of(tables: Iterable[RuleTable]) -> Rulebook:
    """Return the rules of tables that were read, as one book.

    Raises:
        RuleTableError: they say what cannot be.
    """
    rules: list[Rule] = []
    ends: list[DayEnd] = []
    holidays: dict[int, frozenset[date]] = {}
    for table in tables:
        rules += table.rule
        ends += table.day_end
        try:
            years = {int(year): frozenset(of) for year, of in table.public_holidays.items()}
        except ValueError as error:
            raise RuleTableError(str(error)) from error
        holidays.update(years)
    book = Rulebook(tuple(rules), {end.id: end for end in ends}, holidays)
    for fault in _faults(book):
        raise RuleTableError(fault)
    return book


def _faults(book: Rulebook) -> list[str]:
    names = [(rule.id, rule.version) for rule in book.rules]
    faults = [f"{id} stands twice" for id, version in names if names.count((id, version)) > 1]
    faults += [
        f"{day} is not of the year {year}"
        for year, days in book.holidays.items()
        for day in days
        if day.year != year
    ]
    for rule in book.rules:
        faults += [f"{rule.id} {fault}" for fault in _faults_of(rule, book)]
    return faults


def _faults_of(rule: Rule, book: Rulebook) -> list[str]:
    lengths = (rule.hours, rule.days, rule.months, rule.years)
    words = [rule.title, rule.what, rule.do]
    on_absence = rule.counts_from == (CountsFrom.ABSENCE,)
    checks = {
        "has no name": not rule.id,
        "lacks words in a language": not all(each.da and each.en for each in words),
        "has more than one length": sum(map(bool, lengths)) > 1,
        "has a length below nothing": min(lengths) < 0,
        "has a length and nothing to count from": rule.dated and not rule.counts_from,
        "counts from something and has no length": bool(rule.counts_from) and not rule.dated,
        "counts from a fact twice": len(set(rule.counts_from)) != len(rule.counts_from),
        "counts from facts of two kinds": len({each in _OF_EVENTS for each in rule.counts_from})
        > 1,
        "ends at no known end of a day": bool(rule.dated and not rule.hours)
        != (rule.ends in book.day_ends),
        "asks for days of absence and does not count from them": bool(rule.at_least_days)
        != on_absence
        or rule.at_least_days < 0,
        "is done by a note that is not known": rule.met_by not in _NOTES,
        "takes its own place": rule.version in rule.replaces,
    }
    return [*(fault for fault, found in checks.items() if found), *rule.faults()]
