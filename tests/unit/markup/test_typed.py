"""Marks from a file and redactions from the command line."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.markup import (
    Arrow,
    Box,
    Frame,
    Highlight,
    Number,
    Redaction,
    RedactionFormError,
    ShapesError,
    ShapesFault,
    Text,
    parse_redaction,
    parse_shapes,
)

ARROW = {"shape": "arrow", "x1": 1, "y1": 2, "x2": 3, "y2": 4}


def file(*marks: object, **more: object) -> bytes:
    return json.dumps({"marks": list(marks), **more}).encode()


def test_every_shape_can_be_handed_in() -> None:
    box = {"x": 1, "y": 2, "width": 3, "height": 4}
    read = parse_shapes(
        file(
            {**ARROW, "caption": "pil"},
            {"shape": "box", "box": box},
            {"shape": "highlight", "box": box, "caption": "gul"},
            {"shape": "number", "x": 5, "y": 6, "caption": "navn"},
            {"shape": "text", "x": 7, "y": 8, "text": "æøå", "size_px": 30},
        )
    )
    assert read == (
        Arrow(1, 2, 3, 4, "pil"),
        Frame(Box(1, 2, 3, 4)),
        Highlight(Box(1, 2, 3, 4), "gul"),
        Number(5, 6, "navn"),
        Text(7, 8, "æøå", 30),
    )


def test_a_byte_order_mark_does_not_matter() -> None:
    assert parse_shapes(b"\xef\xbb\xbf" + file(ARROW)) == (Arrow(1, 2, 3, 4),)


@pytest.mark.parametrize(
    ("untrusted", "reason"),
    [
        (b"", ShapesFault.NOT_JSON),
        (b"\xff\xfe", ShapesFault.NOT_JSON),
        (b"[" * 100_000, ShapesFault.NOT_JSON),
        (b'{"marks":[],"marks":[]}', ShapesFault.NOT_JSON),
        (b"[]", ShapesFault.NO_MARKS),
        (b"{}", ShapesFault.NO_MARKS),
        (b'{"marks":{}}', ShapesFault.NO_MARKS),
        (b'{"marks":[]}', ShapesFault.NO_MARKS),
        (file(ARROW, redactions=[]), ShapesFault.UNKNOWN_FIELD),
        (b" " * 1_000_001, ShapesFault.TOO_LARGE),
    ],
)
def test_a_file_that_is_no_list_of_marks_is_refused(untrusted: bytes, reason: ShapesFault) -> None:
    with pytest.raises(ShapesError) as caught:
        parse_shapes(untrusted)
    assert (caught.value.position, caught.value.reason) == (0, reason)


@pytest.mark.parametrize(
    ("mark", "reason", "field"),
    [
        (7, ShapesFault.WRONG_VALUE, ""),
        ({}, ShapesFault.UNKNOWN_SHAPE, ""),
        ({"shape": ["arrow"]}, ShapesFault.UNKNOWN_SHAPE, ""),
        ({"shape": "blur"}, ShapesFault.UNKNOWN_SHAPE, "blur"),
        ({**ARROW, "colour": "red"}, ShapesFault.UNKNOWN_FIELD, "colour"),
        ({"shape": "number", "x": 1}, ShapesFault.MISSING_FIELD, "y"),
        ({**ARROW, "x1": "1"}, ShapesFault.WRONG_VALUE, ""),
        ({**ARROW, "x1": 1.5}, ShapesFault.WRONG_VALUE, ""),
        ({**ARROW, "x1": None}, ShapesFault.WRONG_VALUE, ""),
        ({"shape": "box", "box": [1, 2, 3, 4]}, ShapesFault.WRONG_VALUE, "box"),
        (
            {"shape": "box", "box": {"x": 1, "y": 2, "width": 3}},
            ShapesFault.MISSING_FIELD,
            "height",
        ),
        (
            {"shape": "box", "box": {"x": 1, "y": 2, "width": 3, "height": 4, "w": 5}},
            ShapesFault.UNKNOWN_FIELD,
            "w",
        ),
        ({"shape": "text", "x": 1, "y": 2, "text": "\ud800"}, ShapesFault.WRONG_VALUE, ""),
    ],
)
def test_a_bad_mark_is_named_by_its_position(mark: object, reason: ShapesFault, field: str) -> None:
    with pytest.raises(ShapesError) as caught:
        parse_shapes(file(ARROW, mark))
    error = caught.value
    assert (error.position, error.reason, error.field) == (2, reason, field)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode())))
def test_any_bytes_are_read_or_refused(untrusted: bytes) -> None:
    with pytest.raises(ShapesError):
        parse_shapes(untrusted)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["shape", "box", "x", "y", "text", "z"]), inner, max_size=5
        )
    ),
    max_leaves=8,
)


@given(
    st.sampled_from(["arrow", "box", "highlight", "number", "text"]),
    st.dictionaries(
        st.sampled_from(["x", "y", "box", "text", "caption", "x1"]), values, max_size=6
    ),
)
def test_any_values_are_read_or_refused(shape: str, fields: dict[str, object]) -> None:
    with contextlib.suppress(ShapesError):
        assert len(parse_shapes(file({"shape": shape, **fields}))) == 1


@pytest.mark.parametrize(
    ("typed", "redaction"),
    [
        ("10,20,300,40:Cpr-nummer", Redaction(Box(10, 20, 300, 40), "Cpr-nummer")),
        (" 0, 0 ,5,5 : Barns navn: Bo ", Redaction(Box(0, 0, 5, 5), "Barns navn: Bo")),
        ("-5,-6,10,10:kant", Redaction(Box(-5, -6, 10, 10), "kant")),
    ],
)
def test_a_typed_box_is_read(typed: str, redaction: Redaction) -> None:
    assert parse_redaction(typed) == redaction


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "10,20,300,40",
        "10,20,300,40:",
        "10,20,300,40:  ",
        "10,20,300:navn",
        "10,20,0,40:navn",
        "10,20,300,0:navn",
        "10,20,-3,4:navn",
        "1.5,20,300,40:navn",
        "10,20,300,40,50:navn",
        "٣,20,300,40:navn",
        "9999999,0,5,5:navn",
    ],
)
def test_a_box_without_size_or_reason_is_refused(typed: str) -> None:
    with pytest.raises(RedactionFormError) as caught:
        parse_redaction(typed)
    assert caught.value.typed == typed
