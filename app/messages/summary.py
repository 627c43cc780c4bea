"""The case on one page, for whoever advises, with a list of questions to bring."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from app.casework import Ask, ToAsk, WhoKnows
from app.casework.deadlines import Deadline
from app.casework.pattern import Pattern
from app.language import Language, deferred
from app.messages.deadlines import deadline_words
from app.messages.guidance import guidance_sentence
from app.messages.pattern import pattern_lines
from app.vocabulary import in_words, is_running, lowered, spoken_day
from evidence_store import EntryId

MOST = 5
"""So many deadlines and answers stand on the page: it is one page."""
_QUESTIONS = {
    Ask.UNANSWERED: deferred("I asked on {day} ({who}) and have no answer. What can I do?"),
    Ask.PROMISE: deferred("“{what}” was promised by {day} ({who}). What can I do?"),
    Ask.POLICE: deferred("Is it relevant to talk to the police about it, and who does that?"),
    Ask.REMOVAL: deferred("Who asks for it to be removed, and when?"),
    Ask.REGISTRATION: deferred("Is it registered internally?"),
    Ask.NEXT_TIME: deferred("Whom do I go to if something comes again?"),
}


class CaseSummary(msgspec.Struct, frozen=True):
    """What stands on the page.

    Attributes:
        title: the case's name.
        found: what the events are together.
        known: who knows and what was answered.
        deadlines: what is due, in its order.
        questions: what to ask.
    """

    title: str
    found: Pattern
    known: WhoKnows
    deadlines: Sequence[Deadline]
    questions: tuple[ToAsk, ...]

    @property
    def nearest(self) -> tuple[Deadline, ...]:
        """The deadlines that stand on the page: of each rule the one that ends first, while it runs.

        What counts from an injury, an absence or a cost would tell something of health, and stays away.
        """
        first: dict[tuple[str, str], Deadline] = {}
        for row in self.deadlines:
            rule = row.rule
            if is_running(row.state) and rule.of_events and not rule.of_injuries:
                first.setdefault((rule.id, rule.version), row)
        return tuple(first.values())[:MOST]


def summary_lines(
    summed: CaseSummary, name: Callable[[EntryId], str], language: Language
) -> tuple[str, ...]:
    """Return the page."""
    text = language.text
    lines = [summed.title, "", *pattern_lines(summed.found, name, language)]
    told = ", ".join(lowered(in_words(role, language)) for role in summed.known.told)
    if told:
        lines += ["", text("Told: {roles}", roles=told)]
    waiting = [each for each in summed.known.asked if each.missing]
    if waiting:
        lines.append(text("Answers missing: {number}", number=language.number(len(waiting))))
    if summed.nearest:
        lines += ["", text("No later than")]
        for row in summed.nearest:
            words = deadline_words(row, language)
            worth = ", ".join(filter(None, (words.checked, words.care)))
            lines.append(f"  {words.title}: {words.act_before} ({lowered(words.owner)}; {worth})")
    if summed.questions:
        lines += ["", text("To ask"), *_to_ask(summed.questions, language)]
    return (*lines, "", guidance_sentence(language))


def _to_ask(questions: Sequence[ToAsk], language: Language) -> Iterator[str]:
    """Yield the questions by number; of many that wait, the first few."""
    waiting = [each for each in questions if each.about is not None]
    others = [each for each in questions if each.about is None]
    for number, each in enumerate((*waiting[:MOST], *others), 1):
        yield f"  {number}. {question_words(each, language)}"
    if len(waiting) > MOST:
        left = language.plural("and {count} more", "and {count} more", len(waiting) - MOST)
        yield f"  {left}"


def question_words(question: ToAsk, language: Language) -> str:
    """Return a question as it is asked."""
    who = lowered(in_words(question.role, language)) if question.role is not None else ""
    return language.text(
        _QUESTIONS[question.ask],
        who=who,
        day=spoken_day(question.on, language) if question.on is not None else "–",
        what=question.what or "–",
    )
