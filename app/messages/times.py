"""What is said of times: that the computer's clock was moved between two entries, or that one can hardly be meant.

The order of the log holds; the times are what the clock said. So the words name the places. A time in doubt can be
saved all the same.
"""

from __future__ import annotations

from app.casework import ClockChange, ClockJump, Step, TimeDoubt
from app.language import Language, deferred

_MINUTE = 60_000
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def clock_mark(step: Step, language: Language) -> str:
    """A few words beside the time; "" where the clock was not moved."""
    if step.clock is None:
        return ""
    seq = step.entry.seq
    match step.clock.change:
        case ClockChange.BACK:
            return language.text("entry {seq}: the clock went back", seq=seq)
        case ClockChange.FORWARD | ClockChange.FORWARD_OR_ASLEEP:
            return language.text("entry {seq}: the clock went forward", seq=seq)
        case ClockChange.EARLIER:
            before = step.clock.before.seq
            return language.text("entry {seq}: earlier than entry {before}", seq=seq, before=before)


def clock_sentence(step: Step, language: Language) -> str:
    """What happened between which entries; "" where the clock was not moved."""
    if step.clock is None:
        return ""
    return _sentence(step.clock, step.entry.seq, language)


def _sentence(jump: ClockJump, seq: int, language: Language) -> str:
    text = language.text
    told = {"seq": seq, "before": jump.before.seq, "span": span(jump.by_ms, language)}
    match jump.change:
        case ClockChange.BACK:
            return text(
                "The computer’s clock went back {span} between entry {before} and entry {seq}.",
                **told,
            )
        case ClockChange.FORWARD:
            return text(
                "The computer’s clock went forward {span} too far between entry {before} and entry {seq}.",
                **told,
            )
        case ClockChange.FORWARD_OR_ASLEEP:
            return text(
                "Between entry {before} and entry {seq} the computer’s clock went forward {span} more than the"
                " computer was on: it slept, or the clock was set.",
                **told,
            )
        case ClockChange.EARLIER:
            return text(
                "The time of entry {seq} is {span} before that of entry {before}: the computer’s clock went"
                " back, or it was saved later than it was made.",
                **told,
            )


def span(length_ms: int, language: Language) -> str:
    """A length of time in its largest unit: 3 days."""
    days, hours, minutes = (round(length_ms / unit) for unit in (_DAY, _HOUR, _MINUTE))
    if days >= 2:
        return language.plural("{count} day", "{count} days", days)
    if hours >= 2:
        return language.plural("{count} hour", "{count} hours", hours)
    if minutes >= 1:
        return language.plural("{count} minute", "{count} minutes", minutes)
    return language.text("less than a minute")


_SENTENCES = {
    TimeDoubt.TO_COME: deferred(
        "That time is still to come. Look at day and year; it can be saved as it stands."
    ),
    TimeDoubt.SEEN_BEFORE_POSTED: deferred(
        "That is before it was posted. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.ANSWERED_BEFORE_TOLD: deferred(
        "That is before you told them. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.ANSWERED_BEFORE_ASKED: deferred(
        "That is before you asked. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.ENDED_BEFORE_BEGUN: deferred(
        "That is before it began. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.CAME_BEFORE_SENT: deferred(
        "That is before it was sent or paid. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.BEFORE_FIRST_SEEN: deferred(
        "That is before you first saw it. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.BEFORE_REPORTED: deferred(
        "That is before it was reported. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.BEFORE_INJURY: deferred(
        "That is before the day of the injury. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.BEFORE_AGREED: deferred(
        "That is before it was agreed or promised. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.BEFORE_CAME_UP: deferred(
        "That is before it came up. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.BEFORE_DONE: deferred(
        "That is before it was carried out. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.BEFORE_WITNESSED: deferred(
        "That is before the witness saw it. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.BEFORE_OFFERED: deferred(
        "That is before it was offered. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.BEFORE_WRITTEN: deferred(
        "That is before it was written. Look at both times; they can be saved as they stand."
    ),
}


def doubt_sentence(doubt: TimeDoubt | None, language: Language) -> str:
    """What to look at; "" where nothing is in doubt."""
    return language.text(_SENTENCES[doubt]) if doubt is not None else ""
