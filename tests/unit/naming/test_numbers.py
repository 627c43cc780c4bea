"""Numbers and addresses in a text that tell who somebody is."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.naming import find_numbers
from app.vocabulary import Likeness


def found(text: str) -> list[tuple[str, Likeness]]:
    return [(text[each.start : each.end], each.likeness) for each in find_numbers(text)]


@pytest.mark.parametrize(
    ("words", "likeness"),
    [
        ("010203-1234", Likeness.CPR),
        ("0102031234", Likeness.CPR),
        ("010203 1234", Likeness.CPR),
        ("010203–1234", Likeness.CPR),
        ("01.02.03-1234", Likeness.CPR),
        ("290200-4234", Likeness.CPR),
        ("12 34 56 78", Likeness.PHONE),
        ("12345678", Likeness.PHONE),
        ("+45 12 34 56 78", Likeness.PHONE),
        ("1234 5678", Likeness.PHONE),
        ("hun.selv@nordby.example", Likeness.MAIL),
        ("Nørregade 12, 2. tv., 8000 Aarhus C", Likeness.ADDRESS),
        ("Gl. Kongevej 1, 1610 København V", Likeness.ADDRESS),
        ("Skovvej 4B", Likeness.ADDRESS),
        ("H.C. Andersens Boulevard 2", Likeness.ADDRESS),
        ("Ny Allé 14", Likeness.ADDRESS),
        ("AB 12 345", Likeness.PLATE),
        ("AB12345", Likeness.PLATE),
    ],
)
def test_it_is_found_with_its_place(words: str, likeness: Likeness) -> None:
    assert found(f"Det er {words}, tror jeg.") == [(words, likeness)]


@pytest.mark.parametrize(
    "words",
    [
        "ordre 0102031234",
        "Ordrenr.: 010203 1234",
        "faktura nr. 0102031234",
        "320203-1234",
        "011303-1234",
        "290201-1234",
        "den 30.11.2026",
        "kl. 14.03",
        "1.234.567",
        "123456789012",
        "010203-12345",
        "CVR 12 34 56 78",
        "DK 12 345",
        "3 veje 12",
        "Bilag 2",
        "2026-11-30 14:03:12",
        "100,50 kr.",
    ],
)
def test_other_numbers_are_let_be(words: str) -> None:
    assert found(f"Det er {words} i dag") == []


@given(
    st.dates(date(1937, 1, 1), date(1999, 12, 31)),
    st.integers(0, 3999),
    st.sampled_from(["", "-", " ", " - "]),
)
def test_every_day_of_the_last_century_with_four_digits_is_found(
    day: date, number: int, between: str
) -> None:
    cpr = f"{day:%d%m%y}{between}{number:04d}"
    assert found(f"Nummeret er {cpr}.") == [(cpr, Likeness.CPR)]


@given(st.text())
def test_any_text_is_looked_through(text: str) -> None:
    places = find_numbers(text)
    assert all(a.end <= b.start for a, b in pairwise(places))
