"""``contact``: keep who is who."""

from __future__ import annotations

import argparse

from app.casework import Contact
from app.casework.records import ContactFacts, ContactPerson
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.sealed import as_it_stands, done, read_corrected, said
from app.vocabulary import Role

NAME = "contact"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("keep a contact")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Role and how to reach them."""
    parser.add_argument("--role", choices=list(Role), help=text("who they are to the case"))
    parser.add_argument("--name", help=text("name"))
    parser.add_argument("--organisation", help=text("workplace or organisation"))
    parser.add_argument("--phone", help=text("phone"))
    parser.add_argument("--mail", help=text("mail address"))
    parser.add_argument(
        "--corrects",
        default="",
        metavar="ID",
        help=text("the contact it corrects; the old one stays readable"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Seal the contact; what a correction does not name stays as it was."""
    from app.actions.record_facts import keep_contact

    with desk.open_case() as case:
        corrects, old = read_corrected(case, arguments.corrects, Contact)
        facts = old.facts if old else ContactFacts()
        person = as_it_stands(old and old.contact, ContactPerson)
        entry = keep_contact(
            case,
            ContactFacts(
                role=Role(said(arguments.role, facts.role)),
                organisation=said(arguments.organisation, facts.organisation),
                corrects=corrects,
            ),
            ContactPerson(
                name=said(arguments.name, person.name),
                phone=said(arguments.phone, person.phone),
                mail=said(arguments.mail, person.mail),
            ),
        )
        return done(case, entry, desk.language.text("The contact is saved."))
