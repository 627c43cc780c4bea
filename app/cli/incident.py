"""``incident``: the facts of a post or another event."""

from __future__ import annotations

import argparse

from app.casework import Incident, doubt_of, doubt_of_seen
from app.casework.records import IncidentFacts, IncidentSender, IncidentSenderName, IncidentText
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.sealed import (
    as_it_stands,
    done,
    read_corrected,
    read_exhibit,
    read_time,
    said,
)
from app.messages import doubt_sentence
from app.vocabulary import AccessBasis, IncidentKind, Visibility, moment_of

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
    parser.add_argument("--form", choices=list(IncidentKind), help=text("its form"))
    parser.add_argument("--platform", help=text("platform"))
    parser.add_argument("--venue", help=text("page or group"))
    parser.add_argument("--url", help=text("address"))
    parser.add_argument("--permalink", help=text("direct link to the post"))
    parser.add_argument("--shown-time", help=text("time of the post exactly as shown"))
    parser.add_argument("--published", metavar="TIME", help=text("established time"))
    parser.add_argument("--first-seen", metavar="TIME", help=text("when you saw it first"))
    parser.add_argument("--visibility", choices=list(Visibility), help=text("who could see it"))
    parser.add_argument("--audience", help=text("such as the number of members"))
    parser.add_argument(
        "--access",
        choices=list(AccessBasis),
        help=text("how you came to see it"),
    )
    parser.add_argument("--profile-name", help=text("name shown on the profile"))
    parser.add_argument("--handle", help=text("user name"))
    parser.add_argument("--profile-url", help=text("address of the profile"))
    parser.add_argument("--relation", help=text("relation to the workplace"))
    parser.add_argument("--quote", help=text("the words themselves"))
    parser.add_argument("--why", help=text("what is offensive about it"))
    parser.add_argument("--description", help=text("what happened, neutrally"))
    parser.add_argument(
        "--corrects",
        default="",
        metavar="ID",
        help=text("the event it corrects; the old one stays readable"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Seal the facts; what a correction does not name stays as it was."""
    from app.actions.record_facts import record_incident

    published, first_seen = read_time(arguments.published), read_time(arguments.first_seen)
    with desk.open_case() as case:
        corrects, old = read_corrected(case, arguments.corrects, Incident)
        facts = old.facts if old else IncidentFacts()
        published, first_seen = (
            said(published, facts.published_at),
            said(first_seen, facts.first_seen_at),
        )
        exhibits = tuple(read_exhibit(case, each).original for each in arguments.exhibit)
        entry = record_incident(
            case,
            IncidentFacts(
                form=IncidentKind(said(arguments.form, facts.form)),
                platform=said(arguments.platform, facts.platform),
                venue_name=said(arguments.venue, facts.venue_name),
                url=said(arguments.url, facts.url),
                permalink=said(arguments.permalink, facts.permalink),
                published_at_text=said(arguments.shown_time, facts.published_at_text),
                published_at=published,
                first_seen_at=first_seen,
                visibility=Visibility(said(arguments.visibility, facts.visibility)),
                audience=said(arguments.audience, facts.audience),
                access_basis=AccessBasis(said(arguments.access, facts.access_basis)),
                exhibits=exhibits or facts.exhibits,
                corrects=corrects,
            ),
            *_words(arguments, old),
        )
        now, posted = desk.clock.now().utc, moment_of(published)
        doubts = (doubt_of(posted, now), doubt_of_seen(moment_of(first_seen), posted, now))
        remarks = (doubt_sentence(doubt, desk.language) for doubt in doubts)
        return done(case, entry, desk.language.text("The event is saved and locked."), remarks)


def _words(
    arguments: argparse.Namespace, old: Incident | None
) -> tuple[IncidentSender, IncidentSenderName, IncidentText]:
    """The parts beside the facts, as typed or as they stood."""
    sender = as_it_stands(old and old.sender, IncidentSender)
    name = as_it_stands(old and old.sender_name, IncidentSenderName)
    words = as_it_stands(old and old.text, IncidentText)
    return (
        IncidentSender(
            handle=said(arguments.handle, sender.handle),
            profile_url=said(arguments.profile_url, sender.profile_url),
            platform_id=sender.platform_id,
        ),
        IncidentSenderName(
            display_name=said(arguments.profile_name, name.display_name),
            relation=said(arguments.relation, name.relation),
        ),
        IncidentText(
            quote=said(arguments.quote, words.quote),
            why_offensive=said(arguments.why, words.why_offensive),
            description=said(arguments.description, words.description),
        ),
    )
