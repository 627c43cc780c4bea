"""Coarse words have gaps, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.timeline import Gaps, read_gaps
from tests.worlds import RESOURCES

KEPT = read_gaps(RESOURCES / "reading" / "gaps.toml")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Din LUDER!", "Din L····!"),
        ("luderkarl og kællingerne", "l········ og k··········"),
        ("hun burde slås  ihjel, slå\nihjel", "hun burde s···  ·····, s··\n·····"),
        (
            "Det er slut, han sluttede så; røveri voldte skade",
            "Det er slut, han sluttede så; røveri voldte skade",
        ),
        ("so that they die, and the pig too", "so that they die, and the pig too"),
        ("En sober sobergang om svinehunden", "En sober sobergang om s··········"),
        ("Sagen dør ikke hen", "Sagen dør ikke hen"),
        ("shit, you BITCHES", "s···, you B······"),
    ],
)
def test_only_the_words_of_the_list_have_gaps(text: str, shown: str) -> None:
    assert KEPT.in_text(text) == shown


@given(st.text())
def test_no_letter_is_moved_and_nothing_grows(text: str) -> None:
    shown = KEPT.in_text(text)
    assert len(shown) == len(text)
    assert all(now in {before, "·"} for now, before in zip(shown, text, strict=True))


def test_no_words_make_no_gaps() -> None:
    assert Gaps(()).in_text("luder") == "luder"
    assert Gaps(("*",)).in_text("luder") == "luder"
