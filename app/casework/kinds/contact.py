"""Somebody who may be told: by role and organisation, and how to reach them."""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.errors import EmptyContactError
from app.casework.fields import (
    CommandWords,
    Draft,
    Field,
    FieldKind,
    FieldSection,
    FormWords,
    Width,
)
from app.casework.kind import Written
from app.casework.part import Part
from app.casework.wording import Icon, dotted, listed
from app.language import Language, deferred
from app.vocabulary import Role, in_words, lowered
from evidence_store import EntryId


class ContactFacts(Part, frozen=True, kw_only=True, tag="contact"):
    """A contact by role and organisation."""

    role: Role = Role.OTHER
    organisation: str = ""
    corrects: EntryId | None = None


class ContactPerson(Part, frozen=True, kw_only=True, tag="contact_person"):
    """The contact's name and how to reach them (part ``contact``)."""

    name: str = ""
    phone: str = ""
    mail: str = ""


class ContactChecked(Part, frozen=True, kw_only=True, tag="contact_checked"):
    """When the person saw to it that name and numbers still hold (part ``checked``)."""

    checked_on: str = ""


class Contact(msgspec.Struct, frozen=True):
    """Somebody who may be told."""

    facts: ContactFacts
    contact: ContactPerson | Gap | None = None
    checked: ContactChecked | Gap | None = None


class ContactDraft(Draft, frozen=True, kw_only=True):
    """A contact as a person gives it."""

    role: Role | None = None
    name: str | None = None
    organisation: str | None = None
    phone: str | None = None
    mail: str | None = None
    checked: str | None = None


def _line(contact: Contact, _: object, language: Language) -> tuple[str, str]:
    facts, role = contact.facts, in_words(contact.facts.role, language)
    name = contact.contact.name if isinstance(contact.contact, ContactPerson) else ""
    return name or role, dotted(role if name else "", facts.organisation)


def _brief(contact: Contact, language: Language) -> str:
    facts, person = contact.facts, contact.contact
    if not isinstance(person, ContactPerson):
        return ""
    return listed(lowered(in_words(facts.role, language)), person.name, facts.organisation)


CONTACT = Written(
    tag="contact",
    name=deferred("contact"),
    erasing=Erasing(lists=("notification",)),
    parts={"facts": ContactFacts, "contact": ContactPerson, "checked": ContactChecked},
    searched={"facts": ("organisation",), "contact": ("name", "phone", "mail")},
    value=Contact,
    draft=ContactDraft,
    sections=(
        FieldSection(
            "",
            (
                Field(
                    name="role",
                    kind=FieldKind.CHOICE,
                    label=deferred("Who is it?"),
                    choices=Role,
                    first=Role.MANAGER,
                    in_sight=True,
                    option_help=deferred("who they are to the case"),
                    shown=deferred("Role"),
                ),
                Field(
                    name="name",
                    part="contact",
                    label=deferred("Name"),
                    width=Width.NAME,
                    option_help=deferred("name"),
                    shown=deferred("Name"),
                ),
                Field(
                    name="organisation",
                    label=deferred("Workplace or organisation"),
                    option_help=deferred("workplace or organisation"),
                    shown=deferred("Organisation"),
                ),
                Field(
                    name="phone",
                    part="contact",
                    label=deferred("Phone"),
                    width=Width.PHONE,
                    option_help=deferred("phone"),
                    shown=deferred("Phone"),
                ),
                Field(
                    name="mail",
                    part="contact",
                    label=deferred("E-mail"),
                    width=Width.NAME,
                    option_help=deferred("mail address"),
                    shown=deferred("E-mail"),
                ),
                Field(
                    name="checked",
                    part="checked",
                    attr="checked_on",
                    kind=FieldKind.DAY,
                    label=deferred("When you checked it"),
                    help=deferred("Names and numbers change. Such as today or 30 Nov 2026"),
                    option_help=deferred("day on which you saw that it holds"),
                    shown=deferred("Checked"),
                ),
            ),
        ),
    ),
    form=FormWords(
        new=deferred("New contact"),
        correct=deferred("Correct the contact"),
        lead=deferred("Those you can turn to. Names and numbers stay in your vault."),
        saved=deferred("The contact is saved"),
        menu=deferred("Add contact …"),
        key="Ctrl+Shift+K",
    ),
    command=CommandWords(
        name="contact",
        summary=deferred("keep a contact"),
        corrects=deferred("the contact it corrects; the old one stays readable"),
        saved=deferred("The contact is saved."),
    ),
    nothing=EmptyContactError,
    needs=("name", "organisation", "phone", "mail"),
    in_timeline=False,
    icon=Icon.PERSON,
    line=_line,
    brief=_brief,
    order=("role", "organisation", "name", "phone", "mail", "checked"),
)
