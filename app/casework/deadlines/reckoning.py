"""From facts and a moment to the deadlines: what is due when, whose turn it is, and how far away it is. Pure.

Rules:
- Hours are time that passed, reckoned in UTC. Days, months and years are days of the calendar in Denmark, and the last
  of them ends when the rule's day ends.
- The rule is the one that holds on the day of the event. Where two hold, because one is not sure, both make a row.
- What a rule counts from may be known twice (published, first seen): two rows, the earlier first.
- ``act_before`` is the last working day for a rule of the calendar; hours are not moved, since they run on.
- Nothing is called too late: a day that has gone is a reason to ask somebody who knows.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from operator import attrgetter

import msgspec

from app.casework.deadlines.days import end_of, months_later, working_day
from app.casework.deadlines.facts import (
    DeadlineFacts,
    FollowedUp,
    FollowUp,
    InjuryReported,
    NotedOn,
)
from app.casework.deadlines.rules import Rule, Rulebook
from app.casework.deadlines.subjects import Subject, subjects_of
from app.clock import DANISH_TIME
from app.guidance import certainty_of
from app.vocabulary import Certainty, Confidence, CountsFrom, DeadlineState, Owner
from evidence_store import EntryId

_SOON = timedelta(days=7)
_DUE_AT = attrgetter("due_at")
_START_OF = {
    CountsFrom.PUBLISHED: attrgetter("published"),
    CountsFrom.FIRST_SEEN: attrgetter("seen"),
    CountsFrom.KNOWN: attrgetter("known"),
    CountsFrom.IDENTIFIED: attrgetter("identified"),
    CountsFrom.INJURY: attrgetter("injured"),
    CountsFrom.ABSENCE: attrgetter("first_absent"),
}
_DAY = timedelta(days=1)

Start = datetime | date
_Note = NotedOn | InjuryReported | FollowedUp
_End = tuple[Start, datetime, datetime, DeadlineState]


class Deadline(msgspec.Struct, frozen=True, gc=False):
    """One row.

    Attributes:
        rule: the rule, with its words, owner and source.
        state: how far away it is.
        about: the entry of the event; None for what belongs to no event.
        counts_from: the fact that it counts from; None for words without a date.
        starts_at: that fact: a time where hours are counted, else a day in Denmark.
        due_at: when it ends, in UTC.
        act_before: by when to act, in UTC.
        certainty: how far the rule can be relied on on that day.
        publisher: who made the pack that it stands in; "" for what comes with the program.
    """

    rule: Rule
    state: DeadlineState
    about: EntryId | None = None
    counts_from: CountsFrom | None = None
    starts_at: datetime | date | None = None
    due_at: datetime | None = None
    act_before: datetime | None = None
    certainty: Certainty = Certainty.CONFIRMED
    publisher: str = ""

    @property
    def unsure(self) -> bool:
        """Whether it is shown with the mark that asks for care."""
        return self.certainty is not Certainty.CONFIRMED

    @property
    def owner(self) -> Owner:
        """Whose turn it is."""
        return self.rule.owner

    @property
    def source(self) -> str:
        """Where the rule stands."""
        return self.rule.source

    @property
    def checked_on(self) -> date:
        """When the source was looked at."""
        return self.rule.checked_on

    @property
    def confidence(self) -> Confidence:
        """How sure the rule is."""
        return self.rule.confidence


def reckon(book: Rulebook, facts: DeadlineFacts, now: datetime) -> tuple[Deadline, ...]:
    """Return every deadline: those with a date by when they end, then those without one, in the order of the rules."""
    return _Reckoning(book, facts, now).rows()


def follow_up_state(follow_up: FollowUp, now: datetime) -> DeadlineState:
    """Return how far away the day is on which somebody is to be asked again."""
    if follow_up.answered:
        return DeadlineState.DONE
    today = now.astimezone(DANISH_TIME).date()
    if follow_up.on < today:
        return DeadlineState.PASSED
    return DeadlineState.SOON if follow_up.on - today <= _SOON else DeadlineState.OPEN


class _Reckoning:
    """One answer; days that many rows share are reckoned once."""

    def __init__(self, book: Rulebook, facts: DeadlineFacts, now: datetime) -> None:
        self._book, self._facts, self._now = book, facts, now
        self._ends: list[dict[Start, _End]] = [{} for _ in book.rules]
        self._found: list[Deadline] = []
        self._undated: list[Deadline] = []
        self._today = now.astimezone(DANISH_TIME).date()
        self._worth = [
            (certainty_of(rule, self._today, origin), origin.publisher)
            for rule in book.rules
            for origin in (book.origin(rule),)
        ]

    def rows(self) -> tuple[Deadline, ...]:
        subjects = tuple(subjects_of(self._facts, self._today))
        for number, rule in enumerate(self._book.rules):
            if rule.of_events:
                self._of_events(number, rule, subjects)
            else:
                self._of_notes(number, rule)
        # What ends at the same time stays in the order of the rules.
        self._found.sort(key=_DUE_AT)
        return (*self._found, *self._undated)

    def _of_events(self, number: int, rule: Rule, subjects: tuple[Subject, ...]) -> None:
        """Add the rows of a rule. There are many: what is the same for all of them is looked up once."""
        of_injuries, at_least, done_by = rule.of_injuries, rule.at_least_days, rule.met_by
        since, until = rule.valid_from or date.min, rule.valid_to or date.max
        facts = [(fact, _START_OF[fact]) for fact in rule.counts_from]
        waits = rule.waits or not facts
        for subject in subjects:
            if not since <= (subject.injured if of_injuries else subject.day) <= until:
                continue
            if subject.days_absent < at_least or (rule.if_benefit and not self._benefit(subject)):
                continue
            met, before = done_by in subject.done, None
            for fact, start_of in facts:
                start = start_of(subject)
                # What is known twice and is the same makes one row.
                if start is not None and start != before:
                    counts_from = subject.seen_by if fact is CountsFrom.FIRST_SEEN else fact
                    self._add(number, rule, subject.about, counts_from, start, met)
                    before = start
            if waits and before is None:
                self._wait(number, rule)
                waits = False

    def _benefit(self, subject: Subject) -> bool:
        """Whether a benefit is likely where no absence makes the employer report: a cost, or too short an absence."""
        if subject.first_absent is None:
            return subject.expense
        asked = [
            rule.at_least_days
            for rule in self._book.rules
            if rule.at_least_days and rule.holds_on(subject.injured)
        ]
        return subject.days_absent < max(asked, default=0)

    def _of_notes(self, number: int, rule: Rule) -> None:
        """A rule that counts from what was done; one that waits is shown until it has its date."""
        (fact,) = rule.counts_from
        notes: dict[CountsFrom, tuple[_Note, ...]] = {
            CountsFrom.REPORTED: self._facts.injury_reports,
            CountsFrom.GRANTED: self._facts.protections,
            CountsFrom.CLOSED: self._facts.closings,
            CountsFrom.LINKED: self._facts.linkings,
            CountsFrom.ANSWERED: self._facts.answers,
            CountsFrom.LODGED: self._facts.lodged,
        }
        of_rule = [each for each in notes[fact] if rule.holds_on(each.on)]
        for note in of_rule:
            met = bool(rule.met_by) and self._is_done(note)
            self._add(number, rule, note.about, fact, note.on, met)
        if rule.waits and not of_rule and self._facts.events:
            self._wait(number, rule)

    def _is_done(self, note: _Note) -> bool:
        """Whether what a note asks for is noted too; what was linked to work, whether it was reported since."""
        match note:
            case InjuryReported():
                return note.receipt_on is not None
            case FollowedUp():
                return note.done
            case NotedOn():
                return any(
                    report.on >= note.on
                    and (report.about == note.about or None in (report.about, note.about))
                    for report in self._facts.injury_reports
                )

    # -- rows --------------------------------------------------------------------------------------

    def _wait(self, number: int, rule: Rule) -> None:
        state = DeadlineState.HISTORIC if rule.historic else DeadlineState.UNDATED
        certainty, publisher = self._worth[number]
        self._undated.append(Deadline(rule, state, certainty=certainty, publisher=publisher))

    def _add(
        self,
        number: int,
        rule: Rule,
        about: EntryId | None,
        fact: CountsFrom,
        start: Start,
        met: bool,
    ) -> None:
        end = self._ends[number].get(start) or self._end(number, rule, start)
        starts_at, due_at, act_before, state = end
        if met:
            state = DeadlineState.DONE
        self._found.append(
            Deadline(rule, state, about, fact, starts_at, due_at, act_before, *self._worth[number])
        )

    def _end(self, number: int, rule: Rule, start: Start) -> _End:
        """Reckon an end, and keep it for the other rows that begin then."""
        if rule.hours and isinstance(start, datetime):
            # Added in UTC: a zone would add what its clocks show, and leave out the hour that they are moved by.
            due_at = start.astimezone(UTC) + timedelta(hours=rule.hours)
            # People act by minutes: the one that it falls in has begun.
            act_before = due_at.replace(second=0, microsecond=0)
            starts_at: Start = start
        else:
            day = start.astimezone(DANISH_TIME).date() if isinstance(start, datetime) else start
            last = months_later(day, rule.months + 12 * rule.years) + _DAY * rule.days
            clock = self._book.day_ends[rule.ends].clock
            due_at = end_of(last, clock)
            working = working_day(last, self._book.holidays)
            act_before = due_at if working == last else end_of(working, clock)
            starts_at = day
        end = starts_at, due_at, act_before, self._state(rule, due_at, act_before)
        self._ends[number][start] = end
        return end

    def _state(self, rule: Rule, due_at: datetime, act_before: datetime) -> DeadlineState:
        if rule.historic:
            return DeadlineState.HISTORIC
        if due_at < self._now:
            return DeadlineState.PASSED
        return DeadlineState.SOON if act_before - self._now <= _SOON else DeadlineState.OPEN
