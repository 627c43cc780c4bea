"""``templates``: texts to copy and fill in elsewhere, such as a note for the record. Nothing of them is kept."""

from __future__ import annotations

import argparse
from datetime import date

import msgspec

from app.casework import danish_day
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.messages import guidance_sentence, template_lines

NAME = "templates"


class TemplateRow(msgspec.Struct, frozen=True):
    """A text in the language of the answer; square brackets stand for what is filled in."""

    template: str
    title: str
    text: str
    source: str
    source_url: str
    checked_on: date
    confidence: str
    unsure: bool


class Templates(msgspec.Struct, frozen=True):
    """The result."""

    templates: tuple[TemplateRow, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("texts to copy and fill in elsewhere; nothing of them is kept here")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which text."""
    parser.add_argument(
        "templates", nargs="*", metavar="TEXT", help=text("the id of a text; otherwise all of them")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Print them; no case is opened."""
    from app.actions.prevention_tables import read_prevention
    from app.cli.named import wanted

    language = desk.language
    today = date.fromisoformat(danish_day(desk.clock.now().utc))
    prevention = read_prevention(desk.resources)
    chosen = wanted({each.id: each for each in prevention.templates}, arguments.templates)
    rows = tuple(
        TemplateRow(
            template=each.id,
            title=each.title.of(language.code),
            text=each.text.of(language.code).strip(),
            source=each.source,
            source_url=each.source_url,
            checked_on=each.checked_on,
            confidence=each.confidence,
            unsure=each.unsure_on(today),
        )
        for each in chosen
    )
    lines = [
        line
        for each in chosen
        for line in (
            f"{each.title.of(language.code)} ({each.id})",
            *template_lines(each, today, language),
            "",
        )
    ]
    return Answer(lines=(*lines, guidance_sentence(language)), result=Templates(rows))
