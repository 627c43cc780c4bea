"""Every entry says who and on what; the state follows only what was committed."""

from __future__ import annotations

import pytest

from app.actions.cases import name_author
from app.actions.open_case import OpenCase
from app.casework import Machine, Person, decode
from app.casework.kinds.case import Author
from app.casework.kinds.note import NoteFacts, NoteText
from app.vocabulary import Zone
from tests.unit.actions.acting import assert_state_is_what_is_sealed


def test_an_entry_carries_the_person_and_the_machine(case: OpenCase) -> None:
    name_author(case, Author(name="Mette Eks"))
    entry = case.seal({"facts": NoteFacts(), "text": NoteText(text="x")})
    parts = decode(case.vault.entry(entry)).parts
    assert parts["person"] == Person(actor="Mette Eks")
    assert isinstance(parts["machine"], Machine)
    assert (parts["machine"].device, parts["machine"].boot_id) == ("laptop", "b" * 32)


def test_an_act_that_fails_half_way_leaves_neither_entries_nor_state(case: OpenCase) -> None:
    before = case.state
    head = case.vault.head(case.chains.evidence)

    class LostError(Exception):
        pass

    def half_way() -> None:
        with case.act() as act:
            act.seal({"facts": NoteFacts(), "text": NoteText(text="væk igen")})
            raise LostError

    with pytest.raises(LostError):
        half_way()
    assert case.state is before
    assert case.vault.head(case.chains.evidence) == head
    case.seal({"facts": NoteFacts(), "text": NoteText(text="den næste")})
    assert_state_is_what_is_sealed(case)


def test_the_two_zones_are_two_chains(case: OpenCase) -> None:
    note = {"facts": NoteFacts(), "text": NoteText(text="kun mig")}
    private = case.seal(note, zone=Zone.PRIVATE)
    assert private.chain == case.chains.private != case.chains.evidence
    assert case.seal(note).chain == case.chains.evidence
