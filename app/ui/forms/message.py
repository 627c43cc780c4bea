"""The form for who was told: whom, when, how, what was said, what was answered, and when to ask again. No Qt."""

from __future__ import annotations

from app.actions.open_case import OpenCase
from app.actions.record_facts import record_notification
from app.casework import Contact, Notification
from app.casework.kinds.contact import CONTACT
from app.casework.records import (
    ContactPerson,
    NotificationFacts,
    NotificationPerson,
    NotificationText,
)
from app.clock import stamp
from app.language import Language
from app.ui.forms.model import Field, FieldKind, Option, Section, Sheet, Values, options
from app.ui.forms.things import as_it_stands, draft_key, thing_to_correct
from app.ui.forms.times import Clocks
from app.vocabulary import Channel, Role, in_words
from evidence_store import EntryId

_NOBODY = "-"


class MessageForm:
    """Somebody was told: a new one, or a correction with what they answered."""

    def __init__(
        self, case: OpenCase, language: Language, notification: EntryId | None = None
    ) -> None:
        self._language = language
        self._clocks = Clocks()
        self._corrects, self._old = thing_to_correct(case, notification, Notification)
        self._contacts = {
            f"{contact.id.chain}/{contact.id.seq}": (contact.id, contact.current)
            for contact in case.state.of(CONTACT)
            if not contact.hidden
        }
        self.key = draft_key(case, "message", self._corrects, correction=self.corrects)
        self.before: Values = self._fill(self._old, self._clocks, stamp(case.clock.now().utc))
        self.sheet = self._sheet()
        self.whole = not self.corrects
        self.done = language.text("The message is saved and locked")

    @property
    def corrects(self) -> bool:
        """Whether something sealed is corrected."""
        return self._corrects is not None

    def follow(self, changed: str, values: Values) -> Values:
        """A contact that is chosen brings role and name along."""
        known = self._contacts.get(values.get("contact", ""))
        if changed != "contact" or known is None:
            return {}
        person = as_it_stands(known[1].contact, ContactPerson)
        return {"role": known[1].facts.role.value, "name": person.name}

    def seal(self, case: OpenCase, values: Values) -> EntryId:
        """Seal one entry; a dossier that was sent along stays named."""
        facts = self._old.facts if self._old else NotificationFacts()
        known = self._contacts.get(values.get("contact", ""))
        return record_notification(
            case,
            NotificationFacts(
                role=Role(values["role"]),
                at=self._clocks.time("at", values["at"]),
                channel=Channel(values["channel"]),
                sent=facts.sent,
                reply_at=self._clocks.time("reply_at", values["reply_at"]),
                follow_up_on=self._clocks.day("follow_up", values["follow_up"]),
                contact=known[0] if known else None,
                corrects=self._corrects,
            ),
            NotificationPerson(name=values["name"]),
            NotificationText(said=values["said"], reply=values["reply"]),
            draft=self.key,
        )

    def _fill(self, old: Notification | None, clocks: Clocks, now: str = "") -> Values:
        facts = (
            old.facts
            if old
            else NotificationFacts(role=Role.MANAGER, channel=Channel.CONVERSATION, at=now)
        )
        said = as_it_stands(old and old.text, NotificationText)
        contact = f"{facts.contact.chain}/{facts.contact.seq}" if facts.contact else _NOBODY
        return {
            **({"contact": contact} if self._contacts else {}),
            "role": facts.role.value,
            "name": as_it_stands(old and old.to, NotificationPerson).name,
            "at": clocks.show_time("at", facts.at),
            "channel": facts.channel.value,
            "said": said.said,
            "reply": said.reply,
            "reply_at": clocks.show_time("reply_at", facts.reply_at),
            "follow_up": clocks.show_day("follow_up", facts.follow_up_on),
        }

    def _sheet(self) -> Sheet:
        text = self._language.text
        return Sheet(
            title=text("Correct the message") if self.corrects else text("Record a message"),
            lead=text(
                "Whom you have told, and what they answered. It shows later that you asked for help."
            ),
            sections=(self._whom(), self._answer()),
        )

    def _whom(self) -> Section:
        text = self._language.text
        known = (
            Field(
                "contact",
                text("From your contacts"),
                FieldKind.CHOICE,
                options=(
                    Option(_NOBODY, text("Nobody from the list")),
                    *(
                        Option(key, self._called(contact))
                        for key, (_, contact) in self._contacts.items()
                    ),
                ),
            ),
        )
        return Section(
            text("Whom, when and how"),
            (
                *(known if self._contacts else ()),
                Field(
                    "role",
                    text("Who was told"),
                    FieldKind.CHOICE,
                    options=options(Role, self._language),
                ),
                Field("name", text("Name")),
                Field(
                    "at",
                    text("When"),
                    FieldKind.TIME,
                    help=text("Stands at now. Change it if it was earlier."),
                ),
                Field(
                    "channel",
                    text("How"),
                    FieldKind.CHOICE,
                    options=options(Channel, self._language),
                ),
                Field("said", text("What you said"), FieldKind.AREA),
            ),
        )

    def _answer(self) -> Section:
        text = self._language.text
        return Section(
            text("Answer and next step"),
            (
                Field(
                    "reply",
                    text("What they answered or promised"),
                    FieldKind.AREA,
                    help=text("Can be added when the answer comes."),
                ),
                Field(
                    "reply_at",
                    text("When the answer came"),
                    FieldKind.TIME,
                    placeholder=text("Such as 23.11.2026 at 14.03"),
                ),
                Field(
                    "follow_up",
                    text("When you will ask again"),
                    FieldKind.DAY,
                    placeholder=text("Such as 30.11.2026"),
                ),
            ),
        )

    def _called(self, contact: Contact) -> str:
        role = in_words(contact.facts.role, self._language, long=True)
        name = as_it_stands(contact.contact, ContactPerson).name
        return " · ".join(part for part in (name or contact.facts.organisation, role) if part)
