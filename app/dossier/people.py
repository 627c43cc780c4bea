"""The names that were typed in a case: of the person, of senders, and of those who were told, asked or noted. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from app.casework import CaseState, Incident
from app.casework.kinds.contact import CONTACT
from app.casework.kinds.file import FileSource
from app.casework.kinds.incident import INCIDENT, IncidentSender, IncidentSenderName
from app.dossier.policy import WRITTEN_SECTIONS, Policy


def sender_names(incident: Incident) -> Iterator[str]:
    """Yield what the sender of an incident is called: the name, then the user name."""
    if isinstance(incident.sender_name, IncidentSenderName):
        yield from _said(incident.sender_name.display_name)
    if isinstance(incident.sender, IncidentSender):
        yield from _said(incident.sender.handle)


def own_name(state: CaseState) -> str:
    """Return the name of the person whose case it is; "" where it is not noted."""
    return state.author.name.strip() if state.author is not None else ""


def all_names(state: CaseState) -> Iterator[str]:
    """Yield every name that was typed."""
    yield from _said(own_name(state))
    for incident in state.of(INCIDENT):
        yield from sender_names(incident.current)
    yield from _of_others(state, None)


def names_not_told(state: CaseState, policy: Policy) -> tuple[str, ...]:
    """Return the names of others that stay shut for a recipient, each once."""
    found: list[str] = []
    for incident in state.of(INCIDENT):
        value = incident.current
        if not policy.opens("incident", "sender_name") and isinstance(
            value.sender_name, IncidentSenderName
        ):
            found += _said(value.sender_name.display_name)
        if not policy.opens("incident", "sender") and isinstance(value.sender, IncidentSender):
            found += _said(value.sender.handle)
    found += _of_others(state, policy)
    told = set(_of_others(state, policy, shut=False))
    return tuple(dict.fromkeys(name for name in found if name not in told))


def file_names(state: CaseState) -> tuple[str, ...]:
    """Return what added files were called, each once."""
    return tuple(
        dict.fromkeys(
            each.source.name
            for each in state.exhibits
            if isinstance(each.source, FileSource) and each.source.name
        )
    )


def _of_others(state: CaseState, policy: Policy | None, *, shut: bool = True) -> Iterator[str]:
    """Yield names of contacts and of those who were told or asked: all, or those that are shut or open to somebody.

    A field that is called ``name`` holds the name of somebody, whatever the kind.
    """
    for kind in (CONTACT, *(kind for kind, _ in WRITTEN_SECTIONS.values())):
        for field in kind.fields:
            if field.name != "name":
                continue
            if policy is not None and policy.opens(kind.tag, field.part) is shut:
                continue
            for thing in state.of(kind):
                yield from _said(getattr(getattr(thing.current, field.part), field.key, ""))


def _said(name: str) -> tuple[str, ...]:
    return (name.strip(),) if name.strip() else ()
