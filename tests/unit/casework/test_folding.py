"""The fold: what a case is after all its entries."""

from __future__ import annotations

from app.casework import WhyUnplaced, apply, decode, empty, fold
from app.casework.kinds.by_vault import RESTORED, TOMBSTONE, RestoredReason
from app.casework.kinds.capture import CaptureFacts, CaptureWindow
from app.casework.kinds.case import CASE, Author, CaseFacts
from app.casework.kinds.contact import CONTACT, ContactFacts
from app.casework.kinds.dossier import DELIVERY, DOSSIER, DeliveryFacts, DossierFacts
from app.casework.kinds.handed_over import HANDED_OVER, HandedOverFacts, HandedOverPerson
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident import INCIDENT, IncidentFacts
from app.casework.kinds.note import NOTE, NoteFacts, NoteText
from app.vocabulary import Channel, Role
from evidence_store import EntryId
from tests.fakes import ledger as fake
from tests.fakes.ledger import EVIDENCE, PRIVATE, FakeLedger, picture, stored
from tests.unit.casework.sealed import capture, exhibit


def test_a_new_case_knows_its_chains_and_holds_nothing() -> None:
    state = FakeLedger().state()
    assert (state.case_id, state.evidence_chain, state.private_chain) == (
        fake.CASE,
        EVIDENCE,
        PRIVATE,
    )
    assert (state.title, state.local_ref, state.author) == ("", "", None)
    assert not state.exhibits
    assert not state.unreadable


def test_the_newest_title_stands_and_the_earlier_ones_are_kept() -> None:
    ledger = FakeLedger()
    ledger.add(CaseFacts(title="Opslag"))
    ledger.add(CaseFacts(title="Opslag i gruppen", local_ref="2026/7"))
    ledger.add(Author(name="Mette Holm", workplace="Familieafdelingen"))
    state = ledger.state()
    assert (state.title, state.local_ref) == ("Opslag i gruppen", "2026/7")
    assert [version.value.title for version in state.of(CASE)] == ["Opslag", "Opslag i gruppen"]
    assert state.author == Author(name="Mette Holm", workplace="Familieafdelingen")


def test_dossiers_and_deliveries_are_kept_in_order() -> None:
    ledger = FakeLedger()
    dossier = ledger.add(
        DossierFacts(head=EntryId(EVIDENCE, 0), recipient="manager"), object=picture(8)
    )
    delivery = ledger.add(DeliveryFacts(dossier=dossier, recipient="manager"))
    state = ledger.state()
    assert state.of(DOSSIER)[0].entry == dossier
    assert state.of(DOSSIER)[0].object == picture(8)
    assert state.of(DELIVERY)[0].facts.dossier == dossier
    assert state.thing_of(delivery) == state.of(DELIVERY)[0]


def test_that_something_was_given_is_a_thing_of_its_own_and_can_be_corrected() -> None:
    ledger = FakeLedger()
    dossier = ledger.add(DossierFacts(head=EntryId(EVIDENCE, 0)), object=picture(8))
    package = ledger.add(DeliveryFacts(dossier=dossier))
    given = ledger.add(
        HandedOverFacts(what=package, role=Role.MANAGER, channel=Channel.MAIL),
        to=HandedOverPerson(name="Lene"),
    )
    ledger.add(HandedOverFacts(what=package, role=Role.HR, corrects=given))
    state = ledger.state()
    assert state.about(package, HANDED_OVER) == tuple(state.of(HANDED_OVER))
    assert state.about(dossier, HANDED_OVER) == ()
    (noted,) = state.of(HANDED_OVER)
    assert noted.id == given
    assert (noted.current.facts.role, noted.current.to) == (Role.HR, HandedOverPerson(name="Lene"))
    assert noted.earlier[0].value.facts.channel is Channel.MAIL
    ledger.add(Hidden(target=given))
    assert ledger.state().of(HANDED_OVER)[0].hidden


def test_an_erasure_names_its_targets_and_reason() -> None:
    ledger = FakeLedger()
    target = capture(ledger)
    ledger.erase(target)
    body = (
        f'{{"kind":"tombstone","version":1,"targets":[{{"chain":"{EVIDENCE}","seq":{target.seq},'
        '"parts":["facts"]}]}'
    )
    entry = ledger.add_bodies(
        {
            "facts": body.encode(),
            "reason": b'{"kind":"erasure_reason","version":1,"reason":"forkert billede"}',
        }
    )
    (erasure,) = ledger.state().of(TOMBSTONE)
    assert (erasure.entry, erasure.targets, erasure.reason) == (entry, (target,), "forkert billede")


def test_an_older_copy_that_was_taken_into_use_is_known_in_both_chains() -> None:
    ledger = FakeLedger()
    body = b'{"kind":"restored","version":1,"lost":{"seq":7,"hash":"%s"}}' % (b"ab" * 32)
    reason = b'{"kind":"restored_reason","version":1,"reason":"fra backup"}'
    entry = ledger.add_bodies({"facts": body, "reason": reason})
    other = ledger.add_bodies({"facts": body}, chain=PRIVATE)
    state = ledger.state()
    first, second = state.of(RESTORED)
    assert (first.entry, first.lost.seq, first.lost.chain) == (entry, 7, "")
    assert first.reason == RestoredReason(reason="fra backup")
    assert (second.entry, second.reason) == (other, None)
    assert state.thing_of(entry) == first
    assert (len(state.unreadable), len(state.gaps)) == (0, 0)


def test_the_timeline_is_by_sequence_and_a_time_that_goes_back_is_flagged_once() -> None:
    ledger = FakeLedger()
    ledger.add(NoteFacts(), time="2026-11-23T12:00:00.000Z")
    ledger.add(NoteFacts(), time="2026-11-23T11:59:59.999Z")
    ledger.add(NoteFacts(), time="2026-11-23T11:59:59.999Z")
    ledger.add(NoteFacts(), time="2026-11-23T12:00:00.000Z")
    state = ledger.state()
    assert [step.entry.seq for step in state.timeline] == [0, 1, 2, 3, 4]
    assert [step.kind for step in state.timeline] == ["genesis", "note", "note", "note", "note"]
    assert [step.clock is not None for step in state.timeline] == [False, False, True, False, False]


def test_an_entry_of_another_case_is_kept_aside() -> None:
    ledger = FakeLedger()
    ledger.entries.append(stored(EntryId("f" * 32, 0), {"facts": b'{"kind":"note","version":1}'}))
    (row,) = ledger.state().unreadable
    assert row.why is WhyUnplaced.WRONG_CHAIN


def test_chains_can_be_named_where_no_genesis_can_be_read() -> None:
    ledger = FakeLedger()
    note = ledger.add(NoteFacts(), text=NoteText(text="hej"))
    ledger.erase(EntryId(EVIDENCE, 0))
    assert not ledger.state().of(NOTE)
    state = fold((decode(entry) for entry in ledger.entries), empty(evidence=EVIDENCE))
    assert [each.id for each in state.of(NOTE)] == [note]


def test_an_entry_that_comes_again_changes_nothing() -> None:
    ledger = FakeLedger()
    capture(ledger)
    state = ledger.state()
    assert apply(state, decode(ledger.entries[-1])) == state


def test_a_state_stays_as_it_was_when_the_case_goes_on() -> None:
    ledger = FakeLedger()
    original = capture(ledger)
    before = ledger.state()
    after = before
    for facts in (
        Hidden(target=original),
        CaseFacts(title="ny"),
        IncidentFacts(exhibits=(original,)),
    ):
        ledger.add(facts)
        after = apply(after, decode(ledger.entries[-1]))
    assert (before.title, exhibit(before, 1).hidden, len(before.of(INCIDENT))) == ("", False, 0)
    assert (after.title, exhibit(after, 1).hidden, len(after.of(INCIDENT))) == ("ny", True, 1)


def test_the_private_chain_holds_notes_and_nothing_else() -> None:
    ledger = FakeLedger()
    ledger.add(NoteFacts(), chain=PRIVATE, text=NoteText(text="svær dag"))
    for facts in (CaptureFacts(), IncidentFacts(), ContactFacts(), CaseFacts(title="privat")):
        ledger.add(facts, chain=PRIVATE, object=picture(1), window=CaptureWindow())
    state = ledger.state()
    assert len(state.private_of(NOTE)) == 1
    assert not state.of(NOTE)
    assert not state.exhibits
    assert not state.of(INCIDENT)
    assert not state.of(CONTACT)
    assert state.title == ""
    assert {row.why for row in state.unreadable} == {WhyUnplaced.WRONG_CHAIN}
    assert len(state.private_timeline) == 6
    assert len(state.timeline) == 1


def test_no_erased_or_newer_entry_of_the_private_chain_becomes_an_exhibit() -> None:
    ledger = FakeLedger()
    erased = ledger.add(NoteFacts(), chain=PRIVATE, object=picture(1), window=CaptureWindow())
    ledger.erase(erased)
    ledger.add_bodies({"facts": b'{"kind":"capture","version":2}'}, chain=PRIVATE)
    state = ledger.state()
    assert not state.exhibits
    assert len(state.unreadable) == 2


def test_a_private_note_is_hidden_from_its_own_chain_only() -> None:
    ledger = FakeLedger()
    note = ledger.add(NoteFacts(), chain=PRIVATE, text=NoteText(text="svær dag"))
    ledger.add(Hidden(target=note))
    assert not ledger.state().private_of(NOTE)[0].hidden
    ledger.add(Hidden(target=note), chain=PRIVATE)
    assert ledger.state().private_of(NOTE)[0].hidden
