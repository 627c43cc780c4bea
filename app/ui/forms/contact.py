"""The form for a contact. No Qt."""

from __future__ import annotations

from app.actions.open_case import OpenCase
from app.actions.record_facts import keep_contact
from app.casework import Contact
from app.casework.records import ContactFacts, ContactPerson
from app.language import Language
from app.ui.forms.model import Field, FieldKind, Section, Sheet, Values, options
from app.ui.forms.things import as_it_stands, draft_key, thing_to_correct
from app.vocabulary import Role
from evidence_store import EntryId


class ContactForm:
    """Somebody who may be told: a new one, or a correction."""

    def __init__(self, case: OpenCase, language: Language, contact: EntryId | None = None) -> None:
        self._language = language
        self._corrects, self._old = thing_to_correct(case, contact, Contact)
        self.key = draft_key(case, "contact", self._corrects, correction=self.corrects)
        self.before: Values = self._fill(self._old)
        self.sheet = self._sheet()
        self.whole = False
        self.done = language.text("The contact is saved")

    @property
    def corrects(self) -> bool:
        """Whether something sealed is corrected."""
        return self._corrects is not None

    def follow(self, changed: str, values: Values) -> Values:
        """Nothing follows."""
        return {}

    def seal(self, case: OpenCase, values: Values) -> EntryId:
        """Seal one entry."""
        return keep_contact(
            case,
            ContactFacts(
                role=Role(values["role"]),
                organisation=values["organisation"],
                corrects=self._corrects,
            ),
            ContactPerson(name=values["name"], phone=values["phone"], mail=values["mail"]),
            draft=self.key,
        )

    @staticmethod
    def _fill(old: Contact | None) -> Values:
        facts = old.facts if old else ContactFacts(role=Role.MANAGER)
        person = as_it_stands(old and old.contact, ContactPerson)
        return {
            "role": facts.role.value,
            "name": person.name,
            "organisation": facts.organisation,
            "phone": person.phone,
            "mail": person.mail,
        }

    def _sheet(self) -> Sheet:
        text = self._language.text
        return Sheet(
            title=text("Correct the contact") if self.corrects else text("New contact"),
            lead=text("Those you can turn to. Names and numbers stay in your vault."),
            sections=(
                Section(
                    "",
                    (
                        Field(
                            "role",
                            text("Who is it?"),
                            FieldKind.CHOICE,
                            options=options(Role, self._language),
                        ),
                        Field("name", text("Name")),
                        Field("organisation", text("Workplace or organisation")),
                        Field("phone", text("Phone")),
                        Field("mail", text("E-mail")),
                    ),
                ),
            ),
        )
