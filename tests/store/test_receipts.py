from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_store import ReceiptFormatError, normalise_receipt, receipt_code

HASH = hashlib.sha256(b"entry").hexdigest()


def test_a_code_is_eight_groups_of_four_without_letters_that_are_misread() -> None:
    code = receipt_code(HASH)
    assert [len(group) for group in code.split(" ")] == [4] * 8
    assert not set(code) & set("ILOU")


@given(st.binary(min_size=32, max_size=32))
def test_the_code_is_the_first_160_bits(digest: bytes) -> None:
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    number = 0
    for letter in receipt_code(digest.hex()).replace(" ", ""):
        number = number * 32 + alphabet.index(letter)
    assert number.to_bytes(20, "big") == digest[:20]


@pytest.mark.parametrize(
    "written",
    [
        str.lower,
        lambda code: code.replace(" ", "-"),
        lambda code: code.replace(" ", ""),
        lambda code: code.replace("0", "o").replace("1", "l"),
        lambda code: code.replace("0", "O").replace("1", "I"),
        lambda code: f"  {code}\n",
        lambda code: code.replace(" ", "\u2013"),
    ],
)
def test_a_code_is_read_however_it_was_written_down(written: object) -> None:
    assert callable(written)
    code = receipt_code("0123456789abcdef" * 4)
    assert normalise_receipt(written(code)) == (code, None)


def test_the_place_after_the_slash_is_read() -> None:
    code = receipt_code(HASH)
    assert normalise_receipt(f"{code}/41") == (code, 41)
    assert normalise_receipt(f"{code} / 41 ") == (code, 41)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7K2F",
        "\u017f" * 32,
        "\u0131" * 32,
        "U" * 32,
        "A" * 33,
        "A" * 32 + "/",
        "A" * 32 + "/x",
        "A" * 32 + "/-1",
        "A" * 999,
    ],
)
def test_anything_else_is_not_a_code(text: str) -> None:
    with pytest.raises(ReceiptFormatError):
        normalise_receipt(text)
