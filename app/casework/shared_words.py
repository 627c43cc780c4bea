"""What the program says of a private thing that is shared: one sentence of its facts, and the day it happened. Pure.

Nothing that was typed is in it: no name, no place and no words of the person's own. Whoever wants more said says it.
"""

from __future__ import annotations

from typing import Any

from app.casework.kinds.absence import Absence
from app.casework.kinds.care_contact import CareMet
from app.casework.kinds.expense import Expense
from app.casework.kinds.injury_step import Injury
from app.casework.kinds.reaction import Reaction
from app.casework.times import danish_day, plain_day
from app.casework.wording import listed
from app.language import Language
from app.vocabulary import day, in_words, lowered, moment_of


def sentence_of(value: object, language: Language) -> str:
    """Return what a report says of a private thing where the person says nothing else.

    Raises:
        TypeError: it is of a kind that is not shared.
    """
    match value:
        case Reaction():
            return _reaction(value, language)
        case CareMet():
            facts: Any = value.facts
            who = in_words(facts.form, language, others=True)
            return _ended(listed(who, lowered(in_words(facts.status, language))))
        case Absence():
            return _absence(value, language)
        case Expense():
            facts = value.facts
            money = language.amount(facts.amount_oere) if facts.amount_oere else ""
            what = listed(in_words(facts.form, language), money)
            if not facts.refunded_oere:
                return _ended(what)
            back = language.text("Paid back: {amount}", amount=language.amount(facts.refunded_oere))
            return f"{_ended(what)} {_ended(back)}"
        case Injury():
            step = in_words(value.facts.step, language, others=True)
            return _ended(language.text("Work injury: {step}", step=lowered(step)))
        case _:
            raise TypeError(value)


def happened_on(value: object) -> str:
    """Return the day on which a private thing happened, as an ISO date; "" where none is known."""
    facts = getattr(value, "facts", None)
    for name in ("from_on", "paid_on", "started_at", "at"):
        said = getattr(facts, name, "")
        moment = moment_of(said)
        if moment is not None:
            return danish_day(moment)
        if plain_day(said) is not None:
            return str(said)
    return ""


def _reaction(reaction: Reaction, language: Language) -> str:
    facts = reaction.facts
    what = listed(*(lowered(in_words(each, language)) for each in facts.reactions))
    what = what or lowered(language.text("Reaction"))
    strength = lowered(in_words(facts.intensity, language))
    said = _ended(what)
    if strength:
        said = f"{said} {language.text('Strength: {how}.', how=strength)}"
    if facts.ended_on:
        over = language.text("Over on {day}.", day=day(facts.ended_on, language))
        said = f"{said} {over}"
    return said


def _absence(absence: Absence, language: Language) -> str:
    facts = absence.facts
    first, last = (day(each, language) for each in (facts.from_on, facts.to_on))
    if not last:
        said = language.text("Absence from {first}.", first=first)
    elif first == last:
        said = language.text("Absence on {first}.", first=first)
    else:
        said = language.text("Absence from {first} to {last}.", first=first, last=last)
    if facts.percent:
        share = language.text("{number} per cent", number=language.number(facts.percent))
        said = f"{said} {_ended(share)}"
    return said


def _ended(words: str) -> str:
    """Return words as a sentence; kroner end with a full stop of their own."""
    end = "" if words.endswith(".") else "."
    return f"{words[:1].upper()}{words[1:]}{end}"
