from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_store import BodyError, check_body
from evidence_store.bodies import MAX_DEPTH

BODIES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "bad_bodies.json").read_text("utf-8")
)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: str(body["why"]))
def test_each_body_of_the_shared_list_is_judged_as_listed(body: dict[str, Any]) -> None:
    raw = bytes.fromhex(body["hex"])
    if body["refuse"]:
        with pytest.raises(BodyError):
            check_body(raw)
    else:
        assert check_body(raw)["kind"] == "note"


def test_a_body_is_as_deep_as_its_deepest_place_however_many_there_are() -> None:
    def body(depth: int) -> bytes:
        inside = b"[" * (depth - 1) + b"]" * (depth - 1)
        return b'{"kind":"note","version":1,"x":' + inside + b',"y":[{},[],{}],"z":"[[[["}'

    assert check_body(body(MAX_DEPTH))["kind"] == "note"
    with pytest.raises(BodyError):
        check_body(body(MAX_DEPTH + 1))


def test_the_list_holds_both_good_and_bad() -> None:
    assert {body["refuse"] for body in BODIES} == {True, False}


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_read_but_never_crash(raw: bytes) -> None:
    reasons: list[str] = []
    for body in (
        raw,
        b'{"kind":"note","version":1,' + raw,
        b'{"kind":"note","version":1,"x":' + raw + b"}",
    ):
        try:
            check_body(body)
        except BodyError as error:
            reasons.append(error.reason)
    assert all(reasons)
