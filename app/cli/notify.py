"""``notify``: note that somebody was told, and what they answered."""

from __future__ import annotations

import argparse

from app.casework.records import Channel, Role
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.sealed import done, read_id, read_time
from app.clock import stamp

NAME = "notify"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("note that somebody was told")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Who, when, how, what, and the answer."""
    parser.add_argument("--role", choices=list(Role), required=True, help=text("who was told"))
    parser.add_argument("--name", default="", help=text("name"))
    parser.add_argument("--at", default="", metavar="TIME", help=text("when; otherwise now"))
    parser.add_argument("--channel", choices=list(Channel), default="other", help=text("how"))
    parser.add_argument("--said", default="", help=text("what was said or sent"))
    parser.add_argument("--sent", default="", metavar="ID", help=text("the dossier that was sent"))
    parser.add_argument("--reply", default="", help=text("what they answered"))
    parser.add_argument("--reply-at", default="", metavar="TIME", help=text("when they answered"))
    parser.add_argument("--follow-up", default="", metavar="DAY", help=text("day to follow up"))
    parser.add_argument(
        "--corrects",
        default="",
        metavar="ID",
        help=text("the message it corrects or adds the answer to; the old one stays readable"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Seal the message."""
    from app.actions.record_facts import record_notification
    from app.casework.records import NotificationFacts, NotificationPerson, NotificationText

    at = read_time(arguments.at) or stamp(desk.clock.now().utc)
    reply_at = read_time(arguments.reply_at)
    with desk.open_case() as case:
        entry = record_notification(
            case,
            NotificationFacts(
                role=Role(arguments.role),
                at=at,
                channel=Channel(arguments.channel),
                sent=read_id(case, arguments.sent) if arguments.sent else None,
                reply_at=reply_at,
                follow_up_on=arguments.follow_up,
                corrects=read_id(case, arguments.corrects) if arguments.corrects else None,
            ),
            NotificationPerson(name=arguments.name),
            NotificationText(said=arguments.said, reply=arguments.reply),
        )
        return done(case, entry, desk.language.text("The message is noted."))
