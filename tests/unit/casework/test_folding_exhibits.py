"""The fold: numbers of exhibits, and what is shown of each."""

from __future__ import annotations

import pytest

from app.casework import ExhibitKind, Gap, GapReason, Part, WhyUnplaced
from app.casework.kinds.case import CaseFacts
from app.casework.kinds.dossier import DossierFacts
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.view import ViewFacts
from app.casework.kinds.working_copy import WorkingCopyFacts
from evidence_store import EntryId, PartState
from tests.fakes.ledger import EVIDENCE, FakeLedger, picture, without
from tests.unit.casework.sealed import NOWHERE, added_file, capture, exhibit, working_copy


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
