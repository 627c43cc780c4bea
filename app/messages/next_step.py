"""The next step in words: what it is, why, and what a button for it says. And who does what."""

from __future__ import annotations

import msgspec

from app.casework.next_step import NextSteps, Step, StepKind
from app.language import Language, deferred
from app.messages.deadlines import deadline_words
from app.vocabulary import Role, in_words, lowered, spoken, spoken_day


class StepWords(msgspec.Struct, frozen=True):
    """A step, ready to be shown; ``button`` is "" where there is nothing to press."""

    title: str
    why: str
    button: str = ""


_WORDS = {
    StepKind.SAVE: (
        deferred("Save the post first"),
        deferred("It can be gone in a moment. You can write about it later."),
        deferred("Take a screenshot"),
    ),
    StepKind.TELL_MANAGER: (
        deferred("Tell your manager what has happened"),
        deferred(
            "It is the workplace’s task to help. Your manager can ask the sender to remove it."
        ),
        deferred("Write to your manager"),
    ),
    StepKind.TELL_REPRESENTATIVE: (
        deferred("Contact your safety representative or shop steward"),
        deferred("They can come along to the meeting. Ask for the workplace’s guidelines."),
        deferred("Note who was told"),
    ),
    StepKind.ASK_OF_PROMISE: (
        deferred("Ask what became of a promise ({role})"),
        deferred("The day has gone by, and it is not noted what came of it."),
        deferred("See requests and answers"),
    ),
    StepKind.TELL_CONSULTANT: (
        deferred("Contact your union’s consultant"),
        deferred("An answer from the workplace is missing. The consultant can help you on."),
        deferred("Note who was told"),
    ),
    StepKind.ADD_LINK: (
        deferred("Exhibit {number} lacks a link"),
        deferred("It is easiest to find while the post is there."),
        deferred("Add the link"),
    ),
    StepKind.DESCRIBE: (
        deferred("Exhibit {number} lacks link and note"),
        deferred("It is easiest to find while the post is there."),
        deferred("Add link and note"),
    ),
    StepKind.REGISTER: (
        deferred("Ask for it to be registered internally"),
        deferred("Then the workplace can learn from it and prevent."),
        deferred("Open the draft"),
    ),
    StepKind.REMOVE: (
        deferred("Ask for it to be removed"),
        deferred("The pictures are saved. Agree with your workplace who asks."),
        deferred("Open the draft"),
    ),
    StepKind.REPORT: (
        deferred("Make a report for your manager"),
        deferred(
            "It gathers the pictures and what you have written. You see it before it is saved."
        ),
        deferred("Make report"),
    ),
}
_WHO = {
    Role.MANAGER: deferred("Answers for the help, and can act quickly."),
    Role.SAFETY_REP: deferred("Looks at the working environment, and at how it is prevented."),
    Role.SHOP_STEWARD: deferred("Is there for you, and can come along to the meeting."),
    Role.UNION_CONSULTANT: deferred("Helps when the workplace does not solve it."),
}


def step_in_words(step: Step, language: Language) -> StepWords:
    """Return a step in words."""
    text = language.text
    role = lowered(in_words(step.role, language)) if step.role is not None else ""
    match step.kind:
        case StepKind.CLOCK:
            return _clock(step, language)
        case StepKind.WAIT:
            return _wait(step, language)
        case StepKind.ASK_AGAIN:
            why = language.plural(
                "You asked {count} day ago. No answer is noted.",
                "You asked {count} days ago. No answer is noted.",
                step.days,
            )
            return StepWords(
                text("Ask again: {role}", role=role), why, text("See requests and answers")
            )
        case StepKind.ADD_LINK if not step.exhibit:
            return StepWords(
                text("A post lacks a link"),
                text("It is easiest to find while the post is there."),
                text("Add the link"),
            )
        case _:
            title, why, button = _WORDS[step.kind]
            return StepWords(text(title, number=step.exhibit, role=role), text(why), text(button))


def _clock(step: Step, language: Language) -> StepWords:
    text, clock = language.text, step.clock
    row = clock.deadline if clock is not None else None
    if clock is None or row is None:
        return StepWords(text("See your deadlines"), "", text("See deadlines"))
    words = deadline_words(row, language)
    # Cut to the minute: what is said is never later than the deadline.
    act_before = spoken(clock.act_before.replace(second=0, microsecond=0), language)
    why = text("No later than {when}", when=act_before)
    if clock.of_police:
        title, button = text("Agree who reports it to the police"), text("Open the draft")
        return StepWords(title, why, button)
    return StepWords(words.title, why, text("See deadlines"))


def _wait(step: Step, language: Language) -> StepWords:
    text = language.text
    why = text("Everything is saved. You have done what can be done now.")
    if step.on is not None:
        why = text(
            "Everything is saved. The next day to ask again is {day}.",
            day=spoken_day(step.on, language),
        )
    return StepWords(text("There is nothing you have to do now"), why)


def since_words(steps: NextSteps, language: Language) -> str:
    """Return how long ago the first of it was seen, and gently that nobody knows; "" where neither is to be said."""
    if steps.hours is None:
        return ""
    if steps.nudge:
        return language.text(
            "A day has gone by, and it is not noted that anybody knows. Is there one you could tell?"
        )
    if steps.now.kind is not StepKind.TELL_MANAGER:
        return ""
    if not steps.hours:
        return ""
    return language.plural(
        "{count} hour has gone by since you saw the first of it.",
        "{count} hours have gone by since you saw the first of it.",
        steps.hours,
    )


def who_does_what(language: Language) -> tuple[tuple[str, str], ...]:
    """Return whom to go to, in the order in which that is usually done, each with what they do."""
    return tuple((in_words(role, language), language.text(words)) for role, words in _WHO.items())
