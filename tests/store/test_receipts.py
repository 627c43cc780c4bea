from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_store import (
    ReceiptCheckError,
    ReceiptFormatError,
    format_receipt,
    normalise_receipt,
    receipt_code,
)

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


# Its code has every letter of the alphabet, those among them that are misread.
EVERY_LETTER = "00443214c74254b635cf84653a56d7c675be77df"


@pytest.mark.parametrize(
    "written",
    [
        str.lower,
        lambda code: code.replace(" ", "-"),
        lambda code: code.replace(" ", ""),
        lambda code: code.replace("0", "o").replace("1", "l"),
        lambda code: code.replace("0", "O").replace("1", "I"),
        lambda code: code.replace("1", "i"),
        lambda code: code.replace("1", "L"),
        lambda code: f"  {code}\n",
        lambda code: code.replace(" ", "\u2013"),
    ],
)
def test_a_code_is_read_however_it_was_written_down(written: object) -> None:
    assert callable(written)
    code = receipt_code(EVERY_LETTER + "0" * 24)
    assert {"0", "1"} < set(code)
    assert written(code) != code
    assert normalise_receipt(written(code)) == (code, None)


CODE = receipt_code(HASH)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
WITH_PLACE = [
    f"{CODE}/41",
    f"{CODE} / 41 ",
    f"{CODE} · post 41",
    f"{CODE} · punkt 41",
    f"{CODE} (entry 41).",
    f"{CODE}punkt41".replace(" ", "").lower(),
    f"{CODE} /4l",
    f"{CODE}\u00a0/\u20094\u30001\n",
    f"{CODE}\u200b/\ufeff41",
]


@pytest.mark.parametrize("written", WITH_PLACE)
def test_the_place_is_read_however_it_was_written_down(written: str) -> None:
    assert normalise_receipt(written) == (CODE, 41)


@pytest.mark.parametrize("written", WITH_PLACE)
@pytest.mark.parametrize("between", ["", " ", "\u2003", " · ", "/", "-"])
def test_check_letters_may_stand_behind_every_form_of_the_place(written: str, between: str) -> None:
    letters = format_receipt(CODE, 41)[-2:]
    for form in (letters, letters.lower()):
        assert normalise_receipt(written.rstrip(" .)\n") + between + form) == (CODE, 41)


def test_a_zero_in_front_of_the_place_is_no_other_place() -> None:
    assert normalise_receipt(f"{CODE} /041") == (CODE, 41)


def test_the_check_letters_of_the_documents_example() -> None:
    code = "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYD"
    assert format_receipt(code, 0) == f"{code} /0 MB"
    assert format_receipt(code, 23) == f"{code} /23 XS"


@given(st.binary(min_size=20, max_size=20), st.integers(0, 999_999_999), st.data())
def test_one_wrong_sign_in_code_place_or_letters_is_seen(
    digest: bytes, seq: int, data: st.DataObject
) -> None:
    plain = format_receipt(receipt_code(digest.hex()), seq).replace(" ", "")
    at = data.draw(st.sampled_from([each for each in range(len(plain)) if plain[each] != "/"]))
    choice = SIGNS if at < 32 else SIGNS[:10] if at < len(plain) - 2 else SIGNS[10:]
    sign = data.draw(st.sampled_from([each for each in choice if each != plain[at]]))
    with pytest.raises(ReceiptCheckError):
        normalise_receipt(plain[:at] + sign + plain[at + 1 :])


@given(st.binary(min_size=20, max_size=20), st.integers(10, 999_999_999), st.data())
def test_two_neighbours_that_changed_places_are_seen(
    digest: bytes, seq: int, data: st.DataObject
) -> None:
    plain = format_receipt(receipt_code(digest.hex()), seq).replace(" ", "")
    pairs = [
        at
        for at in range(len(plain) - 1)
        if "/" not in plain[at : at + 2]
        and plain[at] != plain[at + 1]
        and at != len(plain) - 3  # the last digit and the first letter: no code at all
    ]
    at = data.draw(st.sampled_from(pairs))
    with pytest.raises(ReceiptCheckError):
        normalise_receipt(plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :])


def test_one_wrong_letter_anywhere_is_another_code() -> None:
    code = receipt_code(EVERY_LETTER + "0" * 24)
    assert sorted(set(code) - {" "}) == sorted("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    for at, letter in enumerate(code):
        if letter != " ":
            other = "Z" if letter != "Z" else "Y"
            assert normalise_receipt(code[:at] + other + code[at + 1 :]) != (code, None)


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
        "A" * 32 + "41",
        "A" * 32 + "/41/",
        "A" * 32 + "/41 K",
        "A" * 32 + "/41 K2",
        "A" * 32 + "/1234567890",
        "A" * 32 + "/41/42",
        "A" * 32 + "ark 41",
        "A" * 999,
    ],
)
def test_anything_else_is_not_a_code(text: str) -> None:
    with pytest.raises(ReceiptFormatError):
        normalise_receipt(text)
