"""Whom the person can go to, and who knows: each contact with what they were told and what they answered. No Qt.

Rules:
- Somebody who was told without being a contact stands there too: the question is who knows.
- What was told belongs to a contact that it names; else to the one of the same name and role.
- The page shows what is sealed, and changes nothing: a correction is made in the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

import msgspec

from app.casework import CaseState, Labelled, Versioned, dotted, field_words, filled
from app.casework.kinds.contact import CONTACT, Contact, ContactPerson
from app.casework.kinds.handed_over import HANDED_OVER, HandedOverPerson
from app.casework.kinds.notification import (
    NOTIFICATION,
    Notification,
    NotificationPerson,
    NotificationText,
)
from app.language import Language
from app.ui.acts import Toast
from app.ui.context import UiContext
from app.ui.routes import Write
from app.vocabulary import Role, in_words, minute, moment_of
from evidence_store import EntryId


class Told(msgspec.Struct, frozen=True):
    """One time that somebody was told something, or got a report.

    Attributes:
        at: when, as the ledger keeps it; what it is ordered by.
        id: what is corrected by the button beside it.
        kind: tag of what it is.
        title: when and how.
        said: what was said, and what they answered.
        waits: whether an answer is noted; of a report that was handed over nobody waits for one.
    """

    at: str
    id: EntryId
    kind: str
    title: str
    said: tuple[Labelled, ...]
    waits: bool = False


class Person(msgspec.Struct, frozen=True):
    """Somebody of the list.

    Attributes:
        key: names them as long as the case is open.
        title: name, or role.
        second: role and workplace.
        contact: the entry that is corrected; None for somebody who is no contact.
        phone: as text, to be dialled by hand; "" where none is known.
        mail: "" where none is known.
        corrected: that the contact was corrected, and when; "" where it was not.
        told: newest first.
    """

    key: str
    title: str
    second: str
    contact: EntryId | None
    phone: str = ""
    mail: str = ""
    corrected: str = ""
    told: tuple[Told, ...] = ()


class ContactsView(Protocol):
    """What the presenter asks of the page."""

    def show_people(self, people: tuple[Person, ...], chosen: str) -> None:
        """Show the list, and one of them beside it; "" where there is nobody."""
        ...


class ContactsPresenter:
    """Turns the case into people.

    Attributes:
        people: in the order of the list.
        chosen: the key of the one beside it.
    """

    def __init__(self, context: UiContext, page: ContactsView) -> None:
        self.people: tuple[Person, ...] = ()
        self.chosen = ""
        self._context = context
        self._page = page
        self._state: CaseState | None = None
        context.session.subscribe(self.refresh)

    def accepts(self) -> bool:
        """Return whether there is a case whose people can be shown; says so where there is none."""
        if self._context.session.case is None:
            self._context.acts.toast(Toast(self._context.language.text("Open your vault first")))
            return False
        return True

    def refresh(self) -> None:
        """Show what the case says now."""
        session = self._context.session
        state = session.state if session.case is not None else None
        if state is self._state:
            return
        before = {each.key for each in self.people}
        self._state = state
        self.people = people(state, self._context.language) if state is not None else ()
        new = [each.key for each in self.people if each.key not in before and each.contact]
        if before and len(new) == 1:
            self.chosen = new[0]  # the one that was just added
        if self.chosen not in {each.key for each in self.people}:
            self.chosen = self.people[0].key if self.people else ""
        self._page.show_people(self.people, self.chosen)

    def choose(self, key: str) -> None:
        """Show somebody else."""
        if key != self.chosen and key in {each.key for each in self.people}:
            self.chosen = key
            self._page.show_people(self.people, key)

    # -- what leads to a form ----------------------------------------------------------------------

    def add(self) -> None:
        """A new contact."""
        self._context.navigator.go(Write("contact"))

    def correct(self, person: Person) -> None:
        """The contact's form."""
        if person.contact is not None:
            self._context.navigator.go(Write("contact", corrects=person.contact))

    def tell(self, person: Person) -> None:
        """Note that they were told."""
        self._context.navigator.go(Write("notification", about=person.contact))

    def correct_told(self, told: Told) -> None:
        """Correct what was told, or add the answer."""
        self._context.navigator.go(Write(told.kind, corrects=told.id))

    def copied(self) -> None:
        """Say that what was asked for lies on the clipboard."""
        self._context.acts.toast(Toast(self._context.language.text("Copied")))


def people(state: CaseState, language: Language) -> tuple[Person, ...]:
    """Return everybody: contacts in the order in which they were kept, then who was told besides them."""
    contacts = [each for each in state.of(CONTACT) if not each.hidden]
    told: dict[str, list[Told]] = {_key(each): [] for each in contacts}
    by_name = {_named(each): _key(each) for each in reversed(contacts) if _named(each)[1]}
    others: dict[tuple[Role, str], list[Told]] = {}
    for whom, once in _all_told(state, language):
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


Whom = tuple[EntryId | None, Role, str]


def _all_told(state: CaseState, language: Language) -> Iterator[tuple[Whom, Told]]:
    for message in state.of(NOTIFICATION):
        if not message.hidden:
            yield _message(message, language)
    for given in state.of(HANDED_OVER):
        if not given.hidden:
            value = given.current
            name = value.to.name if isinstance(value.to, HandedOverPerson) else ""
            how = in_words(value.facts.channel, language)
            title = dotted(
                minute(value.facts.at, language), language.text("Report handed over"), how
            )
            once = Told(value.facts.at, given.id, HANDED_OVER.tag, title, ())
            yield (None, value.facts.role, name), once


def _message(message: Versioned[Notification], language: Language) -> tuple[Whom, Told]:
    value, text = message.current, language.text
    facts = value.facts
    name = value.to.name if isinstance(value.to, NotificationPerson) else ""
    words = value.text if isinstance(value.text, NotificationText) else NotificationText()
    answered = minute(facts.reply_at, language)
    follow_up = field_words(NOTIFICATION.field("follow_up"), facts, language)
    said = filled(
        Labelled(text("What was said"), words.said),
        Labelled(text("Answered"), answered),
        Labelled(text("What was answered"), words.reply),
        Labelled(text("Follow-up"), follow_up),
    )
    title = dotted(minute(facts.at, language), in_words(facts.channel, language))
    waits = not (words.reply or answered)
    once = Told(facts.at, message.id, NOTIFICATION.tag, title, said, waits)
    return (facts.contact, facts.role, name), once


def _contact(contact: Versioned[Contact], told: list[Told], language: Language) -> Person:
    value = contact.current
    person = value.contact if isinstance(value.contact, ContactPerson) else ContactPerson()
    role = in_words(value.facts.role, language, long=True)
    corrected = ""
    if contact.earlier:
        corrected = language.text(
            "Corrected {moment}. What stood before stays in the case’s log.",
            moment=minute(contact.changed, language),
        )
    return Person(
        key=_key(contact),
        title=person.name or role,
        second=dotted(role if person.name else "", value.facts.organisation),
        contact=contact.id,
        phone=person.phone,
        mail=person.mail,
        corrected=corrected,
        told=_newest_first(told),
    )


def _other(role: Role, name: str, told: list[Told], language: Language) -> Person:
    words = in_words(role, language, long=True)
    no_contact = language.text("not kept as a contact")
    return Person(
        key=f"{role.value}/{name}",
        title=name or words,
        second=dotted(words if name else "", no_contact),
        contact=None,
        told=_newest_first(told),
    )


def _newest_first(told: list[Told]) -> tuple[Told, ...]:
    return tuple(sorted(told, key=lambda each: (each.at, each.id.seq), reverse=True))


def _key(contact: Versioned[Any]) -> str:
    return _key_of(contact.id)


def _key_of(entry: EntryId) -> str:
    return f"{entry.chain}/{entry.seq}"


def _named(contact: Versioned[Contact]) -> tuple[Role, str]:
    person = contact.current.contact
    return contact.current.facts.role, person.name if isinstance(person, ContactPerson) else ""


def last_told(person: Person, language: Language) -> str:
    """Return when they were told last, as a list has it; "" where they were not."""
    moment = moment_of(person.told[0].at) if person.told else None
    return language.short_day(moment) if moment is not None else ""
