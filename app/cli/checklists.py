"""``checklists``: what can be done before something happens, what is ticked, and when to look again."""

from __future__ import annotations

import argparse
from datetime import date

import msgspec

from app.casework import danish_day, preventing
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of
from app.messages import checklist_lines, guidance_sentence

NAME = "checklists"


class ItemRow(msgspec.Struct, frozen=True):
    """An item; days are "" where there are none, ``id`` is "" where nothing is noted of it."""

    item: str
    title: str
    status: str
    id: str
    done_on: str
    expires_on: str
    remind_on: str
    note: str


class ListRow(msgspec.Struct, frozen=True):
    """A list; ``unsure`` is one that is not confirmed, or was not looked at for long."""

    list: str
    title: str
    done: int
    counted: int
    source: str
    source_url: str
    checked_on: date
    confidence: str
    unsure: bool
    items: tuple[ItemRow, ...]


class Checklists(msgspec.Struct, frozen=True):
    """The result."""

    lists: tuple[ListRow, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("what can be done before something happens, and what you ticked")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which list."""
    parser.add_argument(
        "lists", nargs="*", metavar="LIST", help=text("the id of a list; otherwise all of them")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Show the lists; nothing is changed."""
    from app.actions.prevention_tables import read_prevention
    from app.cli.named import wanted

    language = desk.language
    today = date.fromisoformat(danish_day(desk.clock.now().utc))
    prevention = read_prevention(desk.resources)
    with desk.open_case() as case:
        ticked = wanted(
            {each.list.id: each for each in preventing.ticked_of(case.state, prevention)},
            arguments.lists,
        )
        rows = tuple(
            ListRow(
                list=each.list.id,
                title=each.list.title.of(language.code),
                done=each.done,
                counted=each.counted,
                source=each.list.source,
                source_url=each.list.source_url,
                checked_on=each.list.checked_on,
                confidence=each.list.confidence,
                unsure=each.list.unsure_on(today),
                items=tuple(
                    ItemRow(
                        item=item.item.id,
                        title=item.item.title.of(language.code),
                        status=item.status,
                        id=name_of(case, item.entry) if item.entry is not None else "",
                        done_on=_day(item.done_on),
                        expires_on=_day(item.expires_on),
                        remind_on=_day(item.remind_on),
                        note=item.note,
                    )
                    for item in each.items
                ),
            )
            for each in ticked
        )
    lines = (*checklist_lines(ticked, today, language), guidance_sentence(language))
    return Answer(lines=lines, result=Checklists(rows))


def _day(day: date | None) -> str:
    return str(day or "")
