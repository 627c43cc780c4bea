"""The fold: what a case is after all its entries, whatever they hold."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.casework import (
    CaseState,
    Exhibit,
    ExhibitKind,
    Gap,
    GapReason,
    Unplaced,
    Versioned,
    WhyUnplaced,
    apply,
    decode,
    empty,
    fold,
)
from app.casework.records import (
    Author,
    CaptureFacts,
    CaptureWindow,
    CaseFacts,
    ContactFacts,
    ContactPerson,
    DeliveryFacts,
    DossierFacts,
    FileFacts,
    FileSource,
    Hidden,
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
    NoteFacts,
    NoteText,
    NotificationFacts,
    NotificationPerson,
    NotificationText,
    Part,
    Role,
    ViewFacts,
    WorkingCopyFacts,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from evidence_store import EntryId, PartState, StoredEntry
from tests.fakes.ledger import (
    CASE,
    EVIDENCE,
    PRIVATE,
    FakeLedger,
    picture,
    state_of,
    stored,
    without,
)

NOWHERE = EntryId(EVIDENCE, 999)


def capture(ledger: FakeLedger, **facts: str | bool) -> EntryId:
    return ledger.add(CaptureFacts(**facts), window=CaptureWindow(), object=picture(1))  # type: ignore[arg-type]


def added_file(ledger: FakeLedger) -> EntryId:
    return ledger.add(FileFacts(media_type="image/jpeg"), source=FileSource(), object=picture(2))


def working_copy(ledger: FakeLedger, parent: EntryId) -> EntryId:
    return ledger.add(
        WorkingCopyFacts(parent=parent),
        marks=WorkingCopyMarks(),
        redactions=WorkingCopyRedactions(),
        object=picture(3),
    )


def exhibit(state: CaseState, number: int) -> Exhibit:
    found = state.exhibit(number)
    assert found is not None
    return found


# -- the case ------------------------------------------------------------------------------------


def test_a_new_case_knows_its_chains_and_holds_nothing() -> None:
    state = FakeLedger().state()
    assert (state.case_id, state.evidence_chain, state.private_chain) == (CASE, EVIDENCE, PRIVATE)
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
    assert [version.value.title for version in state.naming] == ["Opslag", "Opslag i gruppen"]
    assert state.author == Author(name="Mette Holm", workplace="Familieafdelingen")


# -- exhibits ------------------------------------------------------------------------------------


def test_captures_and_files_are_numbered_in_the_order_they_were_sealed() -> None:
    ledger = FakeLedger()
    ledger.add(CaseFacts(title="x"))
    first = capture(ledger)
    whole_screen = capture(ledger, context=True)
    working_copy(ledger, first)
    third = added_file(ledger)
    ledger.add(ViewFacts(parent=third), object=picture(4))
    state = ledger.state()
    assert [each.number for each in state.exhibits] == [1, 2, 3]
    assert [each.original for each in state.exhibits] == [first, whole_screen, third]
    assert [each.context for each in state.exhibits] == [False, True, False]
    assert exhibit(state, 3).kind is ExhibitKind.FILE
    assert exhibit(state, 1).object == picture(1)
    assert state.exhibit(0) is None
    assert state.exhibit(4) is None


def test_the_newest_working_copy_is_shown_then_the_view_then_the_original() -> None:
    ledger = FakeLedger()
    original = added_file(ledger)
    assert exhibit(ledger.state(), 1).shown == original
    view = ledger.add(ViewFacts(parent=original), object=picture(4))
    assert exhibit(ledger.state(), 1).shown == view
    working_copy(ledger, view)
    newest = working_copy(ledger, view)
    state = ledger.state()
    assert exhibit(state, 1).shown == newest
    assert exhibit(state, 1).entries == (
        original,
        view,
        *(c.entry for c in exhibit(state, 1).copies),
    )
    assert state.exhibit_of(newest) == exhibit(state, 1)


def test_a_working_copy_without_its_picture_is_not_shown() -> None:
    ledger = FakeLedger()
    original = capture(ledger)
    older = working_copy(ledger, original)
    newer = working_copy(ledger, original)
    ledger.erase(newer, "object")
    assert exhibit(ledger.state(), 1).shown == older


def test_a_hidden_exhibit_keeps_its_number_and_can_be_shown_again() -> None:
    ledger = FakeLedger()
    first, second = capture(ledger), capture(ledger)
    ledger.add(Hidden(target=first))
    state = ledger.state()
    assert [each.hidden for each in state.exhibits] == [True, False]
    assert exhibit(state, 2).original == second
    ledger.add(Hidden(target=first, hidden=False))
    assert not exhibit(ledger.state(), 1).hidden


def test_hiding_a_working_copy_shows_what_was_before_it() -> None:
    ledger = FakeLedger()
    original = capture(ledger)
    ledger.add(Hidden(target=working_copy(ledger, original)))
    state = ledger.state()
    assert exhibit(state, 1).shown == original
    assert not exhibit(state, 1).hidden


@pytest.mark.parametrize("state", [PartState.ERASED, PartState.WITHHELD])
def test_an_original_without_its_words_keeps_its_number(state: PartState) -> None:
    ledger = FakeLedger()
    originals = [capture(ledger), added_file(ledger), capture(ledger)]
    ledger.entries = [
        without(entry, state=state) if entry.id in originals[:2] else entry
        for entry in ledger.entries
    ]
    folded = ledger.state()
    assert [each.original for each in folded.exhibits] == originals
    assert [each.kind for each in folded.exhibits] == ["capture", "file", "capture"]
    assert exhibit(folded, 1).facts == Gap(GapReason(state.value))
    assert exhibit(folded, 1).object == Gap(GapReason(state.value))


def test_an_original_of_a_newer_program_keeps_its_number() -> None:
    ledger = FakeLedger()
    ledger.add_bodies({"facts": b'{"kind":"capture","version":2,"url":7}'})
    later = capture(ledger)
    state = ledger.state()
    assert exhibit(state, 1).facts == Gap(GapReason.NEWER, "capture", 2)
    assert exhibit(state, 2).original == later


def test_a_dossier_without_its_words_takes_no_number() -> None:
    ledger = FakeLedger()
    dossier = ledger.add(DossierFacts(head=EntryId(EVIDENCE, 0)), object=picture(9))
    ledger.erase(dossier)
    after = capture(ledger)
    state = ledger.state()
    assert exhibit(state, 1).original == after
    assert [row.entry for row in state.unreadable] == [dossier]


@pytest.mark.parametrize(
    "facts", [ViewFacts(parent=NOWHERE), WorkingCopyFacts(parent=NOWHERE), Hidden(target=NOWHERE)]
)
def test_what_belongs_to_nothing_known_is_kept_aside(facts: Part) -> None:
    ledger = FakeLedger()
    entry = ledger.add(facts)
    (row,) = ledger.state().unreadable
    assert (row.entry, row.why) == (entry, WhyUnplaced.NO_TARGET)


# -- incidents and what is said ------------------------------------------------------------------


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
    (incident,) = ledger.state().incidents
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
    (incident,) = state.incidents
    assert (incident.id, incident.lost_target) == (entry, corrects)
    assert state.notes[0].lost_target is None


def test_a_private_note_cannot_be_corrected_from_the_evidence() -> None:
    ledger = FakeLedger()
    private = ledger.add(NoteFacts(), chain=PRIVATE, text=NoteText(text="privat"))
    ledger.add(NoteFacts(corrects=private), text=NoteText(text="neutral"))
    state = ledger.state()
    assert [each.current.text for each in state.private_notes] == [NoteText(text="privat")]
    assert [each.lost_target for each in state.notes] == [private]


def test_the_private_chain_holds_notes_and_nothing_else() -> None:
    ledger = FakeLedger()
    ledger.add(NoteFacts(), chain=PRIVATE, text=NoteText(text="svær dag"))
    for facts in (CaptureFacts(), IncidentFacts(), ContactFacts(), CaseFacts(title="privat")):
        ledger.add(facts, chain=PRIVATE, object=picture(1), window=CaptureWindow())
    state = ledger.state()
    assert len(state.private_notes) == 1
    assert not state.notes
    assert not state.exhibits
    assert not state.incidents
    assert not state.contacts
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
    assert not ledger.state().private_notes[0].hidden
    ledger.add(Hidden(target=note), chain=PRIVATE)
    assert ledger.state().private_notes[0].hidden


def test_an_incident_finds_its_exhibits_and_they_find_it() -> None:
    ledger = FakeLedger()
    one, two = capture(ledger), capture(ledger)
    copy = working_copy(ledger, two)
    incident = ledger.add(IncidentFacts(exhibits=(copy, one, two, NOWHERE)))
    other = ledger.add(IncidentFacts(exhibits=(two,)))
    state = ledger.state()
    assert [each.number for each in state.exhibits_of(state.incidents[0])] == [2, 1]
    assert [each.id for each in state.incidents_about(exhibit(state, 1))] == [incident]
    assert [each.id for each in state.incidents_about(exhibit(state, 2))] == [incident, other]
    ledger.add(IncidentFacts(exhibits=(one,), corrects=incident))
    state = ledger.state()
    assert [each.id for each in state.incidents_about(exhibit(state, 2))] == [other]
    assert [each.id for each in state.incidents_about(exhibit(state, 1))] == [incident]
    found = state.incident_of(EntryId(EVIDENCE, other.seq + 1))
    assert found is not None
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
    assert state.notes[0].current.text == NoteText(text="anden")
    assert state.notes[0].current.facts.about == about, "it still belongs to the same thing"
    assert state.notes_about(about) == (state.notes[0],)
    assert state.contacts[0].current.facts.role is Role.HR
    assert state.contacts[0].current.contact == ContactPerson(name="Lene")
    assert state.notifications[0].current.to == NotificationPerson(name="Lene")
    assert state.notifications[0].current.text == NotificationText(said="hej", reply="tak")
    assert len(state.notifications[0].earlier) == 1


def test_dossiers_and_deliveries_are_kept_in_order() -> None:
    ledger = FakeLedger()
    dossier = ledger.add(
        DossierFacts(head=EntryId(EVIDENCE, 0), recipient="manager"), object=picture(8)
    )
    delivery = ledger.add(DeliveryFacts(dossier=dossier, recipient="manager"))
    state = ledger.state()
    assert state.dossiers[0].entry == dossier
    assert state.dossiers[0].object == picture(8)
    assert state.deliveries[0].facts.dossier == dossier
    assert state.thing_of(delivery) == state.deliveries[0]


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
    (erasure,) = ledger.state().erasures
    assert (erasure.entry, erasure.targets, erasure.reason) == (entry, (target,), "forkert billede")


def test_the_timeline_is_by_sequence_and_a_clock_set_back_is_flagged() -> None:
    ledger = FakeLedger()
    ledger.add(NoteFacts(), time="2026-11-23T12:00:00.000Z")
    ledger.add(NoteFacts(), time="2026-11-23T11:59:59.999Z")
    ledger.add(NoteFacts(), time="2026-11-23T11:59:59.999Z")
    ledger.add(NoteFacts(), time="2026-11-23T12:00:00.000Z")
    state = ledger.state()
    assert [step.entry.seq for step in state.timeline] == [0, 1, 2, 3, 4]
    assert [step.kind for step in state.timeline] == ["genesis", "note", "note", "note", "note"]
    assert [step.clock_back for step in state.timeline] == [False, False, True, True, False]


def test_an_entry_of_another_case_is_kept_aside() -> None:
    ledger = FakeLedger()
    ledger.entries.append(stored(EntryId("f" * 32, 0), {"facts": b'{"kind":"note","version":1}'}))
    (row,) = ledger.state().unreadable
    assert row.why is WhyUnplaced.WRONG_CHAIN


def test_chains_can_be_named_where_no_genesis_can_be_read() -> None:
    ledger = FakeLedger()
    note = ledger.add(NoteFacts(), text=NoteText(text="hej"))
    ledger.erase(EntryId(EVIDENCE, 0))
    assert not ledger.state().notes
    state = fold((decode(entry) for entry in ledger.entries), empty(evidence=EVIDENCE))
    assert [each.id for each in state.notes] == [note]


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
    assert (before.title, exhibit(before, 1).hidden, len(before.incidents)) == ("", False, 0)
    assert (after.title, exhibit(after, 1).hidden, len(after.incidents)) == ("ny", True, 1)


# -- whatever the entries are --------------------------------------------------------------------

ids = st.builds(EntryId, st.sampled_from([EVIDENCE, PRIVATE, "f" * 32]), st.integers(-1, 14))
maybe = st.none() | ids
texts = st.sampled_from(["", "a", "B"])
all_facts: st.SearchStrategy[Part] = st.one_of(
    st.builds(CaseFacts, title=texts, corrects=maybe),
    st.builds(Author, name=texts, corrects=maybe),
    st.builds(CaptureFacts, context=st.booleans()),
    st.builds(FileFacts),
    st.builds(ViewFacts, parent=ids),
    st.builds(WorkingCopyFacts, parent=ids, replaces=maybe),
    st.builds(Hidden, target=ids, hidden=st.booleans()),
    st.builds(
        IncidentFacts, platform=texts, exhibits=st.lists(ids, max_size=3).map(tuple), corrects=maybe
    ),
    st.builds(NoteFacts, about=maybe, corrects=maybe),
    st.builds(ContactFacts, corrects=maybe),
    st.builds(NotificationFacts, sent=maybe, corrects=maybe),
    st.builds(DossierFacts, head=ids),
    st.builds(DeliveryFacts, dossier=ids),
)
other_parts: st.SearchStrategy[dict[str, Part]] = st.fixed_dictionaries(
    {},
    optional={
        "window": st.builds(CaptureWindow),
        "source": st.builds(FileSource),
        "sender": st.builds(IncidentSender, handle=texts, platform_id=texts),
        "sender_name": st.builds(IncidentSenderName, display_name=texts),
        "text": st.one_of(
            st.builds(IncidentText), st.builds(NoteText), st.builds(NotificationText)
        ),
    },
)


@st.composite
def ledgers(draw: st.DrawFn) -> list[StoredEntry]:
    """Any entries in both chains: well formed, of random bytes, and with parts withheld or erased."""
    ledger = FakeLedger()
    for _ in range(draw(st.integers(0, 14))):
        chain = draw(st.sampled_from([EVIDENCE, EVIDENCE, PRIVATE]))
        if draw(st.integers(0, 9)) == 0:
            names = st.sampled_from(["facts", "object", "window", "genesis", "mood"])
            bodies = st.binary(max_size=12) | st.sampled_from(PartState)
            ledger.add_bodies(draw(st.dictionaries(names, bodies, max_size=4)), chain=chain)
            continue
        facts, parts = draw(all_facts), draw(other_parts)
        object_ = draw(st.sampled_from([None, picture(1)]))
        id = ledger.add(facts, chain=chain, object=object_, parts=parts)
        if draw(st.integers(0, 5)) == 0:
            names_ = draw(
                st.lists(st.sampled_from(["facts", "object", "text", "sender"]), min_size=1)
            )
            ledger.erase(id, *names_)
    return ledger.entries


def ordered(rows: Sequence[Unplaced]) -> list[Unplaced]:
    return sorted(rows, key=lambda row: row.entry)


@settings(max_examples=200, deadline=None)
@given(ledgers())
def test_any_entries_fold_and_none_is_lost(entries: list[StoredEntry]) -> None:
    state = state_of(entries)
    steps = {step.entry for step in (*state.timeline, *state.private_timeline)}
    assert steps == {entry.id for entry in entries}
    aside = {row.entry for row in state.unreadable}
    acts = {"genesis", "case", "author", "hidden", "tombstone"}
    for entry in entries:
        placed = state.thing_of(entry.id) is not None
        assert placed + (entry.id in aside) <= 1
        assert placed or entry.id in aside or decode(entry).kind in acts


@settings(max_examples=100, deadline=None)
@given(ledgers())
def test_one_by_one_gives_the_same_as_all_at_once(entries: list[StoredEntry]) -> None:
    state = empty()
    for number, entry in enumerate(entries, start=1):
        state = apply(state, decode(entry))
        assert state == state_of(entries[:number])


@settings(max_examples=100, deadline=None)
@given(ledgers(), st.data())
def test_how_the_chains_are_interleaved_makes_no_difference(
    entries: list[StoredEntry], data: st.DataObject
) -> None:
    chains = [
        [entry for entry in entries if entry.id.chain == chain] for chain in (EVIDENCE, PRIVATE)
    ]
    mixed: list[StoredEntry] = []
    while any(chains):
        queue = data.draw(st.sampled_from([chain for chain in chains if chain]))
        mixed.append(queue.pop(0))
    one, other = state_of(entries), state_of(mixed)
    for field in CaseState.__struct_fields__:
        if field == "unreadable":
            assert ordered(one.unreadable) == ordered(other.unreadable)
        elif field == "gaps":
            assert sorted(map(repr, one.gaps)) == sorted(map(repr, other.gaps))
        else:
            assert getattr(one, field) == getattr(other, field)


@settings(max_examples=100, deadline=None)
@given(ledgers())
def test_numbers_never_change(entries: list[StoredEntry]) -> None:
    final = [each.original for each in state_of(entries).exhibits]
    for length in range(len(entries)):
        now = [each.original for each in state_of(entries[:length]).exhibits]
        assert now == final[: len(now)]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["capture", "file", "note", "copy"]), max_size=8), st.data())
def test_erasing_anything_leaves_every_number(kinds: list[str], data: st.DataObject) -> None:
    ledger = FakeLedger()
    for kind in kinds:
        if kind == "capture":
            capture(ledger)
        elif kind == "file":
            added_file(ledger)
        elif kind == "note":
            ledger.add(NoteFacts(), text=NoteText(text="note"))
        else:
            working_copy(ledger, EntryId(EVIDENCE, 1))
    before = [each.original for each in ledger.state().exhibits]
    for entry in ledger.entries[2:]:
        names = [part.name for part in entry.parts]
        ledger.erase(
            entry.id, *data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
        )
    assert [each.original for each in ledger.state().exhibits] == before


@given(ledgers())
def test_every_value_that_ever_stood_can_be_read(entries: list[StoredEntry]) -> None:
    state = state_of(entries)
    shelves: tuple[Sequence[Versioned[object]], ...] = (
        state.incidents,
        state.notes,
        state.private_notes,
        state.contacts,
        state.notifications,
    )  # type: ignore[assignment]  # the rows differ in what they are rows of
    versions = [version.entry for rows in shelves for row in rows for version in row.versions]
    said = {"incident", "note", "contact", "notification"}
    expected = {
        entry.id
        for entry in entries
        if decode(entry).kind in said
        and not isinstance(decode(entry).parts["facts"], Gap)
        and (entry.id.chain == EVIDENCE or decode(entry).kind == "note")
    }
    assert len(versions) == len(set(versions))
    assert set(versions) == expected
