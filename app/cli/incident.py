"""``incident``: the facts of a post or another event."""

from __future__ import annotations

import argparse

from app.casework.records import AccessBasis, IncidentKind, Visibility
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.sealed import done, read_id, read_time

NAME = "incident"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("write down the facts of a post or another event")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Every field is optional; what is unknown stays unknown."""
    parser.add_argument(
        "--exhibit",
        action="append",
        default=[],
        metavar="ID",
        help=text("an exhibit that shows it"),
    )
    parser.add_argument("--form", choices=list(IncidentKind), default="post", help=text("its form"))
    parser.add_argument("--platform", default="", help=text("platform"))
    parser.add_argument("--venue", default="", help=text("page or group"))
    parser.add_argument("--url", default="", help=text("address"))
    parser.add_argument("--permalink", default="", help=text("direct link to the post"))
    parser.add_argument("--shown-time", default="", help=text("time of the post exactly as shown"))
    parser.add_argument("--published", default="", metavar="TIME", help=text("established time"))
    parser.add_argument(
        "--first-seen", default="", metavar="TIME", help=text("when you saw it first")
    )
    parser.add_argument(
        "--visibility", choices=list(Visibility), default="unknown", help=text("who could see it")
    )
    parser.add_argument("--audience", default="", help=text("such as the number of members"))
    parser.add_argument(
        "--access",
        choices=list(AccessBasis),
        default="unknown",
        help=text("how you came to see it"),
    )
    parser.add_argument("--profile-name", default="", help=text("name shown on the profile"))
    parser.add_argument("--handle", default="", help=text("user name"))
    parser.add_argument("--profile-url", default="", help=text("address of the profile"))
    parser.add_argument("--relation", default="", help=text("relation to the workplace"))
    parser.add_argument("--quote", default="", help=text("the words themselves"))
    parser.add_argument("--why", default="", help=text("what is offensive about it"))
    parser.add_argument("--description", default="", help=text("what happened, neutrally"))
    parser.add_argument(
        "--corrects",
        default="",
        metavar="ID",
        help=text("the event it corrects; the old one stays readable"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Seal the facts."""
    from app.actions.record_facts import record_incident
    from app.casework.records import (
        IncidentFacts,
        IncidentSender,
        IncidentSenderName,
        IncidentText,
    )

    published, first_seen = read_time(arguments.published), read_time(arguments.first_seen)
    with desk.open_case() as case:
        facts = IncidentFacts(
            form=IncidentKind(arguments.form),
            platform=arguments.platform,
            venue_name=arguments.venue,
            url=arguments.url,
            permalink=arguments.permalink,
            published_at_text=arguments.shown_time,
            published_at=published,
            first_seen_at=first_seen,
            visibility=Visibility(arguments.visibility),
            audience=arguments.audience,
            access_basis=AccessBasis(arguments.access),
            exhibits=tuple(read_id(case, each) for each in arguments.exhibit),
            corrects=read_id(case, arguments.corrects) if arguments.corrects else None,
        )
        entry = record_incident(
            case,
            facts,
            IncidentSender(handle=arguments.handle, profile_url=arguments.profile_url),
            IncidentSenderName(display_name=arguments.profile_name, relation=arguments.relation),
            IncidentText(
                quote=arguments.quote,
                why_offensive=arguments.why,
                description=arguments.description,
            ),
        )
        return done(case, entry, desk.language.text("The event is saved and locked."))
