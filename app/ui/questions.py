"""What others may come to ask about, as rows that more than one page shows: what it is said of, and the way to mend it.

No Qt.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from app.actions.look_over import look_over
from app.casework import CaseState, Counts, Exhibit, counted
from app.casework.review import ReviewRules, Weakness, lacking_field
from app.language import Language
from app.messages import Told, limits_told, weaknesses_told
from app.ui import routes
from app.ui.routes import Route
from app.vocabulary import Mend, ReviewOf, in_words
from evidence_store import EntryId

_NAMED = 3
"""So many exhibits are named in a mark; of more, only how many there are is told."""


class Question(msgspec.Struct, frozen=True):
    """A row.

    Attributes:
        rule: the id of its rule.
        about: what it is said of, in a word or two.
        title: what others may ask about.
        why: why they may.
        fix: what one can do; "" for a limit.
        button: the words of its button; "" for a limit.
        route: where the button leads.
    """

    rule: str
    about: str
    title: str
    why: str
    fix: str = ""
    button: str = ""
    route: Route | None = None


class ShownReview(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        questions: what can be mended, what matters most first.
        limits: what nobody can mend.
        empty: whether nothing is kept or described yet.
    """

    questions: tuple[Question, ...] = ()
    limits: tuple[Question, ...] = ()
    empty: bool = False


def shown_of(
    state: CaseState,
    rules: ReviewRules,
    language: Language,
    shown: Collection[int] | None = None,
) -> ShownReview:
    """Return what there is; where something is about to be handed over, ``shown`` are the numbers of its exhibits."""
    found = look_over(state, rules, shown)
    return ShownReview(
        questions=tuple(
            _question(each, state, language) for each in weaknesses_told(found, language)
        ),
        limits=tuple(_limit(each, state, language) for each in limits_told(found, language)),
        empty=not (found.weaknesses or found.limits) and counted(state) == Counts(),
    )


def _question(told: Told, state: CaseState, language: Language) -> Question:
    rule = told.weakness
    if rule is None:
        return _limit(told, state, language)
    return Question(
        rule=told.rule,
        about=_about(told, state, language),
        title=told.title,
        why=told.why,
        fix=told.fix,
        button=in_words(rule.mend, language),
        route=_route(Weakness(rule, told.about[0] if told.about else None), state),
    )


def _limit(told: Told, state: CaseState, language: Language) -> Question:
    return Question(
        rule=told.rule, about=_about(told, state, language), title=told.title, why=told.why
    )


def _about(told: Told, state: CaseState, language: Language) -> str:
    """What it is said of: exhibits by number, also where an incident is shown by them; else how many, or all."""
    if not told.about:
        return in_words(ReviewOf.CASE, language)
    found = [_numbers(each, state) for each in told.about]
    numbers = tuple(dict.fromkeys(number for each in found for number in each))
    if all(found) and len(numbers) <= _NAMED:
        joined = ", ".join(map(str, numbers))
        return language.plural(
            "Exhibit {numbers}", "Exhibits {numbers}", len(numbers), numbers=joined
        )
    if all(state.exhibit_of(each) is not None for each in told.about):
        return language.plural("{count} exhibit", "{count} exhibits", len(told.about))
    return language.plural("{count} event", "{count} events", len(told.about))


def _numbers(entry: EntryId, state: CaseState) -> tuple[int, ...]:
    """The exhibit itself, or the first one that shows it."""
    thing = state.thing_of(entry)
    if isinstance(thing, Exhibit):
        return (thing.number,)
    current = getattr(thing, "current", None)
    return state.numbers_of(getattr(getattr(current, "facts", None), "exhibits", ()))[:1]


def _route(weakness: Weakness, state: CaseState) -> Route:
    """Where it is mended: of a form, in the field that lacks."""
    about, field = weakness.about, lacking_field(weakness, state)
    exhibit = state.exhibit_of(about) if about is not None else None
    match weakness.rule.mend:
        case Mend.DETAILS:
            return routes.Write("incident", corrects=about, field=field)
        case Mend.REPLY:
            return routes.Write("own_reply", corrects=about, field=field)
        case Mend.WITNESS:
            return routes.Witness()
        case Mend.STATEMENT:
            return routes.Write("own_statement")
        case Mend.PICTURE if exhibit is not None:
            return routes.Timeline(show=(exhibit.original,))
        case Mend.PICTURE:
            return routes.Timeline()
        case Mend.REPORT:
            return routes.Report()
