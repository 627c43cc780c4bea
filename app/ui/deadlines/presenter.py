"""What is due, in the order in which it has to be done: what comes first, what comes then, what has no date. No Qt.

Rules:
- What runs and ends first stands on top. Of one rule the event that ends first is shown, with both of the times that it
  counts from; the others are shown when they are asked for.
- A day that has gone by is no reproach: it says whom to talk to.
- Days are reckoned anew whenever the page is opened.
- The page shows and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Protocol

import msgspec

from app.actions.find_deadlines import Due, FollowUpDay, find_deadlines, read_rulebook
from app.actions.prevention_tables import read_prevention
from app.actions.save_calendar import save_calendar
from app.casework import CaseworkError, preventing
from app.casework.deadlines import PROMISE, Deadline, Rulebook
from app.casework.kinds.case_end import CASE_END
from app.casework.kinds.checklist import CHECKLIST
from app.casework.kinds.watch_case import WATCH_CASE
from app.clock import DANISH_TIME
from app.folders import saving_folder
from app.language import Language
from app.messages import deadline_words, explain, guidance_sentence, reminder_title
from app.ui.acts import Toast
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.routes import CaseEnd, Checklists, Route, Timeline, Watching, Write
from app.vocabulary import DeadlineState, in_words, is_running, lowered, spoken_day
from evidence_store import EntryId

_BEFORE_NUMBER = re.compile(r"(§|stk\.|nr\.) (?=\d)")
_HOUR = timedelta(hours=1)
# Where a reminder leads: an item of a list has no row in the timeline.
_PAGES: dict[str, Route] = {
    CHECKLIST.tag: Checklists(),
    WATCH_CASE.tag: Watching(),
    CASE_END.tag: CaseEnd(),
}
_DAY = timedelta(days=1)


class DeadlineLine(msgspec.Struct, frozen=True):
    """A deadline, or a day to ask again, as a row.

    Attributes:
        key: names it as long as the page stands.
        title: what it is.
        counts_from: what it counts from, and when that was.
        when: by which day to act; "" where there is no date.
        when_more: the time of day, and the day of the end where that is another one.
        who: whose turn it is.
        state: how far away it is.
        tone: how its mark is shown: as a ``BadgeKind``.
        unsure: that the rule is not sure, in a word or two; "" where it is.
        source: where the rule stands.
        checked: when that was looked at.
        why: what it is, what can be done, and what is not sure.
        about: the entry that it is about.
        page: where that stands; None for the timeline.
        part: how much of the time has passed, from 0 to 1; None where that is not shown.
    """

    key: str
    title: str
    counts_from: str = ""
    when: str = ""
    when_more: str = ""
    who: str = ""
    state: str = ""
    tone: str = "plain"
    unsure: str = ""
    source: str = ""
    checked: str = ""
    why: tuple[str, ...] = ()
    about: EntryId | None = None
    page: Route | None = None
    part: float | None = None


class ShownDeadlines(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        first: what comes first; None where nothing runs.
        then: what comes after it.
        undated: what has no date.
        gone: whose day has gone by.
        earlier: what is done, and rules of before; shown when asked for.
        more: how many rows of the same rules are left out, for later or other events.
        all: whether they are shown.
    """

    first: DeadlineLine | None = None
    then: tuple[DeadlineLine, ...] = ()
    undated: tuple[DeadlineLine, ...] = ()
    gone: tuple[DeadlineLine, ...] = ()
    earlier: tuple[DeadlineLine, ...] = ()
    more: int = 0
    all: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.first is None and not (self.undated or self.gone or self.earlier)


class DeadlinesView(Protocol):
    """What the presenter asks of the page."""

    def show_due(self, shown: ShownDeadlines) -> None:
        """Show what is due."""
        ...


class DeadlinesPresenter(CasePresenter):
    """Turns the case and the clock into rows.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: DeadlinesView) -> None:
        super().__init__(context)
        self.shown = ShownDeadlines()
        self._page = page
        self._book: Rulebook | None = None
        self._lists = preventing.Prevention()
        self._due: Due | None = None
        self._all = False

    @property
    def guidance(self) -> str:
        """What stands beside every deadline."""
        return guidance_sentence(self._context.language)

    def _show(self) -> None:
        self.shown, self._due = ShownDeadlines(), None
        if self._state is not None and self._rules() is not None:
            now = self._context.clock.now().utc
            self._due = find_deadlines(
                self._state, self._book or Rulebook((), {}), now, self._lists
            )
            self.shown = shown_of(self._due, now, self._context.language, everything=self._all)
        self._page.show_due(self.shown)

    def show_all(self, *, everything: bool) -> None:
        """Show every row, or of each rule the one that ends first."""
        self._all = everything
        self.refresh()

    def look_at(self, line: DeadlineLine) -> None:
        """Show what a row is about."""
        if line.about is not None:
            self._context.navigator.go(line.page or Timeline(show=(line.about,)))

    def calendar_file(self, documents: Path) -> Path:
        """Return where the calendar file is saved unless the person says otherwise; its name tells nothing."""
        folder = saving_folder(self._context.settings.save_folder, documents, Path.home())
        return folder / f"{self._context.language.text('Dates')}.ics"

    def save_calendar(self, target: Path) -> None:
        """Write what still runs into a calendar file."""
        state, due = self._state, self._due
        if state is None or due is None:
            return
        language, secret = self._context.language, state.private_chain
        made_at = self._context.clock.now().utc
        self._context.lanes.work(
            lambda: save_calendar(due, target, language, secret=secret, made_at=made_at),
            lambda _: self._saved(target),
            self._not_saved,
        )

    def _saved(self, target: Path) -> None:
        text = self._context.language.text
        self._context.acts.toast(Toast(text("The calendar file is saved"), target.name))

    def _not_saved(self, error: BaseException) -> None:
        self._context.acts.show_error(explain(error, self._context.language))

    def describe(self) -> None:
        """Write down a post."""
        self._context.navigator.go(Write("incident"))

    def _rules(self) -> Rulebook | None:
        if self._book is None:
            try:
                book = read_rulebook(self._context.resources, self._context.settings.packs)
                self._lists = read_prevention(self._context.resources)
                self._book = book
            except CaseworkError as error:
                self._context.acts.show_error(explain(error, self._context.language))
        return self._book


def shown_of(due: Due, now: datetime, language: Language, *, everything: bool) -> ShownDeadlines:
    """Return the page."""
    running = [row for row in due.deadlines if is_running(row.state)]
    gone = [row for row in due.deadlines if row.state is DeadlineState.PASSED]
    kept, kept_gone = (
        (running, gone) if everything else (_one_of_each(running), _last_of_each(gone))
    )
    lines = [(row.act_before or now, _line(row, now, language)) for row in kept]
    asked = [each for each in due.follow_ups if is_running(each.state)]
    lines += [(_noon(each), _follow_up(each, language)) for each in asked]
    lines.sort(key=lambda each: each[0])
    ordered = [line for _, line in lines]
    late = [each for each in due.follow_ups if each.state is DeadlineState.PASSED]
    done = [
        row for row in due.deadlines if row.state in (DeadlineState.DONE, DeadlineState.HISTORIC)
    ]
    return ShownDeadlines(
        first=ordered[0] if ordered else None,
        then=tuple(ordered[1:]),
        undated=tuple(
            _line(row, now, language) for row in due.deadlines if row.state is DeadlineState.UNDATED
        ),
        gone=(
            *(_line(row, now, language) for row in kept_gone),
            *(_follow_up(each, language) for each in late),
        ),
        earlier=tuple(_line(row, now, language) for row in done),
        more=len(running) - len(kept) + len(gone) - len(kept_gone),
        all=everything,
    )


def _noon(day: FollowUpDay) -> datetime:
    """The moment by which a day to ask again is put among the deadlines."""
    return datetime.combine(day.follow_up.on, time(12), DANISH_TIME)


def _one_of_each(rows: Iterable[Deadline]) -> list[Deadline]:
    """Of each rule the rows of the event that ends first."""
    events: dict[tuple[str, str], EntryId | None] = {}
    return [
        row
        for row in rows
        if events.setdefault((row.rule.id, row.rule.version), row.about) == row.about
    ]


def _last_of_each(rows: list[Deadline]) -> list[Deadline]:
    """Of each rule the rows of the event that ended last: what has just gone by."""
    return list(reversed(_one_of_each(reversed(rows))))


def _line(row: Deadline, now: datetime, language: Language) -> DeadlineLine:
    words = deadline_words(row, language)
    state = words.state
    if row.state is DeadlineState.SOON:
        state = left(row, now, language)
    elif row.state is DeadlineState.UNDATED:
        state = ""  # the column of days says it
    why = [row.rule.what.of(language.code), row.rule.do.of(language.code), words.doubt, words.more]
    if row.state is DeadlineState.PASSED:
        why = [words.more, *why[:-1]]
    about = row.about.seq if row.about is not None else 0
    return DeadlineLine(
        key=f"{row.rule.id}/{row.rule.version}/{row.counts_from or ''}/{about}",
        title=words.title,
        counts_from=words.counts_from,
        when=_begun(words.day),
        when_more=_listed((words.clock, words.ends)),
        who=words.owner,
        state=state,
        tone={DeadlineState.SOON: "wait", DeadlineState.DONE: "ok"}.get(row.state, "plain"),
        unsure=words.care,
        source=_unparted(f"{row.source} ({row.publisher})" if row.publisher else row.source),
        checked=words.checked,
        why=tuple(filter(None, why)),
        about=row.about,
        part=_part(row, now),
    )


def _part(row: Deadline, now: datetime) -> float | None:
    """How much of the hours has passed."""
    if not row.rule.hours or row.due_at is None or not isinstance(row.starts_at, datetime):
        return None
    whole = row.due_at - row.starts_at
    return min(1.0, max(0.0, (now - row.starts_at) / whole))


def left(row: Deadline, now: datetime, language: Language) -> str:
    """Return how much time there is, in whole hours or days, rounded down."""
    if row.act_before is None:
        return ""
    there_is = max(timedelta(), row.act_before - now)
    if row.rule.hours or there_is < _DAY:
        return language.plural("{count} hour left", "{count} hours left", there_is // _HOUR)
    return language.plural("{count} day left", "{count} days left", there_is // _DAY)


def _follow_up(day: FollowUpDay, language: Language) -> DeadlineLine:
    asked = day.follow_up
    who = in_words(asked.role, language) if asked.role is not None else language.text("You")
    role = lowered(who)
    title = language.text("Ask again: {role}", role=role)
    kept = "/kept" if day.reminder is not None and day.reminder.kept else ""
    if day.reminder is not None:
        title = reminder_title(day.reminder, language)
    elif asked.kind == "request":
        title = language.text("Answer from: {role}", role=role)
    elif asked.kind == PROMISE:
        title = language.text("Promised by: {role}", role=role)
    passed = day.state is DeadlineState.PASSED
    late = language.text("Ask again") if day.reminder is None else language.text("Look at it again")
    return DeadlineLine(
        key=f"{asked.kind}/{asked.id.seq}{kept}",
        title=title,
        when=_begun(spoken_day(asked.on, language)),
        who=who,
        state=late if passed else in_words(day.state, language),
        tone="wait" if day.state is DeadlineState.SOON else "plain",
        source=language.text("From what you wrote down"),
        about=asked.id,
        page=_PAGES.get(asked.kind) if day.reminder is not None else None,
    )


def _begun(words: str) -> str:
    """Words as they begin a line."""
    return words[:1].upper() + words[1:]


def _listed(words: Iterable[str]) -> str:
    return " · ".join(filter(None, words))


def _unparted(words: str) -> str:
    """Return words in which no line ends between a paragraph's sign and its number."""
    return _BEFORE_NUMBER.sub("\\1\u00a0", words)
