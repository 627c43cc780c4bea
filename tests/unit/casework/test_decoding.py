"""Reading entries: typed where they can be read, a Gap with its reason where not, and never an exception."""

from __future__ import annotations

import json
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import (
    KIND_PARTS,
    PART_TYPES,
    Gap,
    GapReason,
    GenesisFacts,
    Machine,
    Part,
    Person,
    TombstoneFacts,
    UnreadableRecordError,
    UnwritableTextError,
    decode,
    encode,
    encode_parts,
    index_text,
)
from app.casework.kinds.capture import CaptureFacts, CaptureScreen, Monitor
from app.casework.kinds.case import CaseFacts
from app.casework.kinds.file import FileSource
from app.casework.kinds.incident import IncidentFacts, IncidentSender, IncidentText
from app.casework.kinds.note import NoteFacts, NoteText
from app.casework.kinds.working_copy import WorkingCopyMarks
from app.markup.shapes import Number, Text
from app.vocabulary import CaptureMethod
from evidence_store import EntryId, PartState
from tests.fakes.ledger import EVIDENCE, FakeLedger, picture, stored

ID = EntryId(EVIDENCE, 7)


def read(name: str, body: bytes | PartState) -> object:
    return decode(stored(ID, {name: body})).parts[name]


def test_an_entry_comes_back_as_it_was_written() -> None:
    facts = CaptureFacts(
        captured_at="2026-11-23T13:03:11.042Z",
        method=CaptureMethod.REGION,
        context=True,
        url="https://example.dk/æ?q=1",
    )
    screen = CaptureScreen(monitors=(Monitor(0, -1080, 1920, 1080, 150, "DP-1"),))
    ledger = FakeLedger()
    window = _window("Kommentarer – Facebook")
    id = ledger.add(facts, object=picture(3), screen=screen, window=window)
    entry = decode(ledger.entries[-1])
    assert (entry.id, entry.kind) == (id, "capture")
    assert list(entry.parts) == ["facts", "screen", "window", "person", "machine", "object"]
    assert entry.parts["facts"] == facts
    assert entry.parts["screen"] == screen
    assert entry.parts["object"] == picture(3)
    assert entry.read("person", Person) == Person(actor="Mette Holm")


def _window(title: str) -> Part:
    from app.casework.kinds.capture import CaptureWindow

    return CaptureWindow(title=title)


def test_bodies_begin_with_kind_and_version_and_stand_on_one_line() -> None:
    body = encode(NoteText(text="linje 1\nlinje 2 æøå 🙂"))
    assert body.startswith(b'{"kind":"note_text","version":1,')
    assert b"\n" not in body


def test_half_a_surrogate_pair_is_refused_before_it_reaches_the_ledger() -> None:
    with pytest.raises(UnwritableTextError) as caught:
        encode(FileSource(name="billede\udce6.png"))
    assert caught.value.kind == "file_source"


@pytest.mark.parametrize(
    "part",
    [
        IncidentText(quote=cast("str", [])),
        NoteText(text=cast("str", None)),
        CaptureFacts(width_px=cast("int", 1.5)),
        IncidentFacts(exhibits=cast("tuple[EntryId, ...]", "x")),
        NoteText(text="fra en senere udgave", version=2),
    ],
)
def test_what_would_not_read_back_is_refused_before_the_seal(part: Part) -> None:
    with pytest.raises(UnreadableRecordError):
        encode(part)


def test_a_part_under_the_name_of_another_is_refused_before_the_seal() -> None:
    with pytest.raises(UnreadableRecordError):
        encode_parts({"facts": NoteFacts(), "sender": NoteText(text="ord")})


def test_genesis_and_tombstone_are_read() -> None:
    genesis = decode(FakeLedger().entries[0])
    assert genesis.kind == "genesis"
    facts = genesis.parts["genesis"]
    assert isinstance(facts, GenesisFacts)
    assert facts.chain_kind == "evidence"
    body = {"chain": EVIDENCE, "seq": 3, "parts": ["facts", "object"]}
    tombstone = read(
        "facts", json.dumps({"kind": "tombstone", "version": 1, "targets": [body]}).encode()
    )
    assert isinstance(tombstone, TombstoneFacts)
    assert tombstone.targets[0].entry == EntryId(EVIDENCE, 3)


@pytest.mark.parametrize(
    ("name", "body", "gap"),
    [
        ("facts", PartState.WITHHELD, Gap(GapReason.WITHHELD)),
        ("facts", PartState.ERASED, Gap(GapReason.ERASED)),
        ("mood", b'{"kind":"mood","version":1}', Gap(GapReason.UNKNOWN, "mood", 1)),
        ("facts", b'{"kind":"sabbatical","version":1}', Gap(GapReason.UNKNOWN, "sabbatical", 1)),
        ("facts", b'{"kind":"note_text","version":1}', Gap(GapReason.UNKNOWN, "note_text", 1)),
        ("facts", b'{"kind":"note","version":2}', Gap(GapReason.NEWER, "note", 2)),
        ("facts", b'{"kind":"note","version":2,"about":7}', Gap(GapReason.NEWER, "note", 2)),
        ("facts", b'{"kind":"note","version":0}', Gap(GapReason.UNREADABLE, "note", 0)),
        ("facts", b'{"kind":"note","version":1,"about":7}', Gap(GapReason.UNREADABLE, "note", 1)),
        ("facts", b'{"version":1}', Gap(GapReason.UNREADABLE)),
        ("facts", b"", Gap(GapReason.UNREADABLE)),
        ("facts", b"null", Gap(GapReason.UNREADABLE)),
        (
            "text",
            b'{"kind":"note_text","version":1,"text":"\xff"}',
            Gap(GapReason.UNREADABLE, "note_text", 1),
        ),
        ("facts", b"[" * 100_000, Gap(GapReason.UNREADABLE)),
        ("facts", b'{"kind":"file","version":' + b"9" * 5000 + b"}", Gap(GapReason.UNREADABLE)),
    ],
)
def test_what_cannot_be_read_says_why(name: str, body: bytes | PartState, gap: Gap) -> None:
    assert read(name, body) == gap


def test_a_field_of_a_later_program_is_passed_over() -> None:
    body = b'{"kind":"note_text","version":1,"text":"hej","mood":"calm"}'
    assert read("text", body) == NoteText(text="hej")


def test_an_unreadable_kind_is_still_named() -> None:
    assert decode(stored(ID, {"facts": b'{"kind":"sabbatical","version":3}'})).kind == "sabbatical"
    assert decode(stored(ID, {"facts": PartState.WITHHELD})).kind == ""
    assert decode(stored(ID, {})).kind == ""


def test_the_first_of_two_parts_with_one_name_counts() -> None:
    entry = stored(ID, {"facts": encode(NoteFacts())})
    twice = stored(ID, {"facts": encode(CaseFacts())})
    both = type(entry)(
        entry.id,
        entry.time,
        entry.previous,
        entry.parts_hash,
        entry.hash,
        entry.parts + twice.parts,
    )
    assert decode(both).kind == "note"


def test_a_part_of_another_entrys_kind_is_a_gap() -> None:
    entry = decode(stored(ID, {"facts": encode(NoteFacts()), "text": encode(IncidentText())}))
    assert entry.read("text", NoteText) == Gap(GapReason.UNKNOWN)
    assert entry.read("text", IncidentText) == IncidentText()
    assert entry.read("sender", IncidentSender) is None


@given(
    st.dictionaries(
        st.sampled_from([*PART_TYPES, "mood"]),
        st.one_of(st.binary(max_size=80), st.sampled_from(PartState)),
        max_size=5,
    )
)
def test_any_bytes_are_read(parts: dict[str, bytes | PartState]) -> None:
    entry = decode(stored(ID, parts))
    assert list(entry.parts) == list(parts)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)
KINDS = sorted(str(type_.__struct_config__.tag) for types in PART_TYPES.values() for type_ in types)


@given(
    st.sampled_from([*PART_TYPES]),
    st.sampled_from(KINDS),
    st.one_of(st.just(1), json_values),
    st.dictionaries(
        st.sampled_from(["corrects", "about", "target", "exhibits", "marks", "text", "targets"]),
        json_values,
    ),
)
def test_any_json_is_read(name: str, kind: str, version: object, fields: dict[str, object]) -> None:
    body = json.dumps({"kind": kind, "version": version, **fields}).encode()
    part = read(name, body)
    assert isinstance(part, (Gap, *PART_TYPES[name]))


def test_every_part_of_every_kind_has_a_type() -> None:
    kinds = {str(type_.__struct_config__.tag) for type_ in PART_TYPES["facts"]} | {"genesis"}
    assert set(KIND_PARTS) == kinds
    assert {name for names in KIND_PARTS.values() for name in names} <= set(PART_TYPES)


def test_the_index_holds_words_and_nothing_of_the_machine() -> None:
    words = index_text(
        {
            "facts": CaptureFacts(url="https://example.dk/opslag"),
            "screen": CaptureScreen(os="Debian", python="3.11", platform="x11"),
            "window": _window("Borgergruppen"),
            "text": IncidentText(quote="ordret", why_offensive="derfor", description=""),
            "marks": WorkingCopyMarks(marks=(Number(1, 2, "navnet"), Text(1, 2, "se her"))),
            "machine": Machine(device="mettes-laptop", os="Debian"),
            "person": Person(actor="Mette Holm"),
            "sender": Gap(GapReason.ERASED),
        }
    )
    assert words.split("\n") == [
        "https://example.dk/opslag",
        "Borgergruppen",
        "ordret",
        "derfor",
        "navnet",
        "se her",
    ]
