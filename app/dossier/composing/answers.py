"""What was asked, when, what was answered and what is missing: one row each, for who helps the person on.

Only what is told to this reader stands in it. Where answers are not told, there is no such table: an answer that is
not shown must not be told of as missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from app.casework import Asked, CaseState, listed, who_knows
from app.casework.kinds.answer import ANSWER
from app.casework.kinds.notification import NOTIFICATION
from app.clock import DANISH_TIME
from app.dossier.composing.written import DisclosedThing, called, words_of
from app.dossier.model import PrintedAnswer
from app.dossier.policy import Policy
from app.language import Language
from app.vocabulary import in_words, moment_of
from evidence_store import EntryId

_LONGEST = 90


def compose_answers(
    state: CaseState,
    policy: Policy,
    written: Sequence[DisclosedThing],
    made_at: datetime,
    language: Language,
) -> tuple[PrintedAnswer, ...]:
    """Return the rows: what is missing first, then by the day on which it was asked."""
    if not policy.opens(ANSWER.tag, "facts"):
        return ()
    told = {each.source.id: each for each in written}
    today = made_at.astimezone(DANISH_TIME).date()
    rows = [
        (each, told[each.entry])
        for each in who_knows(state, today).asked
        if each.entry in told and _asks(each)
    ]
    rows.sort(key=lambda row: not row[0].missing)
    return tuple(_row(each, thing, told, today, language) for each, thing in rows)


def _asks(each: Asked) -> bool:
    """Return whether an answer is wanted: of what was only told, where a day was set or an answer came."""
    return each.kind != NOTIFICATION.tag or each.replied or each.due_on is not None


def _row(
    each: Asked,
    thing: DisclosedThing,
    told: dict[EntryId, DisclosedThing],
    today: date,
    language: Language,
) -> PrintedAnswer:
    answers = [told[entry] for entry in each.answers if entry in told]
    answer = listed(*(_answered(one, language) for one in answers), _own_answer(thing, language))
    if each.replied and not answer:
        answer = language.text("Answered")
    missing = ""
    if each.missing:
        days = (today - each.on).days
        missing = language.plural("no answer for {count} day", "no answer for {count} days", days)
    elif not answer:
        missing = "–"
    return PrintedAnswer(
        what=_what(thing, language),
        asked=listed(in_words(each.role, language), language.short_day(each.on)),
        answer=answer,
        missing=missing,
        waits=each.missing,
    )


def _what(thing: DisclosedThing, language: Language) -> str:
    kind = _capital(language.text(thing.kind.name))
    names = {field.name for field in thing.kind.fields}
    said = [
        words_of(thing, name, language)
        for name in ("topic", "what", "said", "worry")
        if name in names
    ]
    words = next((" ".join(each.split()) for each in said if each), "")
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"{kind}: {words}" if words else called(thing, language)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _answered(answer: DisclosedThing, language: Language) -> str:
    facts = answer.value.facts
    when = _day(facts.at, language)
    return listed(when, in_words(facts.reply, language))


def _own_answer(thing: DisclosedThing, language: Language) -> str:
    at = getattr(thing.value.facts, "reply_at", "")
    return _day(at, language)


def _day(stamp: str, language: Language) -> str:
    moment = moment_of(stamp)
    return language.short_day(moment) if moment else ""
