"""Who can be gone to, and who knows: each with what they were told, asked, answered and promised. No Qt.

Rules:
- Somebody who was told or asked without being a contact stands there too: the question is who knows.
- What was told belongs to a contact that it names; else to the one of the same name and role.
- Those whom one should tell first stand at the end while nobody in that role is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from app.casework import CaseState, Labelled, Versioned, WhoKnows, dotted
from app.casework.kinds.contact import CONTACT, Contact, ContactPerson
from app.casework.kinds.handed_over import HANDED_OVER, HandedOverPerson
from app.casework.kinds.notification import NOTIFICATION
from app.language import Language
from app.messages import AskedWords, asked_in_words
from app.vocabulary import Role, in_words, minute, moment_of
from evidence_store import EntryId

FIRST_TO_TELL = (Role.MANAGER, Role.SAFETY_REP, Role.SHOP_STEWARD, Role.UNION_CONSULTANT)


class ToldPerson(msgspec.Struct, frozen=True):
    """One time that somebody was told or asked something, or got a report.

    Attributes:
        at: when, as the ledger keeps it; what it is ordered by.
        id: what is corrected, or answered, by the buttons beside it.
        kind: tag of what it is.
        title: when, how and what.
        said: what was said, answered and promised.
        state: how far it is; "" where nobody waits.
        tone: how that is shown, as a ``BadgeKind``.
        answered: whether an answer can be noted for it.
        missing: whether an answer is waited for.
    """

    at: str
    id: EntryId
    kind: str
    title: str
    said: tuple[Labelled, ...]
    state: str = ""
    tone: str = "plain"
    answered: bool = False
    missing: bool = False


class KnownPerson(msgspec.Struct, frozen=True):
    """Somebody of the list.

    Attributes:
        key: names them as long as the case is open.
        title: name, or role.
        second: role and workplace.
        contact: the entry that is corrected; None for somebody who is no contact.
        role: who they are to the case.
        phone: as text, to be dialled by hand; "" where none is known.
        mail: "" where none is known.
        corrected: that the contact was corrected, and when; "" where it was not.
        told: newest first.
        mark: whether they know, and what is missing.
        tone: how that is shown, as a ``BadgeKind``.
    """

    key: str
    title: str
    second: str
    contact: EntryId | None
    role: Role = Role.OTHER
    phone: str = ""
    mail: str = ""
    corrected: str = ""
    told: tuple[ToldPerson, ...] = ()
    mark: str = ""
    tone: str = "plain"


Whom = tuple[EntryId | None, Role, str]


def people(state: CaseState, knows: WhoKnows, language: Language) -> tuple[KnownPerson, ...]:
    """Return everybody: contacts in the order in which they were kept, then who else knows."""
    contacts = [each for each in state.of(CONTACT) if not each.hidden]
    told: dict[str, list[ToldPerson]] = {_key(each): [] for each in contacts}
    by_name = {_named(each): _key(each) for each in reversed(contacts) if _named(each)[1]}
    others: dict[tuple[Role, str], list[ToldPerson]] = {}
    for whom, once in _all_told(state, knows, language):
        contact, role, name = whom
        key = _key_of(contact) if contact is not None else ""
        if key not in told:
            key = by_name.get((role, name), "")
        if key:
            told[key].append(once)
        else:
            others.setdefault((role, name), []).append(once)
    return (
        *(_contact(each, told[_key(each)], language) for each in contacts),
        *(_other(role, name, list_, language) for (role, name), list_ in others.items()),
    )


def still_to_tell(known: tuple[KnownPerson, ...], language: Language) -> tuple[KnownPerson, ...]:
    """Return those whom one should tell first, and who are not there in any way."""
    there = {each.role for each in known}
    return tuple(_other(role, "", [], language) for role in FIRST_TO_TELL if role not in there)


def _all_told(
    state: CaseState, knows: WhoKnows, language: Language
) -> Iterator[tuple[Whom, ToldPerson]]:
    for asked in knows.asked:
        words = asked_in_words(state, asked, knows.promises, language)
        thing: Any = state.thing_of(asked.entry)
        contact = getattr(thing.current.facts, "contact", None)
        yield (contact, words.role, words.name), _asked(words, language)
    for given in state.of(HANDED_OVER):
        if not given.hidden:
            value = given.current
            name = value.to.name if isinstance(value.to, HandedOverPerson) else ""
            how = in_words(value.facts.channel, language)
            title = dotted(
                minute(value.facts.at, language), language.text("Report handed over"), how
            )
            once = ToldPerson(value.facts.at, given.id, HANDED_OVER.tag, title, ())
            yield (None, value.facts.role, name), once


def _asked(words: AskedWords, language: Language) -> ToldPerson:
    what = "" if words.kind == NOTIFICATION.tag else words.title
    return ToldPerson(
        at=words.at,
        id=words.entry,
        kind=words.kind,
        title=dotted(minute(words.at, language), words.how, what),
        said=words.said,
        state=words.state,
        tone=words.tone,
        answered=True,
        missing=words.missing,
    )


def _contact(
    contact: Versioned[Contact], told: list[ToldPerson], language: Language
) -> KnownPerson:
    value = contact.current
    person = value.contact if isinstance(value.contact, ContactPerson) else ContactPerson()
    role = in_words(value.facts.role, language, long=True)
    corrected = ""
    if contact.earlier:
        corrected = language.text(
            "Corrected {moment}. What stood before stays in the case’s log.",
            moment=minute(contact.changed, language),
        )
    mark, tone = _mark(told, language)
    return KnownPerson(
        key=_key(contact),
        title=person.name or role,
        second=dotted(role if person.name else "", value.facts.organisation),
        contact=contact.id,
        role=value.facts.role,
        phone=person.phone,
        mail=person.mail,
        corrected=corrected,
        told=_newest_first(told),
        mark=mark,
        tone=tone,
    )


def _other(role: Role, name: str, told: list[ToldPerson], language: Language) -> KnownPerson:
    words = in_words(role, language, long=True)
    no_contact = language.text("not kept as a contact")
    mark, tone = _mark(told, language)
    return KnownPerson(
        key=f"{role.value}/{name}",
        title=name or words,
        second=dotted(words if name else "", no_contact),
        contact=None,
        role=role,
        told=_newest_first(told),
        mark=mark,
        tone=tone,
    )


def _mark(told: list[ToldPerson], language: Language) -> tuple[str, str]:
    """Return whether somebody knows: what waits longest says more than that they were told."""
    late = next((each for each in told if each.missing and each.tone == "wait"), None)
    if late is not None:
        return late.state, late.tone
    moment = max(filter(None, (moment_of(each.at) for each in told)), default=None)
    if moment is None:
        return (language.text("not told"), "plain") if not told else (language.text("told"), "ok")
    return language.text("told {day}", day=language.short_day(moment)), "ok"


def _newest_first(told: list[ToldPerson]) -> tuple[ToldPerson, ...]:
    return tuple(sorted(told, key=lambda each: (each.at, each.id.seq), reverse=True))


def _key(contact: Versioned[Any]) -> str:
    return _key_of(contact.id)


def _key_of(entry: EntryId) -> str:
    return f"{entry.chain}/{entry.seq}"


def _named(contact: Versioned[Contact]) -> tuple[Role, str]:
    person = contact.current.contact
    return contact.current.facts.role, person.name if isinstance(person, ContactPerson) else ""
