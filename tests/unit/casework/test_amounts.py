"""Money and whole numbers as people type them: read in one way, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import AmountError, NumberError, parse_amount, parse_number
from app.casework.amounts import MOST_OERE
from tests.worlds import DANISH, ENGLISH


@pytest.mark.parametrize(
    ("typed", "oere"),
    [
        ("", 0),
        ("0", 0),
        ("1250", 125_000),
        ("1.250", 125_000),
        ("1 250", 125_000),
        ("1.250,50", 125_050),
        ("1.250,5 kr.", 125_050),
        ("kr. 1.250,50", 125_050),
        ("1250,- kr", 125_000),
        ("1.250.000", 125_000_000),
        ("DKK 1,250.50", 125_050),
        ("1250.50", 125_050),
        ("0,05", 5),
        ("45 kroner", 4_500),
    ],
)
def test_an_amount_is_read_as_it_is_meant(typed: str, oere: int) -> None:
    assert parse_amount(typed) == oere


@pytest.mark.parametrize(
    "typed",
    [
        *("abc", "-5", "1,250", "1.25.50", "12,5,5", "1.2345", "1250 eur", "½", "١٢", "1e3", ",50"),
        str(MOST_OERE),
    ],
)
def test_what_can_be_read_in_two_ways_or_in_none_is_refused(typed: str) -> None:
    with pytest.raises(AmountError) as raised:
        parse_amount(typed)
    assert raised.value.typed == typed


@given(st.integers(1, MOST_OERE))
def test_what_is_shown_is_read_back(oere: int) -> None:
    assert parse_amount(DANISH.amount(oere)) == oere
    assert parse_amount(ENGLISH.amount(oere)) == oere


def test_money_is_said_as_people_write_it() -> None:
    assert DANISH.amount(125_050) == "1.250,50 kr."
    assert ENGLISH.amount(125_050) == "DKK 1,250.50"


@pytest.mark.parametrize("typed", ["50", "50 %", "50%", " 50 procent", "50 per cent"])
def test_a_share_is_read_with_or_without_its_sign(typed: str) -> None:
    assert parse_number(typed, 1, 100) == 50


@pytest.mark.parametrize("typed", ["0", "101", "-1", "12,5", "half", "9999999999"])
def test_a_number_outside_is_refused_with_what_it_can_be(typed: str) -> None:
    with pytest.raises(NumberError) as raised:
        parse_number(typed, 1, 100)
    assert (raised.value.lowest, raised.value.highest) == (1, 100)
    assert parse_number("", 1, 100) == 0
