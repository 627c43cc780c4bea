"""``notify``: note that somebody was told, and what they answered."""

from __future__ import annotations

import argparse

from app.casework.records import Channel, Role
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.sealed import done, kept, read_corrected, read_id, read_time
from app.clock import stamp

NAME = "notify"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("note that somebody was told")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Who, when, how, what, and the answer."""
    parser.add_argument("--role", choices=list(Role), help=text("who was told"))
    parser.add_argument("--name", help=text("name"))
    parser.add_argument("--at", metavar="TIME", help=text("when; otherwise now"))
    parser.add_argument("--channel", choices=list(Channel), help=text("how"))
    parser.add_argument("--said", help=text("what was said or sent"))
    parser.add_argument("--sent", metavar="ID", help=text("the dossier that was sent"))
    parser.add_argument("--reply", help=text("what they answered"))
    parser.add_argument("--reply-at", metavar="TIME", help=text("when they answered"))
    parser.add_argument("--follow-up", metavar="DAY", help=text("day to follow up"))
    parser.add_argument(
        "--corrects",
        default="",
        metavar="ID",
        help=text("the message it corrects or adds the answer to; the old one stays readable"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Seal the message; what a correction does not name stays as it was."""
    from app.actions.record_facts import record_notification
    from app.casework.records import NotificationFacts, NotificationPerson, NotificationText

    told_at = read_time(arguments.at) if arguments.at else None
    reply_at = read_time(arguments.reply_at) if arguments.reply_at else None
    with desk.open_case() as case:
        corrects, old = read_corrected(case, arguments.corrects)
        facts, to, text = (getattr(old, part, None) for part in ("facts", "to", "text"))
        sent = read_id(case, arguments.sent) if arguments.sent else getattr(facts, "sent", None)
        entry = record_notification(
            case,
            NotificationFacts(
                role=Role(kept(arguments.role, facts, "role", Role.OTHER)),
                at=kept(told_at, facts, "at", stamp(desk.clock.now().utc)),
                channel=Channel(kept(arguments.channel, facts, "channel", Channel.OTHER)),
                sent=sent,
                reply_at=kept(reply_at, facts, "reply_at", ""),
                follow_up_on=kept(arguments.follow_up, facts, "follow_up_on", ""),
                corrects=corrects,
            ),
            NotificationPerson(name=kept(arguments.name, to, "name", "")),
            NotificationText(
                said=kept(arguments.said, text, "said", ""),
                reply=kept(arguments.reply, text, "reply", ""),
            ),
        )
        return done(case, entry, desk.language.text("The message is noted."))
