"""How a row is worded: for the list, and as one sentence for screen readers. No Qt.

What a thing is called and told as is its kind's own; of exhibits it stands in exhibits.py.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from app.casework import (
    CaseState,
    Exhibit,
    Tone,
    Unread,
    WhyUnread,
    Written,
    counted,
    dotted,
    unread_in,
)
from app.casework.kinds.note import NOTE
from app.clock import DANISH_TIME
from app.inert import isolated_parts, shown
from app.language import Language, deferred
from app.messages import clock_mark
from app.timeline import Row
from app.ui.timeline.exhibits import exhibit_badge, exhibit_line
from app.vocabulary import clock, day, minute, moment_of, short


class RowText(msgspec.Struct, frozen=True):
    """What stands in a row.

    Attributes:
        time: the time of day.
        title: what it is.
        second: a few words about it.
        badge: one or two words at the end; "" for none.
        tone: what the badge's colour repeats.
        spoken: all of it and the day, as one sentence.
        covered: what is private and stands blurred in the title's place; "" where the title is shown.
    """

    time: str
    title: str
    second: str
    badge: str
    tone: Tone
    spoken: str
    covered: str = ""

    @property
    def whole(self) -> str:
        """Title and second line, for where there is no room for them in the row."""
        return dotted(self.title, self.second)


def line_of(state: CaseState, row: Row, language: Language, *, covered: bool = False) -> RowText:
    """Return the words of a row.

    Args:
        state: the case.
        row: the row.
        language: in which they are.
        covered: whether what is private stands blurred, and is not spoken either.
    """
    hides = covered and row.private
    title, second = _words(state, row, language, hides=hides)
    marks = (clock_mark(step, language) for step in state.jumps_of(row.thing))
    second = dotted(*marks, second, _other_time(state, row, language))
    words, title = (title, _in_its_place(row, language)) if hides else ("", title)
    title, second = isolated_parts(title), isolated_parts(second)
    badge, tone = _badge(state, row, language)
    told = {
        "title": dotted(title, second).replace(" · ", ", "),
        "when": when_of(row, language),
    }
    spoken = (
        language.text("{title}, {when}. {badge}.", **told, badge=badge)
        if badge
        else language.text("{title}, {when}.", **told)
    )
    time = "" if row.day_only else clock(row.stamp, language)
    return RowText(time, title, second, badge, tone, spoken, shown(words))


def when_of(row: Row, language: Language) -> str:
    """Return when a row lies: without a time of day where none is known."""
    return day(row.stamp, language) if row.day_only else minute(row.stamp, language)


def posted_at(state: CaseState, row: Row) -> str:
    """Return when what a row tells of was posted; "" where that is not known, or it tells of no post."""
    if isinstance(row.thing, Exhibit):
        posts = (each for each in state.incidents_about(row.thing) if not each.hidden)
        times = [each.current.facts.published_at for each in posts]
        return times[-1] if times else ""
    kind: Any = row.kind
    field = kind.posted if isinstance(kind, Written) else ""
    value: Any = row.value
    stamp: str = getattr(value.facts, field) if field else ""
    return stamp


def _other_time(state: CaseState, row: Row, language: Language) -> str:
    """Return the other of the two times that a post has: the row lies at one of them."""
    posted = posted_at(state, row)
    if not posted:
        return ""
    if row.stamp == posted:
        return language.text("saved {when}", when=short(row.thing.time, language))
    return language.text("posted {when}", when=short(posted, language))


def day_line(day: date, language: Language) -> str:
    """Return the heading of a day: Mandag 23. november 2026."""
    name = language.text(_WEEKDAYS[day.weekday()])
    return language.text("{weekday} {day}", weekday=name, day=language.day(day))


def summary(state: CaseState, first: str, language: Language) -> str:
    """Return how much there is, and since when; ``first`` is the stamp of what happened first, or ""."""
    much = counted(state)
    parts = [
        language.plural("{count} exhibit", "{count} exhibits", much.exhibits)
        if much.exhibits
        else "",
        language.plural("{count} incident", "{count} incidents", much.incidents)
        if much.incidents
        else "",
    ]
    said = [part for part in parts if part]
    if not said or not first:
        return ""
    what = language.text("{one} and {other}", one=said[0], other=said[1]) if said[1:] else said[0]
    since = language.text("{what} since {day}", what=what, day=_short_day(first, state, language))
    jumps = language.plural(
        "the computer’s clock jumped {count} time",
        "the computer’s clock jumped {count} times",
        len(state.jumps),
    )
    return dotted(since, jumps if state.jumps else "")


_WEEKDAYS = (
    deferred("Monday"),
    deferred("Tuesday"),
    deferred("Wednesday"),
    deferred("Thursday"),
    deferred("Friday"),
    deferred("Saturday"),
    deferred("Sunday"),
)


def _short_day(stamp: str, state: CaseState, language: Language) -> str:
    """Return the day without its year, where the newest entry is of the same year."""
    moment = moment_of(stamp)
    if moment is None:
        return stamp
    day = language.day(moment)
    year = str(moment.astimezone(DANISH_TIME).year)
    return day.removesuffix(f" {year}") if state.latest.startswith(year) else day


def _in_its_place(row: Row, language: Language) -> str:
    """Return what is said in the place of a title that is covered."""
    return language.text("Private note") if row.kind is NOTE else language.text("Private entry")


def _words(
    state: CaseState, row: Row, language: Language, *, hides: bool = False
) -> tuple[str, str]:
    """Return title and second line, and what of it cannot be read."""
    text, thing = language.text, row.thing
    if isinstance(thing, Unread):
        return text("Entry {seq} in the case’s log", seq=thing.entry.seq), text(thing.sentence)
    if isinstance(thing, Exhibit):
        title, second = exhibit_line(state, thing, language)
    else:
        title, second = row.kind.line_of(row.value, state, language)
        second = dotted(second, *(_along(state, each, language) for each in row.along))
    gone = unread_in(state, thing)
    if row.private:
        # A note says all of it in its title; that it is one is said by its lock.
        second = dotted("" if hides or row.kind is NOTE else second, text("Only for you"))
    return title, dotted(second, text(gone.sentence) if gone is not None else "")


def _along(state: CaseState, row: Row, language: Language) -> str:
    """Return in a few words what belongs to a row."""
    return row.kind.line_of(row.value, state, language)[1]


def _badge(state: CaseState, row: Row, language: Language) -> tuple[str, Tone]:
    text = language.text
    if row.hidden:
        return text("Hidden"), Tone.PLAIN
    if isinstance(row.thing, Unread):
        erased = row.thing.why is WhyUnread.ERASED
        return (text("Erased"), Tone.PLAIN) if erased else (text("Cannot be read"), Tone.WAIT)
    if isinstance(row.thing, Exhibit):
        return exhibit_badge(state, row.thing, language)
    if row.private:
        return text("Private"), Tone.PLAIN
    return row.kind.badge_in(language)
