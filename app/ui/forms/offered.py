"""The entries that a field can name: as options to choose from, with what follows from a choice. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from app.casework import (
    KINDS,
    CaseState,
    Delivery,
    Exhibit,
    Field,
    FieldKind,
    SealedDossier,
    Versioned,
    Written,
    dotted,
    may_name,
)
from app.casework.kinds.consent import shareable_file
from app.casework.kinds.contact import CONTACT, Contact, ContactPerson
from app.casework.kinds.dossier import DELIVERY, DOSSIER, called
from app.casework.kinds.handed_over import role_of
from app.language import Language
from app.ui.forms.model import Option, Values
from app.vocabulary import Role, Zone, in_words, short
from evidence_store import EntryId

NOBODY = "-"


class Offered(msgspec.Struct, frozen=True):
    """One entry that can be named.

    Attributes:
        entry: its id.
        label: what the choice says.
        brings: values that other fields take over from it, by their keys.
    """

    entry: EntryId
    label: str
    brings: dict[str, str] = {}


def offered(
    state: CaseState,
    field: Field,
    named: EntryId | None,
    language: Language,
    own: Versioned[Any] | None = None,
) -> dict[str, Offered]:
    """Return what a field can name, by the value of its choice, oldest first; ``named`` is offered in any case.

    ``own`` is the thing that names: it is not offered to itself.
    """
    if field.names_exhibits:
        return exhibits(state, language)
    if CONTACT.tag in field.of:
        found = [_contact(each, language) for each in state.of(CONTACT) if not each.hidden]
    elif {DOSSIER.tag, DELIVERY.tag} & set(field.of):
        found = [_report(state, each, language) for each in _reports(state, named)]
    else:
        return _things(state, field, language, own)
    return {str(each.entry.seq): each for each in found}


def first_entry(state: CaseState, entry: EntryId) -> EntryId:
    """Return the entry that names the thing of an entry: an exhibit by its original, another by its first one."""
    thing = state.thing_of(entry)
    if isinstance(thing, Exhibit):
        return thing.original
    return thing.id if isinstance(thing, Versioned) else entry


def _things(
    state: CaseState, field: Field, language: Language, own: Versioned[Any] | None
) -> dict[str, Offered]:
    """What was written down of the kinds that a field names, the newest first, as the timeline tells it."""
    found: list[tuple[str, Offered]] = []
    for kind in KINDS:
        if not isinstance(kind, Written) or kind.tag not in field.of:
            continue
        # What may leave names nothing private; a kind of the private chain alone is named from there alone.
        private = kind.home is Zone.PRIVATE
        for each in state.private_of(kind) if private else state.of(kind):
            if each.hidden or each is own:
                continue
            if field.with_file and shareable_file(each.current) is None:
                continue
            title, _ = kind.line_of(each.current, state, language)
            key = f"p{each.id.seq}" if private else str(each.id.seq)
            label = dotted(title, short(each.time, language))
            found.append((key, Offered(each.id, label, _brings(kind, each, field))))
    return dict(reversed(found))


def _brings(kind: Written[Any], thing: Versioned[Any], field: Field) -> dict[str, str]:
    """What other fields take over from a thing: what its own fields of the same names say."""
    found = {}
    for own in kind.fields:
        part = getattr(thing.current, own.part, None) if own.part else None
        if own.name in field.brings and hasattr(part, own.key):
            found[own.name] = str(getattr(part, own.key))
    return found


def says_enough(
    kind: Written[Any], found: Mapping[str, Mapping[str, Offered]], values: Values
) -> bool:
    """Return whether a new form says something before anything is written: what is taken over may be enough."""
    named = (each.get(values.get(key, NOBODY)) for key, each in found.items())
    brought = {name for each in named if each for name, value in each.brings.items() if value}
    return not kind.needs or not brought.isdisjoint(kind.needs)


def target(state: CaseState, kind: Written[Any], about: EntryId | None) -> EntryId | None:
    """Return what a new one is about; None where it cannot be, or where another field of its own names that."""
    others = (field for field in kind.fields if field.kind is FieldKind.ENTRY and field.label)
    if about is None or not may_name(state, kind.field(kind.about), about):
        return None
    named = any(
        field.of and field.name != kind.about and may_name(state, field, about) for field in others
    )
    return None if named else about


def exhibits(state: CaseState, language: Language) -> dict[str, Offered]:
    """Return the exhibits that a field can name, the newest first, by the value of their tick."""
    found = [
        Offered(
            each.original,
            dotted(
                language.text("Exhibit {number}", number=each.number), short(each.time, language)
            ),
        )
        for each in reversed(state.exhibits)
    ]
    return {str(each.entry.seq): each for each in found}


def options(found: dict[str, Offered], field: Field, language: Language) -> tuple[Option, ...]:
    """Return them as options, with one for none where one is to be chosen and none can be named."""
    if field.kind is FieldKind.ENTRIES:
        return tuple(Option(key, each.label) for key, each in found.items())
    if not can_be_none(field):
        none: tuple[Option, ...] = ()
    else:
        nobody = CONTACT.tag in field.of
        said = language.text("Nobody from the list") if nobody else language.text("None of them")
        none = (Option(NOBODY, said),)
    return (*none, *(Option(key, each.label) for key, each in found.items()))


def can_be_none(field: Field) -> bool:
    """Return whether a field may name nothing: only a hand-over without a report says nothing."""
    return not {DOSSIER.tag, DELIVERY.tag} & set(field.of)


def _contact(contact: Any, language: Language) -> Offered:  # noqa: ANN401 - a row of a kind
    value: Contact = contact.current
    name = _name(value)
    role = in_words(value.facts.role, language, long=True)
    label = dotted(name or value.facts.organisation, role)
    return Offered(contact.id, label, {"role": value.facts.role.value, "name": name})


def _reports(state: CaseState, named: EntryId | None) -> list[Delivery | SealedDossier]:
    """What can be given away; a dossier in a package goes with it, unless it is the one that is named."""
    packed = {each.facts.dossier for each in state.of(DELIVERY)} - {named}
    alone = [each for each in state.of(DOSSIER) if each.entry not in packed]
    return sorted([*alone, *state.of(DELIVERY)], key=lambda each: each.entry.seq)


def _report(state: CaseState, thing: Delivery | SealedDossier, language: Language) -> Offered:
    role = role_of(thing.facts.recipient)
    return Offered(
        thing.entry, called(thing, language), {"role": role.value, "name": _known_name(state, role)}
    )


def _known_name(state: CaseState, role: Role) -> str:
    """The name of the one contact in that role; "" where there is none, or more than one."""
    names = {
        _name(each.current)
        for each in state.of(CONTACT)
        if each.current.facts.role is role and not each.hidden
    }
    return names.pop() if len(names) == 1 else ""


def _name(contact: Contact) -> str:
    return contact.contact.name if isinstance(contact.contact, ContactPerson) else ""
