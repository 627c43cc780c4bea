"""What cannot be read is told by entry, with its reason, whichever thing it belongs to, or to none."""

from __future__ import annotations

import json

import pytest

from app.casework import WhyUnread, unread, unread_in
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident import INCIDENT, IncidentFacts, IncidentText
from app.casework.kinds.note import NoteFacts, NoteText
from evidence_store import EntryId, PartState
from tests.fakes.ledger import EVIDENCE, PRIVATE, FakeLedger, picture


def body(kind: str, version: int = 1, **fields: object) -> bytes:
    return json.dumps({"kind": kind, "version": version, **fields}).encode()


FACTS = body("incident")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (body("incident_text", quote=[]), WhyUnread.UNREADABLE),
        (body("incident_text", 2, quote="senere"), WhyUnread.NEWER),
        (body("note_text", text="et andet sted fra"), WhyUnread.UNKNOWN),
        (body("something_new"), WhyUnread.UNKNOWN),
        (PartState.ERASED, WhyUnread.ERASED),
    ],
)
def test_a_part_that_cannot_be_read_is_told_with_its_thing(
    text: bytes | PartState, why: WhyUnread
) -> None:
    ledger = FakeLedger()
    id = ledger.add_bodies({"facts": FACTS, "text": text})
    state = ledger.state()
    (gone,) = unread(state)
    assert (gone.entry, gone.kind, gone.why, gone.parts) == (id, "incident", why, ("text",))
    assert gone.placed
    assert gone.sentence.startswith("Part of it")
    assert unread_in(state, state.of(INCIDENT)[0]) == gone


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (b'{"kind":"incident","version":1,"form":"no such form"}', WhyUnread.UNREADABLE),
        (body("incident", 7), WhyUnread.NEWER),
        (body("of_a_later_year"), WhyUnread.UNKNOWN),
        (PartState.ERASED, WhyUnread.ERASED),
        (body("hidden", target={"chain": EVIDENCE, "seq": 77}), WhyUnread.NOWHERE),
    ],
)
def test_an_entry_without_a_place_is_told_by_itself(
    facts: bytes | PartState, why: WhyUnread
) -> None:
    ledger = FakeLedger()
    id = ledger.add_bodies({"facts": facts})
    (gone,) = unread(ledger.state())
    assert (gone.entry, gone.why, gone.placed) == (id, why, False)


def test_what_can_be_read_is_not_told_and_neither_is_what_others_withheld() -> None:
    ledger = FakeLedger()
    ledger.add(IncidentFacts(), text=IncidentText(quote="ord"))
    ledger.add_bodies({"facts": FACTS, "text": PartState.WITHHELD})
    assert unread(ledger.state()) == ()


def test_of_several_reasons_the_one_to_look_into_is_told() -> None:
    ledger = FakeLedger()
    ledger.add_bodies(
        {"facts": FACTS, "sender": PartState.ERASED, "text": body("incident_text", quote=[])}
    )
    (gone,) = unread(ledger.state())
    assert (gone.why, gone.parts) == (WhyUnread.UNREADABLE, ("sender", "text"))


def test_a_thing_tells_also_of_its_corrections_and_of_pictures_made_from_it() -> None:
    ledger = FakeLedger()
    original = ledger.add(CaptureFacts(), object=picture())
    target = {"chain": original.chain, "seq": original.seq}
    copy = ledger.add_bodies(
        {"facts": body("working_copy", parent=target), "marks": body("working_copy_marks", marks=3)}
    )
    post = ledger.add(IncidentFacts(), text=IncidentText(quote="ord"))
    correction = ledger.add_bodies(
        {
            "facts": body("incident", corrects={"chain": post.chain, "seq": post.seq}),
            "text": body("incident_text", quote=[]),
        }
    )
    state = ledger.state()
    assert getattr(unread_in(state, state.exhibits[0]), "entry", None) == copy
    assert getattr(unread_in(state, state.of(INCIDENT)[0]), "entry", None) == correction


def test_evidence_comes_in_the_order_of_its_log_and_what_is_private_last() -> None:
    ledger = FakeLedger()
    private = ledger.add_bodies({"facts": PartState.ERASED}, chain=PRIVATE)
    first = ledger.add_bodies({"facts": PartState.ERASED})
    ledger.add(NoteFacts(), text=NoteText(text="ord"))
    second = ledger.add_bodies({"facts": FACTS, "text": PartState.ERASED})
    ledger.add(Hidden(target=second))
    assert [gone.entry for gone in unread(ledger.state())] == [first, second, private]
    assert isinstance(private, EntryId)
