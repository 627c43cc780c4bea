"""What was noted in private, what follows from it, and who may read of it. No Qt.

Rules:
- All of it stands under one heading, and covered until somebody asks where small pictures are blurred.
- What follows is a count of what was noted, never a judgement.
- A consent is withdrawn at once: that shares less. What was handed over before is said beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol

import msgspec

from app.actions.withdraw_consent import Withdrawn, withdraw_consent
from app.casework import (
    CaseState,
    Versioned,
    Written,
    danish_day,
    dotted,
    handed_over_by,
    health_answers,
    listed,
)
from app.casework.kinds.absence import ABSENCE
from app.casework.kinds.care_contact import CARE_CONTACT
from app.casework.kinds.consent import CONSENT, Consent
from app.casework.kinds.expense import EXPENSE
from app.casework.kinds.injury_step import INJURY_STEP
from app.casework.kinds.reaction import REACTION
from app.language import Language, deferred
from app.messages import explain, span
from app.ui.acts import Toast
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.routes import Write
from app.vocabulary import day, in_words, minute, moment_of, recipient
from evidence_store import EntryId

KINDS: tuple[Written[Any], ...] = (REACTION, CARE_CONTACT, ABSENCE, EXPENSE, INJURY_STEP)
"""What stands on the page, in the order of its buttons."""


class Noted(msgspec.Struct, frozen=True):
    """Something that was noted: what it is, a few words more and when, and the entry that is corrected."""

    id: EntryId
    kind: str
    title: str
    second: str
    when: str
    order: str


class HealthFact(msgspec.Struct, frozen=True):
    """One line of what follows: its name, what it comes to, what is said of it, and whether anything is noted."""

    label: str
    value: str
    more: str = ""
    noted: bool = True


class Reader(msgspec.Struct, frozen=True):
    """A consent: who may read what, since when, whether it holds, and what was handed over by it."""

    id: EntryId
    who: str
    what: str
    when: str
    holds: bool
    handed_over: tuple[str, ...] = ()


class ShownHealth(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        noted: what was noted, the newest first.
        facts: what follows from it.
        stages: the stages of the work injury; empty where none was reached.
        readers: the consents, the newest first.
        covered: whether it stands covered.
    """

    noted: tuple[Noted, ...] = ()
    facts: tuple[HealthFact, ...] = ()
    stages: tuple[HealthFact, ...] = ()
    readers: tuple[Reader, ...] = ()
    covered: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was noted."""
        return not (self.noted or self.readers)


class HealthView(Protocol):
    """What the presenter asks of the page."""

    def show_health(self, shown: ShownHealth) -> None:
        """Show it."""
        ...


class HealthPresenter(CasePresenter):
    """Turns the private chain into the page.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: HealthView) -> None:
        super().__init__(context)
        self.shown = ShownHealth()
        self._page = page
        self._asked = False

    def opened(self) -> None:
        """Cover it again, and show what the case says now."""
        self._asked = False
        self.refresh()

    def _show(self) -> None:
        self.shown = ShownHealth()
        if self._state is not None:
            today = date.fromisoformat(danish_day(self._context.clock.now().utc))
            covered = self._context.settings.blur_pictures and not self._asked
            self.shown = shown_of(self._state, today, self._context.language, covered=covered)
        self._page.show_health(self.shown)

    def uncover(self) -> None:
        """Show what stands covered, until the page is opened anew."""
        self._asked = True
        self.refresh()

    def write(self, kind: str) -> None:
        """Write down something new."""
        self._context.navigator.go(Write(kind))

    def correct(self, noted: Noted) -> None:
        """Correct something that was noted."""
        self._context.navigator.go(Write(noted.kind, corrects=noted.id))

    def withdraw(self, reader: Reader) -> None:
        """Withdraw a consent."""
        case = self._context.session.case
        if case is not None:
            self._context.lanes.store(
                lambda: withdraw_consent(case, reader.id), self._withdrawn, self._failed
            )

    def _withdrawn(self, done: Withdrawn) -> None:
        text = self._context.language.text
        more = (
            text("This was handed over before. It cannot be taken back.")
            if done.handed_over
            else ""
        )
        title = text("The consent is withdrawn. No later report holds anything of it.")
        self._context.acts.toast(Toast(title, more))

    def _failed(self, error: BaseException) -> None:
        self._context.acts.show_error(explain(error, self._context.language))


def shown_of(state: CaseState, today: date, language: Language, *, covered: bool) -> ShownHealth:
    """Return the page."""
    noted = sorted(_noted(state, language), key=lambda each: each.order, reverse=True)
    consents = [each for each in state.private_of(CONSENT) if not each.hidden]
    reached = health_answers.stages(state)
    return ShownHealth(
        noted=tuple(noted),
        facts=tuple(_facts(state, today, language)),
        stages=tuple(_stage(each, language) for each in reached) if noted else (),
        readers=tuple(_reader(each, state, language) for each in reversed(consents)),
        covered=covered and bool(noted or consents),
    )


def _noted(state: CaseState, language: Language) -> Iterator[Noted]:
    for kind in KINDS:
        for each in state.private_of(kind):
            if each.hidden:
                continue
            title, second = kind.line_of(each.current, state, language)
            stands: str = getattr(each.current.facts, kind.happened or kind.day_happened)
            when = minute(stands, language) if moment_of(stands) else day(stands, language)
            yield Noted(each.id, kind.tag, title, second, when, stands or each.time)


def _facts(state: CaseState, today: date, language: Language) -> Iterator[HealthFact]:
    away, cost, reactions = (
        health_answers.absent_days(state, today),
        health_answers.spent(state),
        health_answers.first_reactions(state),
    )
    if away.days:
        yield _away(away, language)
    if cost.count:
        yield _cost(cost, language)
    for each in reactions:
        yield _first(each, state, language)


def _away(away: health_answers.AbsentDays, language: Language) -> HealthFact:
    more: list[str] = []
    if away.per_cent != away.days * 100:
        whole = language.number(away.per_cent // 100)
        tenth = away.per_cent % 100 // 10
        point = "," if language.code == "da" else "."
        sum_of = f"{whole}{point}{tenth}" if tenth else whole
        more.append(language.text("{number} whole days together", number=sum_of))
    if away.first is not None:
        more.append(language.text("first day {day}", day=language.day(away.first)))
    if away.lasts:
        more.append(language.text("it lasts"))
    return HealthFact(
        language.text("Days of absence"),
        language.plural("{count} day", "{count} days", away.days),
        dotted(*more),
    )


def _cost(cost: health_answers.Spent, language: Language) -> HealthFact:
    back = ""
    if cost.back_oere:
        back = language.text("Paid back: {amount}", amount=language.amount(cost.back_oere))
    return HealthFact(
        language.text("Expenses"),
        language.amount(cost.oere) if cost.oere else language.text("no amount noted"),
        back,
    )


def _first(each: health_answers.FirstReaction, state: CaseState, language: Language) -> HealthFact:
    text = language.text
    (title, *_) = (*state.titles_of((each.incident,), language), "")
    value = text("after {span}", span=span(round(each.after.total_seconds() * 1000), language))
    more = (
        text("Within five days.")
        if each.within
        else text(
            "More than five days after. Then it may be an occupational disease: ask a doctor or your consultant."
        )
    )
    return HealthFact(text("First reaction"), value, f"{title}. {more}" if title else more)


_STAGES = {
    health_answers.InjuryStage.TOLD_MANAGER: deferred("The manager was told"),
    health_answers.InjuryStage.REGISTERED: deferred("Registered internally"),
    health_answers.InjuryStage.REPORTED: deferred("Reported as a work injury"),
    health_answers.InjuryStage.RECEIPT: deferred("Receipt came"),
    health_answers.InjuryStage.CERTIFICATE: deferred("Medical certificate"),
    health_answers.InjuryStage.DECISION: deferred("Decision"),
}


def _stage(each: health_answers.Reached, language: Language) -> HealthFact:
    when = language.day(each.on) if each.on is not None else language.text("not noted")
    return HealthFact(language.text(_STAGES[each.stage]), when, noted=each.on is not None)


def _reader(consent: Versioned[Consent], state: CaseState, language: Language) -> Reader:
    facts = consent.current.facts
    rows = CONSENT.more_of(consent.current, state, language)
    what = listed(*(row.value for row in rows))
    _, when = CONSENT.line_of(consent.current, state, language)
    given = tuple(
        language.text(
            "Handed over: {who}, {when}",
            who=recipient(report.made.facts.recipient, language),
            when=minute(report.made.time, language),
        )
        for report in handed_over_by(state, consent)
    )
    who = in_words(facts.recipient, language)
    return Reader(consent.id, who, what, when, not facts.withdrawn_at, given)
