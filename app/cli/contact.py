"""``contact``: keep who is who."""

from __future__ import annotations

import argparse

from app.casework.records import Role
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.sealed import done, kept, read_corrected

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
    from app.casework.records import ContactFacts, ContactPerson

    with desk.open_case() as case:
        corrects, old = read_corrected(case, arguments.corrects)
        facts, person = (getattr(old, part, None) for part in ("facts", "contact"))
        entry = keep_contact(
            case,
            ContactFacts(
                role=Role(kept(arguments.role, facts, "role", Role.OTHER)),
                organisation=kept(arguments.organisation, facts, "organisation", ""),
                corrects=corrects,
            ),
            ContactPerson(
                name=kept(arguments.name, person, "name", ""),
                phone=kept(arguments.phone, person, "phone", ""),
                mail=kept(arguments.mail, person, "mail", ""),
            ),
        )
        return done(case, entry, desk.language.text("The contact is saved."))
