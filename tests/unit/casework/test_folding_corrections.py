"""The fold: incidents and what was said, corrected and referred to."""

from __future__ import annotations

import pytest

from app.casework import Versioned
from app.casework.kinds.contact import CONTACT, ContactFacts, ContactPerson
from app.casework.kinds.incident import INCIDENT, IncidentFacts, IncidentSender, IncidentText
from app.casework.kinds.note import NOTE, NoteFacts, NoteText
from app.casework.kinds.notification import (
    NOTIFICATION,
    NotificationFacts,
    NotificationPerson,
    NotificationText,
)
from app.vocabulary import Role
from evidence_store import EntryId
from tests.fakes.ledger import EVIDENCE, PRIVATE, FakeLedger
from tests.unit.casework.sealed import NOWHERE, capture, exhibit, working_copy


def test_a_correction_stands_and_the_old_value_stays_readable() -> None:
    ledger = FakeLedger()
    first = ledger.add(
        IncidentFacts(platform="Facebok"),
        sender=IncidentSender(handle="bo"),
        text=IncidentText(quote="ordret"),
    )
    second = ledger.add(
        IncidentFacts(platform="Facebook", corrects=first), text=IncidentText(quote="ordret 2")
    )
    third = ledger.add(IncidentFacts(platform="Instagram", corrects=second))
    (incident,) = ledger.state().of(INCIDENT)
    assert incident.id == first
    assert incident.entry == third
    assert incident.current.facts.platform == "Instagram"
    assert [version.value.facts.platform for version in incident.earlier] == ["Facebok", "Facebook"]
    assert [version.entry for version in incident.earlier] == [first, second]
    assert incident.time < incident.changed
    assert incident.current.sender == IncidentSender(handle="bo"), "a part it does not carry stays"
    assert incident.current.text == IncidentText(quote="ordret 2")


@pytest.mark.parametrize("target", ["unknown", "another kind", "itself"])
def test_a_correction_that_names_nothing_of_its_kind_is_not_lost(target: str) -> None:
    ledger = FakeLedger()
    note = ledger.add(NoteFacts(), text=NoteText(text="note"))
    itself = EntryId(EVIDENCE, note.seq + 1)
    corrects = {"unknown": NOWHERE, "another kind": note, "itself": itself}[target]
    entry = ledger.add(IncidentFacts(platform="X", corrects=corrects))
    state = ledger.state()
    (incident,) = state.of(INCIDENT)
    assert (incident.id, incident.lost_target) == (entry, corrects)
    assert state.of(NOTE)[0].lost_target is None


def test_a_private_note_cannot_be_corrected_from_the_evidence() -> None:
    ledger = FakeLedger()
    private = ledger.add(NoteFacts(), chain=PRIVATE, text=NoteText(text="privat"))
    ledger.add(NoteFacts(corrects=private), text=NoteText(text="neutral"))
    state = ledger.state()
    assert [each.current.text for each in state.private_of(NOTE)] == [NoteText(text="privat")]
    assert [each.lost_target for each in state.of(NOTE)] == [private]


def test_an_incident_finds_its_exhibits_and_they_find_it() -> None:
    ledger = FakeLedger()
    one, two = capture(ledger), capture(ledger)
    copy = working_copy(ledger, two)
    incident = ledger.add(IncidentFacts(exhibits=(copy, one, two, NOWHERE)))
    other = ledger.add(IncidentFacts(exhibits=(two,)))
    state = ledger.state()
    assert state.numbers_of(state.of(INCIDENT)[0].current.facts.exhibits) == (2, 1)
    assert [each.id for each in state.incidents_about(exhibit(state, 1))] == [incident]
    assert [each.id for each in state.incidents_about(exhibit(state, 2))] == [incident, other]
    ledger.add(IncidentFacts(exhibits=(one,), corrects=incident))
    state = ledger.state()
    assert [each.id for each in state.incidents_about(exhibit(state, 2))] == [other]
    assert [each.id for each in state.incidents_about(exhibit(state, 1))] == [incident]
    found = state.thing_of(EntryId(EVIDENCE, other.seq + 1))
    assert isinstance(found, Versioned)
    assert found.id == incident


def test_an_incident_may_name_an_exhibit_sealed_after_it() -> None:
    ledger = FakeLedger()
    incident = ledger.add(IncidentFacts(exhibits=(EntryId(EVIDENCE, 2),)))
    capture(ledger)
    state = ledger.state()
    assert [each.id for each in state.incidents_about(exhibit(state, 1))] == [incident]


def test_notes_contacts_and_messages_are_corrected_alike() -> None:
    ledger = FakeLedger()
    about = capture(ledger)
    note = ledger.add(NoteFacts(about=about), text=NoteText(text="første"))
    ledger.add(NoteFacts(corrects=note), text=NoteText(text="anden"))
    contact = ledger.add(ContactFacts(role=Role.MANAGER), contact=ContactPerson(name="Lene"))
    ledger.add(ContactFacts(role=Role.HR, corrects=contact))
    told = ledger.add(
        NotificationFacts(role=Role.MANAGER),
        to=NotificationPerson(name="Lene"),
        text=NotificationText(said="hej"),
    )
    ledger.add(
        NotificationFacts(role=Role.MANAGER, reply_at="2026-11-24T08:00:00.000Z", corrects=told),
        text=NotificationText(said="hej", reply="tak"),
    )
    state = ledger.state()
    assert state.of(NOTE)[0].current.text == NoteText(text="anden")
    assert state.of(NOTE)[0].current.facts.about == about, "it still belongs to the same thing"
    assert state.about(about, NOTE) == (state.of(NOTE)[0],)
    assert state.of(CONTACT)[0].current.facts.role is Role.HR
    assert state.of(CONTACT)[0].current.contact == ContactPerson(name="Lene")
    assert state.of(NOTIFICATION)[0].current.to == NotificationPerson(name="Lene")
    assert state.of(NOTIFICATION)[0].current.text == NotificationText(said="hej", reply="tak")
    assert len(state.of(NOTIFICATION)[0].earlier) == 1
