"""Ids as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import (
    NotAnExhibitError,
    ReferenceKind,
    UnknownReferenceError,
    parse_reference,
    resolve,
    resolve_exhibit,
)
from app.casework.kinds.capture import CaptureFacts, CaptureWindow
from app.casework.kinds.note import NoteFacts, NoteText
from app.casework.kinds.working_copy import WorkingCopyFacts
from evidence_store import EntryId
from tests.fakes.ledger import EVIDENCE, PRIVATE, FakeLedger, picture


def ledger() -> FakeLedger:
    made = FakeLedger()
    made.add(NoteFacts(), text=NoteText(text="først"))
    first = made.add(CaptureFacts(), window=CaptureWindow(), object=picture())
    made.add(CaptureFacts(), window=CaptureWindow(), object=picture())
    made.add(WorkingCopyFacts(parent=first), object=picture())
    made.add(NoteFacts(), chain=PRIVATE, text=NoteText(text="privat"))
    return made


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("1", EntryId(EVIDENCE, 2)),
        ("B2", EntryId(EVIDENCE, 3)),
        ("b02", EntryId(EVIDENCE, 3)),
        ("Bilag 2", EntryId(EVIDENCE, 3)),
        ("exhibit 2", EntryId(EVIDENCE, 3)),
        ("e1", EntryId(EVIDENCE, 1)),
        (" E4 ", EntryId(EVIDENCE, 4)),
        ("e0", EntryId(EVIDENCE, 0)),
        ("p1", EntryId(PRIVATE, 1)),
    ],
)
def test_an_id_names_an_entry(typed: str, entry: EntryId) -> None:
    assert resolve(ledger().state(), parse_reference(typed)) == entry


@pytest.mark.parametrize(
    "typed", ["0", "3", "B3", "e5", "p2", "e999999999", "", "x1", "-1", "e", "1.5", "²", "e 1 2"]
)
def test_an_id_that_names_nothing_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(UnknownReferenceError) as caught:
        resolve(ledger().state(), parse_reference(typed))
    assert caught.value.typed == typed


@pytest.mark.parametrize(("typed", "number"), [("2", 2), ("e2", 1), ("e4", 1)])
def test_an_exhibit_is_found_by_its_number_or_any_of_its_entries(typed: str, number: int) -> None:
    assert resolve_exhibit(ledger().state(), parse_reference(typed)).number == number


@pytest.mark.parametrize("typed", ["e0", "e1", "p1"])
def test_what_is_no_exhibit_is_refused(typed: str) -> None:
    with pytest.raises(NotAnExhibitError) as caught:
        resolve_exhibit(ledger().state(), parse_reference(typed))
    assert caught.value.typed == typed


def test_an_entry_that_is_missing_is_not_taken_for_the_next_one() -> None:
    made = ledger()
    made.entries = [entry for entry in made.entries if entry.id != EntryId(EVIDENCE, 1)]
    with pytest.raises(UnknownReferenceError):
        resolve(made.state(), parse_reference("e1"))


def test_an_erased_exhibit_is_still_found() -> None:
    made = ledger()
    made.erase(EntryId(EVIDENCE, 2))
    assert resolve_exhibit(made.state(), parse_reference("B1")).original == EntryId(EVIDENCE, 2)


@given(st.sampled_from(["", "B", "b", "bilag ", "e", "P"]), st.integers(0, 999_999_999))
def test_every_well_formed_id_is_read(letter: str, number: int) -> None:
    reference = parse_reference(f"{letter}{number}")
    kinds = {"e": ReferenceKind.EVIDENCE, "P": ReferenceKind.PRIVATE}
    assert (reference.kind, reference.number) == (kinds.get(letter, ReferenceKind.EXHIBIT), number)
