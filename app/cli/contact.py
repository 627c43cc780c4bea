"""``contact``: keep who is who."""

from __future__ import annotations

import argparse

from app.casework.records import Role
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.sealed import done, read_id

NAME = "contact"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("keep a contact")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Role and how to reach them."""
    parser.add_argument(
        "--role", choices=list(Role), required=True, help=text("who they are to the case")
    )
    parser.add_argument("--name", default="", help=text("name"))
    parser.add_argument("--organisation", default="", help=text("workplace or organisation"))
    parser.add_argument("--phone", default="", help=text("phone"))
    parser.add_argument("--mail", default="", help=text("mail address"))
    parser.add_argument(
        "--corrects",
        default="",
        metavar="ID",
        help=text("the contact it corrects; the old one stays readable"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Seal the contact."""
    from app.actions.record_facts import keep_contact
    from app.casework.records import ContactFacts, ContactPerson

    with desk.open_case() as case:
        entry = keep_contact(
            case,
            ContactFacts(
                role=Role(arguments.role),
                organisation=arguments.organisation,
                corrects=read_id(case, arguments.corrects) if arguments.corrects else None,
            ),
            ContactPerson(name=arguments.name, phone=arguments.phone, mail=arguments.mail),
        )
        return done(case, entry, desk.language.text("The contact is saved."))
