"""``handed-over``: note who got a package or a dossier, when and how."""

from __future__ import annotations

import argparse

from app.actions.open_case import OpenCase
from app.casework import Delivery, HandedOver, SealedDossier, doubt_of
from app.casework.records import HandedOverFacts, HandedOverPerson
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.sealed import (
    NotThatKindError,
    as_it_stands,
    done,
    read_corrected,
    read_id,
    read_time,
    said,
)
from app.clock import stamp
from app.messages import doubt_sentence
from app.vocabulary import Channel, Role, moment_of

NAME = "handed-over"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("note that somebody got a package or a dossier")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """What, to whom, when and how."""
    parser.add_argument("id", metavar="ID", help=text("the package or the dossier, such as e41"))
    parser.add_argument(
        "--role", choices=list(Role), help=text("who got it; otherwise whom it was made for")
    )
    parser.add_argument("--name", help=text("name"))
    parser.add_argument("--at", metavar="TIME", help=text("when; otherwise now"))
    parser.add_argument("--channel", choices=list(Channel), help=text("how"))
    parser.add_argument(
        "--corrects",
        default="",
        metavar="ID",
        help=text("the hand-over it corrects; the old one stays readable"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Seal the hand-over; what a correction does not name stays as it was."""
    from app.actions.record_facts import record_hand_over

    given_at = read_time(arguments.at)
    with desk.open_case() as case:
        thing = _read_thing(case, arguments.id)
        corrects, old = read_corrected(case, arguments.corrects, HandedOver)
        known = thing.facts.recipient in list(Role)
        facts = (
            old.facts
            if old
            else HandedOverFacts(
                what=thing.entry,
                role=Role(thing.facts.recipient) if known else Role.OTHER,
                at=stamp(desk.clock.now().utc),
            )
        )
        at = said(given_at, facts.at)
        to = as_it_stands(old and old.to, HandedOverPerson)
        entry = record_hand_over(
            case,
            HandedOverFacts(
                what=thing.entry,
                role=Role(said(arguments.role, facts.role)),
                at=at,
                channel=Channel(said(arguments.channel, facts.channel)),
                corrects=corrects,
            ),
            HandedOverPerson(name=said(arguments.name, to.name)),
        )
        doubt = doubt_of(moment_of(at), desk.clock.now().utc)
        remarks = (doubt_sentence(doubt, desk.language),)
        return done(case, entry, desk.language.text("The hand-over is noted."), remarks)


def _read_thing(case: OpenCase, typed: str) -> Delivery | SealedDossier:
    """The package or dossier that was given. Raises NotThatKindError: it is something else."""
    thing = case.state.thing_of(read_id(case, typed))
    if not isinstance(thing, Delivery | SealedDossier):
        raise NotThatKindError(typed)
    return thing
