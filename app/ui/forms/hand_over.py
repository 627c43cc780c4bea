"""The form for who got a report: which one, whom, when and how. No Qt."""

from __future__ import annotations

from app.actions.open_case import OpenCase
from app.actions.record_facts import record_hand_over
from app.casework import CaseState, Delivery, HandedOver, SealedDossier
from app.casework.kinds.contact import CONTACT
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.casework.records import ContactPerson, HandedOverFacts, HandedOverPerson
from app.clock import stamp
from app.language import Language
from app.ui.forms.model import Field, FieldKind, Option, Section, Sheet, Values, options
from app.ui.forms.things import as_it_stands, draft_key, thing_to_correct
from app.ui.forms.times import Clocks
from app.vocabulary import Channel, Role, minute
from evidence_store import EntryId

_NO_WAY_FOR_FILES = frozenset({Channel.PACKAGE, Channel.PHONE, Channel.CONVERSATION})


class HandOverForm:
    """A report was given to somebody: prefilled from what was saved, or a correction."""

    def __init__(
        self,
        case: OpenCase,
        language: Language,
        what: EntryId | None = None,
        given: EntryId | None = None,
    ) -> None:
        self._language = language
        self._clocks = Clocks()
        self._corrects, self._old = thing_to_correct(case, given, HandedOver)
        if self._old is not None:
            what = self._old.facts.what
        self._things = {f"{each.entry.seq}": each for each in _things(case.state, what)}
        self.key = draft_key(
            case, "hand_over", self._corrects or what, correction=self._corrects is not None
        )
        self.before: Values = self._fill(case, what)
        self.sheet = self._sheet()
        self.whole = not self.corrects and bool(self._things)
        self.done = language.text("The hand-over is saved and locked")

    @property
    def corrects(self) -> bool:
        """Whether something sealed is corrected."""
        return self._corrects is not None

    def follow(self, changed: str, values: Values) -> Values:
        """Another report brings its recipient along."""
        thing = self._things.get(values.get("what", ""))
        if changed != "what" or thing is None:
            return {}
        return {"role": _role(thing).value}

    def seal(self, case: OpenCase, values: Values) -> EntryId:
        """Seal one entry."""
        return record_hand_over(
            case,
            HandedOverFacts(
                what=self._things[values["what"]].entry,
                role=Role(values["role"]),
                at=self._clocks.time("at", values["at"]),
                channel=Channel(values["channel"]),
                corrects=self._corrects,
            ),
            HandedOverPerson(name=values["name"]),
            draft=self.key,
        )

    def _fill(self, case: OpenCase, what: EntryId | None) -> Values:
        newest = next(reversed(list(self._things)), "")
        key = f"{what.seq}" if what is not None and f"{what.seq}" in self._things else newest
        role = _role(self._things[key]) if key else Role.OTHER
        name, channel = _known_name(case.state, role), Channel.MAIL
        at = stamp(case.clock.now().utc)
        if self._old is not None:
            facts = self._old.facts
            role, channel, at = facts.role, facts.channel, facts.at
            name = as_it_stands(self._old.to, HandedOverPerson).name
        return {
            "what": key,
            "role": role.value,
            "name": name,
            "at": self._clocks.show_time("at", at),
            "channel": channel.value,
        }

    def _sheet(self) -> Sheet:
        text = self._language.text
        return Sheet(
            title=text("Correct the hand-over") if self.corrects else text("Note a hand-over"),
            lead=text(
                "That a report is saved does not mean that anybody has it. Write down who got it and when."
            ),
            sections=(
                Section(
                    text("Which report, to whom, when and how"),
                    (
                        Field(
                            "what", text("Which report"), FieldKind.CHOICE, options=self._named()
                        ),
                        Field(
                            "role",
                            text("Given to"),
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
                            options=tuple(
                                way
                                for way in options(Channel, self._language)
                                if way.value not in _NO_WAY_FOR_FILES
                            ),
                        ),
                    ),
                ),
            ),
        )

    def _named(self) -> tuple[Option, ...]:
        return tuple(Option(key, self._called(thing)) for key, thing in self._things.items())

    def _called(self, thing: Delivery | SealedDossier) -> str:
        text = self._language.text
        when = minute(thing.time, self._language)
        if isinstance(thing, Delivery):
            return text("The package that was saved {when}", when=when)
        return text("The report that was made {when}", when=when)


def _things(state: CaseState, named: EntryId | None) -> list[Delivery | SealedDossier]:
    """What can be given away, oldest first; a dossier in a package goes with it, unless it is the one that is named."""
    packed = {each.facts.dossier for each in state.of(DELIVERY)} - {named}
    alone = [each for each in state.of(DOSSIER) if each.entry not in packed]
    return sorted([*alone, *state.of(DELIVERY)], key=lambda each: each.entry.seq)


def _role(thing: Delivery | SealedDossier) -> Role:
    recipient = thing.facts.recipient
    return Role(recipient) if recipient in list(Role) else Role.OTHER


def _known_name(state: CaseState, role: Role) -> str:
    """The name of the one contact in that role; "" where there is none, or more than one."""
    names = {
        as_it_stands(each.current.contact, ContactPerson).name
        for each in state.of(CONTACT)
        if each.current.facts.role is role and not each.hidden
    }
    return names.pop() if len(names) == 1 else ""
