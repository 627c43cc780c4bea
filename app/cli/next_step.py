"""``next``: the one next step, why, and the three after it."""

from __future__ import annotations

import argparse

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of

NAME = "next"


class StepRow(msgspec.Struct, frozen=True):
    """A step; ``id`` is the entry that it is about and ``act_before`` a time in UTC, "" where there is none."""

    step: str
    phase: str
    id: str
    exhibit: int
    role: str
    act_before: str
    title: str
    why: str


class NextAnswer(msgspec.Struct, frozen=True):
    """The result; ``hours`` is None where it is not known since when the person knows."""

    now: StepRow
    then: tuple[StepRow, ...]
    hours: int | None
    nobody_told: bool


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("the one next step, why, and the three after it")


def configure(_parser: argparse.ArgumentParser, _text: Text) -> None:
    """Nothing of its own."""


def run(_arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Look at how the case stands; nothing is changed."""
    from app.actions.find_deadlines import read_rulebook
    from app.actions.find_next_step import find_next_step
    from app.casework.next_step import Step
    from app.clock import stamp
    from app.messages import guidance_sentence, since_words, step_in_words, who_does_what

    language, text = desk.language, desk.language.text
    book = read_rulebook(desk.resources, desk.settings.packs)
    with desk.open_case() as case:
        steps, _ = find_next_step(case.state, book, desk.clock.now().utc)

        def row(step: Step) -> StepRow:
            words = step_in_words(step, language)
            return StepRow(
                step=step.kind.value,
                phase=step.phase.value,
                id=name_of(case, step.about) if step.about is not None else "",
                exhibit=step.exhibit,
                role=step.role.value if step.role is not None else "",
                act_before=stamp(step.clock.act_before) if step.clock is not None else "",
                title=words.title,
                why=words.why,
            )

        now, then = row(steps.now), tuple(map(row, steps.then))
    lines = [
        text("Danger now: 112. Police: 114."),
        "",
        text("Next step: {step}", step=now.title),
        *filter(None, (since_words(steps, language), now.why)),
    ]
    if then:
        lines += ["", text("After that")]
        lines += [f"  {each.title}" + (f": {each.why}" if each.why else "") for each in then]
    lines += ["", text("Who does what")]
    lines += [f"  {who}: {words}" for who, words in who_does_what(language)]
    return Answer(
        lines=(*lines, "", guidance_sentence(language)),
        result=NextAnswer(now, then, steps.hours, steps.nudge),
    )
