"""The square code on an exhibit's pages: what stands in it, what never does, and that it is the code segno makes."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import msgspec
import pytest
import segno

from app.dossier.model import Manner, PrintedExhibit, PrintedReceipt, PrintedRow, Standing
from app.dossier.page_code import (
    LONGEST,
    PageCode,
    code_of,
    link_hash,
    page_code_text,
    read_page_code,
)
from app.dossier.pages import fast_code
from app.dossier.pages.look import LEFT, RIGHT
from app.dossier.pages.qr import CORNER, SIDE, code_bits, page_code_bits, receipt_rows
from app.dossier.receipt_square import ReceiptSquare, read_receipt_square, receipt_square_text
from evidence_store import EntryId
from tests.unit.dossier.sample_case import CODE, EVIDENCE

LINK = "https://social.example/groups/nordby/posts/1001?ref=kim"
RECEIPT = PrintedReceipt(EntryId(EVIDENCE, 1234), CODE)
EXHIBIT = PrintedExhibit(
    number=40,
    original=EntryId(EVIDENCE, 7),
    shown=EntryId(EVIDENCE, 9),
    picture=True,
    sha256=hashlib.sha256(b"shown").hexdigest(),
    title="",
    covered=False,
    marked=False,
    captions=(),
    rows=(PrintedRow("Link", LINK, Manner.LINK), PrintedRow("Method", "x")),
    standing=Standing.PACKAGE,
    sealed_at="",
    sealed="2026-11-23T13:03:12.417Z",
)


def test_it_holds_what_a_print_is_compared_with_and_comes_back_whole() -> None:
    code = code_of(EXHIBIT, RECEIPT)
    assert code == PageCode(
        head=RECEIPT.head,
        code=CODE,
        number=40,
        sealed=datetime(2026, 11, 23, 13, 3, 12, tzinfo=UTC),
        picture=EXHIBIT.sha256,
        link=hashlib.sha256(LINK.encode()).hexdigest()[:20],
    )
    text = page_code_text(code)
    assert read_page_code(text) == code
    assert len(text) <= fast_code.LONGEST <= LONGEST


def test_it_never_holds_a_link_nor_the_hash_of_one_that_is_not_printed() -> None:
    text = page_code_text(code_of(EXHIBIT, RECEIPT))
    assert "SOCIAL" not in text
    unlinked = msgspec.structs.replace(EXHIBIT, rows=EXHIBIT.rows[1:])
    assert page_code_text(code_of(unlinked, RECEIPT)).endswith(".")
    assert link_hash("") == ""


def test_an_exhibit_without_a_picture_has_a_code_all_the_same() -> None:
    file = msgspec.structs.replace(EXHIBIT, picture=False, sha256="", sealed="")
    code = code_of(file, RECEIPT)
    assert (code.picture, code.sealed) == ("", None)
    assert read_page_code(page_code_text(code)) == code


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("BEVIS1", "BEVIS2"),
        (".1234.", ".01234."),
        ("20261123T130312Z", "20261323T130312Z"),
        (".40.", ".."),
        ("7K2F", "7I2F"),
    ],
)
def test_what_is_not_whole_is_no_code_of_ours(old: str, new: str) -> None:
    text = page_code_text(code_of(EXHIBIT, RECEIPT))
    assert old in text
    assert read_page_code(text.replace(old, new)) is None
    assert read_page_code(text[:-1]) is None
    assert read_page_code("https://social.example/") is None


@pytest.mark.parametrize("length", [1, 2, 141, 158, 176, 177, 178])
def test_it_is_module_by_module_what_segno_makes(length: int) -> None:
    digits = hashlib.shake_256(bytes([length])).hexdigest(length).upper()
    text = (page_code_text(code_of(EXHIBIT, RECEIPT)) + digits)[-length:]
    made = segno.make_qr(
        text,
        error="m",
        version=fast_code.VERSION,
        mode="alphanumeric",
        mask=fast_code.MASK,
        boost_error=False,
    )
    modules, bits = page_code_bits(text)
    assert modules == len(made.matrix)
    rows = [bits[at : at + 6] for at in range(0, len(bits), 6)]
    assert rows == [
        int("".join(map(str, row)) + "000", 2).to_bytes(6, "big") for row in made.matrix
    ]


def test_a_longer_text_gets_a_larger_code_and_a_link_of_a_page_none() -> None:
    assert page_code_bits("A" * LONGEST)[0] == 17 + 4 * 12
    assert code_bits("https://social.example/" + "a" * 600) == (0, b"")


def test_it_is_large_enough_for_a_scanner_and_stands_within_the_margin() -> None:
    assert SIDE / 72 * 25.4 >= 22
    assert LEFT < CORNER < CORNER + SIDE <= RIGHT + 0.001


def test_a_receipts_square_names_an_entry_and_its_code_and_nothing_else() -> None:
    square = ReceiptSquare(RECEIPT.head, CODE)
    text = receipt_square_text(square)
    assert text.startswith("BEVISK1.")
    assert read_receipt_square(text) == square
    assert len(receipt_rows(text)) == 33  # version 4: modules of half a millimetre at 18 mm
    for other in (text[:-1], text.replace("BEVISK1", "BEVIS1"), text.replace(".1234.", ".01.")):
        assert read_receipt_square(other) is None
    assert read_page_code(text) is None
