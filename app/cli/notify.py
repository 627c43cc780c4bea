"""``notify``: note that somebody was told, and what they answered."""

from __future__ import annotations

import argparse

from app.actions.open_case import OpenCase
from app.casework import Notification, SealedDossier, doubt_of, doubt_of_answer
from app.casework.records import NotificationFacts, NotificationPerson, NotificationText
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.sealed import (
    NotThatKindError,
    as_it_stands,
    done,
    read_corrected,
    read_day,
    read_id,
    read_time,
    said,
)
from app.clock import stamp
from app.messages import doubt_sentence
from app.vocabulary import Channel, Role, moment_of
from evidence_store import EntryId

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

    told_at, reply_at = read_time(arguments.at), read_time(arguments.reply_at)
    follow_up = read_day(arguments.follow_up)
    with desk.open_case() as case:
        corrects, old = read_corrected(case, arguments.corrects, Notification)
        facts = old.facts if old else NotificationFacts(at=stamp(desk.clock.now().utc))
        told_at, reply_at = said(told_at, facts.at), said(reply_at, facts.reply_at)
        to = as_it_stands(old and old.to, NotificationPerson)
        words = as_it_stands(old and old.text, NotificationText)
        entry = record_notification(
            case,
            NotificationFacts(
                role=Role(said(arguments.role, facts.role)),
                at=told_at,
                channel=Channel(said(arguments.channel, facts.channel)),
                sent=_sent(case, arguments.sent) if arguments.sent else facts.sent,
                reply_at=reply_at,
                follow_up_on=said(follow_up, facts.follow_up_on),
                contact=facts.contact,
                corrects=corrects,
            ),
            NotificationPerson(name=said(arguments.name, to.name)),
            NotificationText(
                said=said(arguments.said, words.said),
                reply=said(arguments.reply, words.reply),
            ),
        )
        now, told = desk.clock.now().utc, moment_of(told_at)
        doubts = (doubt_of(told, now), doubt_of_answer(moment_of(reply_at), told, now))
        remarks = (doubt_sentence(doubt, desk.language) for doubt in doubts)
        return done(case, entry, desk.language.text("The message is noted."), remarks)


def _sent(case: OpenCase, typed: str) -> EntryId:
    """The entry of the dossier that was sent. Raises NotThatKindError: it is something else."""
    entry = read_id(case, typed)
    if not isinstance(case.state.thing_of(entry), SealedDossier):
        raise NotThatKindError(typed)
    return entry
