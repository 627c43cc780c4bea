"""The deadlines of a recipient: those of the rules in force that are their business, for what they are told of.

Rules:
- Only rules of the owners that the policy names, and only for events and demands that are told to this reader.
- What counts from an injury, an absence or a cost is private. Of such rules the words are printed, and no date: the
  same words whether there is one or not.
- Of each rule the deadline that ends first is told, while one runs; else the last one, which may have passed. Nothing
  is called too late.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

import msgspec

from app.casework.deadlines import Deadline, Rule, Rulebook
from app.casework.kinds.police_report import POLICE_REPORT
from app.casework.kinds.takedown import TAKEDOWN
from app.clock import DANISH_TIME
from app.dossier.model import CoverDeadline, PrintedDeadline
from app.dossier.policy import Policy
from app.guidance import certainty_of
from app.language import Language
from app.vocabulary import (
    Certainty,
    CountsFrom,
    DeadlineState,
    in_words,
    is_running,
    lowered,
    spoken,
)
from evidence_store import EntryId

_COUNTED = frozenset(
    {
        CountsFrom.PUBLISHED,
        CountsFrom.FIRST_SEEN,
        CountsFrom.CAPTURED,
        CountsFrom.KNOWN,
        CountsFrom.ANSWERED,
        CountsFrom.LODGED,
    }
)
_MET_BY = {
    "police_report": POLICE_REPORT.tag,
    "complaint": TAKEDOWN.tag,
    "settlement": TAKEDOWN.tag,
}


class DueNow(msgspec.Struct, frozen=True):
    """What is due in a case when a report is made, before it is asked whose business it is.

    Attributes:
        deadlines: as they were reckoned, the earliest first.
        book: the rules in force.
    """

    deadlines: tuple[Deadline, ...] = ()
    book: Rulebook = Rulebook((), {})


def deadlines_told(due: DueNow, policy: Policy, told: Collection[EntryId]) -> tuple[Deadline, ...]:
    """Return the deadlines with a date that this recipient is told, one of each rule, the earliest first."""
    chosen: dict[tuple[str, str], Deadline] = {}
    for each in due.deadlines:
        if not _is_told(each, policy, told):
            continue
        key = (each.rule.id, each.rule.version)
        known = chosen.get(key)
        if known is None or not is_running(known.state):
            chosen[key] = each
    return tuple(
        sorted(chosen.values(), key=lambda each: each.due_at or datetime.max.replace(tzinfo=UTC))
    )


def first_running(deadlines: Iterable[Deadline]) -> Deadline | None:
    """Return the one that ends first, of those that run."""
    return next((each for each in deadlines if is_running(each.state)), None)


def cover_deadline(deadline: Deadline, about: str, language: Language) -> CoverDeadline:
    """Return the one that the first page frames; ``about`` names what happened, where it is about that."""
    return CoverDeadline(
        title=_inside(deadline, language),
        what=". ".join(filter(None, (about, _counted(deadline, language)))),
        when=spoken(deadline.act_before, language) if deadline.act_before else "",
        whose=language.text(
            "Whose turn: {who}", who=lowered(in_words(deadline.owner, language, others=True))
        ),
    )


def _inside(deadline: Deadline, language: Language) -> str:
    """Return the title as it stands behind a colon; that of a pack may begin with a name."""
    title = deadline.rule.title.of(language.code)
    return title if deadline.publisher else lowered(title)


def compose_deadlines(
    deadlines: Sequence[Deadline],
    due: DueNow,
    policy: Policy,
    made_at: datetime,
    language: Language,
) -> tuple[PrintedDeadline, ...]:
    """Return the section: what has a date, then the rules of which only the words are told."""
    today = made_at.astimezone(DANISH_TIME).date()
    return (
        *(_printed(each, language) for each in deadlines),
        *_words_alone(due.book, policy, today, language),
    )


def _is_told(each: Deadline, policy: Policy, told: Collection[EntryId]) -> bool:
    rule = each.rule
    if each.owner not in policy.deadlines or rule.of_injuries or rule.historic:
        return False
    if each.due_at is None or each.about not in told or each.counts_from not in _COUNTED:
        return False
    met_by = _MET_BY.get(rule.met_by, "")
    return each.state is not DeadlineState.DONE or policy.opens(met_by, "facts")


def _printed(each: Deadline, language: Language) -> PrintedDeadline:
    state = in_words(each.state, language, long=not is_running(each.state))
    when = spoken(each.act_before, language) if each.act_before else ""
    return PrintedDeadline(
        title=each.rule.title.of(language.code),
        when=when if is_running(each.state) else f"{when}. {state}" if state else when,
        owner=in_words(each.owner, language, others=True),
        what=_counted(each, language),
        source=_source(each.rule, each.publisher, language),
        care="" if each.certainty is Certainty.CONFIRMED else in_words(each.certainty, language),
    )


def _words_alone(
    book: Rulebook, policy: Policy, today: date, language: Language
) -> Iterator[PrintedDeadline]:
    for rule in book.rules:
        if (
            rule.owner not in policy.deadlines
            or not rule.of_injuries
            or rule.historic
            or not rule.holds_on(today)
        ):
            continue
        origin = book.origin(rule)
        certainty = certainty_of(rule, today, origin)
        yield PrintedDeadline(
            title=rule.title.of(language.code),
            when="",
            owner=in_words(rule.owner, language, others=True),
            what=rule.what.of(language.code),
            source=_source(rule, origin.publisher, language),
            care="" if certainty is Certainty.CONFIRMED else in_words(certainty, language),
        )


def _counted(each: Deadline, language: Language) -> str:
    if each.counts_from is None or each.starts_at is None:
        return ""
    when = (
        language.moment(each.starts_at)
        if isinstance(each.starts_at, datetime)
        else language.day(each.starts_at)
    )
    return language.text(
        "{from_what}: {when}",
        from_what=in_words(each.counts_from, language, others=True),
        when=when,
    )


def _source(rule: Rule, publisher: str, language: Language) -> str:
    said = language.text(
        "Source: {source}, checked {day}", source=rule.source, day=language.day(rule.checked_on)
    )
    if not publisher:
        return said
    return f"{said}. {language.text('From the pack of {publisher}', publisher=publisher)}"
