"""Who is called by another name in what leaves: senders by the case’s events, others as they were registered. Pure.

The person whose case it is keeps their name, and so does whoever is told in their function.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from app.casework.kinds.contact import CONTACT, ContactPerson
from app.casework.kinds.incident import INCIDENT, Incident, IncidentSender, IncidentSenderName
from app.casework.kinds.notification import NOTIFICATION, NotificationPerson
from app.casework.state import CaseState
from app.naming import People, Person, Pseudonym
from app.vocabulary import Relation, Role

_PRIVATE_ROLES = frozenset({Role.COLLEAGUE, Role.RELATIVE, Role.WITNESS, Role.OTHER})
# What stands in the address of a profile beside the name of it.
_NO_NAME = re.compile(
    r"(?:profile|user|users|people|pages?|groups?|channel|company|member|public|posts?|status|video|videos|"
    r"in|u|c|p|r|m|add|t|contrib|reviews?|maps|place|\w+\.php|index\.\w+)",
    re.IGNORECASE,
)
_SHORTEST = 3
_SCHEMES = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://)+", re.IGNORECASE
)  # one that is typed twice is no part of a name


def people_of(state: CaseState, registered: Iterable[Person] = ()) -> People:
    """Return all who are called by another name; ``registered`` are those that the person has registered."""
    found: dict[Pseudonym, Person] = {}
    for person in (*_senders(state), *registered):
        stood = found.get(person.pseudonym, Person(person.pseudonym))
        found[person.pseudonym] = Person(
            person.pseudonym,
            _each((*stood.names, *person.names)),
            _each((*stood.handles, *person.handles)),
            _each((*stood.ids, *person.ids)),
        )
    own = state.author.name.strip() if state.author is not None else ""
    return People(tuple(found.values()), own, _each(_told_in_their_function(state)))


def profile_names(url: str) -> tuple[str, ...]:
    """Return what in the address of a profile can name who has it: ``/people/torben.eks`` → torben.eks."""
    try:
        parts = urlsplit("//" + _SCHEMES.sub("", url.strip()))
    except ValueError:
        return ()
    pieces = [unquote(each).lstrip("@") for each in parts.path.split("/")]
    pieces += [value for values in parse_qs(parts.query).values() for value in values]
    return tuple(
        piece
        for piece in pieces
        if len(piece) >= _SHORTEST and " " not in piece and not _NO_NAME.fullmatch(piece)
    )


def _senders(state: CaseState) -> Iterator[Person]:
    for thing in state.of(INCIDENT):
        for version in thing.versions:
            if version.value.label:
                yield _sender(version.value)


def _sender(incident: Incident) -> Person:
    sender = incident.sender if isinstance(incident.sender, IncidentSender) else IncidentSender()
    named = incident.sender_name
    name = named.display_name if isinstance(named, IncidentSenderName) else ""
    in_address = profile_names(sender.profile_url)
    return Person(
        Pseudonym(Relation.SENDER, incident.label),
        _each((name,)),
        _each((sender.handle, *(each for each in in_address if not each.isdigit()))),
        _each((sender.platform_id, *(each for each in in_address if each.isdigit()))),
    )


def _told_in_their_function(state: CaseState) -> Iterator[str]:
    for contact in state.of(CONTACT):
        person = contact.current.contact
        if contact.current.facts.role not in _PRIVATE_ROLES and isinstance(person, ContactPerson):
            yield person.name
    for told in state.of(NOTIFICATION):
        who = told.current.to
        if told.current.facts.role not in _PRIVATE_ROLES and isinstance(who, NotificationPerson):
            yield who.name


def _each(values: Iterable[str]) -> tuple[str, ...]:
    clean = (" ".join(value.split()) for value in values)
    return tuple(dict.fromkeys(value for value in clean if value))
