"""``people``: who is called by another name in what leaves: shown, registered, taken out."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.language import Language
from app.vocabulary import Relation

if TYPE_CHECKING:
    from app.naming import Person

NAME = "people"


class PersonRow(msgspec.Struct, frozen=True):
    """Somebody, and what they are called in what leaves."""

    relation: str
    mark: str
    called: str
    names: tuple[str, ...]
    handles: tuple[str, ...]
    ids: tuple[str, ...]


class Named(msgspec.Struct, frozen=True):
    """The result: all who are called by another name, and who was changed just now."""

    people: tuple[PersonRow, ...]
    changed: str


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("who is called by another name in what leaves")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Who it is, and by what they are found."""
    changes = parser.add_mutually_exclusive_group()
    relations = tuple(each.value for each in Relation)
    changes.add_argument(
        "--register", choices=relations, help=text("somebody more, by who it is to the case")
    )
    changes.add_argument(
        "--forget", choices=relations, help=text("take out the names of the one with this mark")
    )
    parser.add_argument(
        "--name", action="append", default=[], metavar="TEXT", help=text("a whole name")
    )
    parser.add_argument(
        "--handle",
        action="append",
        default=[],
        metavar="TEXT",
        help=text("a name on a platform; may be repeated"),
    )
    parser.add_argument(
        "--id",
        action="append",
        default=[],
        metavar="TEXT",
        help=text("what a platform calls the profile; may be repeated"),
    )
    parser.add_argument(
        "--mark",
        default="",
        metavar="MARK",
        help=text("letter or number of somebody who is there already, such as A"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Show them; with an option change them first. Nothing stands in any log."""
    from app.actions.name_people import forget_person, people_in, register_person
    from app.naming import Pseudonym

    language = desk.language
    changed = ""
    with desk.open_case() as case:
        mark = arguments.mark.strip().upper()
        if arguments.register:
            who = register_person(
                case,
                Relation(arguments.register),
                tuple(arguments.name),
                tuple(arguments.handle),
                tuple(arguments.id),
                mark=mark,
            )
            changed = who.words(language)
        elif arguments.forget:
            who = Pseudonym(Relation(arguments.forget), mark)
            forget_person(case, who)
            changed = who.words(language)
        people = people_in(case).persons
    rows = tuple(_row(each, language) for each in people)
    return Answer(
        lines=(*_said(arguments, changed, language), *_lines(rows, language)),
        result=Named(rows, changed),
    )


def _row(person: Person, language: Language) -> PersonRow:
    who = person.pseudonym
    return PersonRow(
        who.relation.value,
        who.mark,
        who.words(language),
        person.names,
        person.handles,
        person.ids,
    )


def _said(arguments: argparse.Namespace, changed: str, language: Language) -> tuple[str, ...]:
    if arguments.register:
        return (language.text("Noted. In what leaves it says {called}.", called=changed),)
    if arguments.forget:
        return (language.text("The names of {called} are taken out.", called=changed),)
    return ()


def _lines(rows: tuple[PersonRow, ...], language: Language) -> tuple[str, ...]:
    if not rows:
        return (language.text("Nobody is called by another name yet."),)
    return (
        language.text("So they are called for all but the police and in your own copy:"),
        *(
            f"  {row.called}: {', '.join((*row.names, *row.handles, *row.ids)) or '–'}"
            for row in rows
        ),
    )
