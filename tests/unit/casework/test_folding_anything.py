"""The fold, whatever the entries are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.casework import CaseState, Gap, Part, Unplaced, Versioned, apply, decode, empty, fold
from app.casework.kinds.capture import CaptureFacts, CaptureWindow
from app.casework.kinds.case import Author, CaseFacts
from app.casework.kinds.contact import CONTACT, ContactFacts
from app.casework.kinds.dossier import DeliveryFacts, DossierFacts
from app.casework.kinds.file import FileFacts, FileSource
from app.casework.kinds.handed_over import HandedOverFacts, HandedOverPerson
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident import (
    INCIDENT,
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.note import NOTE, NoteFacts, NoteText
from app.casework.kinds.notification import (
    NOTIFICATION,
    NotificationFacts,
    NotificationPerson,
    NotificationText,
)
from app.casework.kinds.view import ViewFacts
from app.casework.kinds.working_copy import WorkingCopyFacts
from evidence_store import EntryId, PartState, StoredEntry
from tests.fakes.ledger import EVIDENCE, PRIVATE, FakeLedger, picture, state_of
from tests.unit.casework.sealed import added_file, capture, working_copy

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
    st.builds(HandedOverFacts, what=ids, corrects=maybe),
)
other_parts: st.SearchStrategy[dict[str, Part]] = st.fixed_dictionaries(
    {},
    optional={
        "window": st.builds(CaptureWindow),
        "source": st.builds(FileSource),
        "to": st.one_of(st.builds(NotificationPerson), st.builds(HandedOverPerson)),
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
    shelves: tuple[Sequence[Versioned[Any]], ...] = (
        state.of(INCIDENT),
        state.of(NOTE),
        state.private_of(NOTE),
        state.of(CONTACT),
        state.of(NOTIFICATION),
    )
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


@settings(max_examples=50, deadline=None)
@given(ledgers(), st.data())
def test_to_go_on_folding_leaves_what_was_folded_before_as_it_was(
    entries: list[StoredEntry], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(entries)))
    before, again = state_of(entries[:number]), state_of(entries[:number])
    both = fold(map(decode, entries[number:]), before)
    assert both == state_of(entries)
    assert before == again
