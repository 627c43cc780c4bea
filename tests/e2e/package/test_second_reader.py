"""A reader that was written from docs/format.md alone answers as the three verifiers do, check by check.

Here on a few variants, and where the page once was silent; on all with ``python -m tests.e2e.package.comparing 500``.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.e2e.package.comparing import disagreements
from tests.e2e.package.variant_corners import corners
from tests.e2e.package.variants import Variant, variant
from tests.e2e.package.verifiers import ROOT, Verifier, load_verify_py
from tests.second_reader.answer import TABLE
from tests.second_reader.receipts import NoCodeError, read_code

READER = ROOT / "tests" / "second_reader"
PAGE = (ROOT / "docs" / "format.md").read_text("utf-8")


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


@pytest.mark.parametrize("number", range(5, 500, 29))
def test_the_second_reader_and_the_three_verifiers_answer_alike(
    tmp_path: Path, verifier: Verifier, number: int
) -> None:
    assert list(disagreements(verifier, variant(number), tmp_path)) == []


@pytest.mark.parametrize("corner", [*corners()], ids=lambda each: each.name)
def test_so_they_do_where_the_page_did_not_tell_a_stranger(
    tmp_path: Path, verifier: Verifier, corner: Variant
) -> None:
    assert list(disagreements(verifier, corner, tmp_path)) == []


@pytest.mark.parametrize(
    "text",
    [
        "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYD",
        "j1ta-d6fh-qcwe-3m1w-qsgr-9bh4-04j2-wryd/0mb",
        "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYD, punkt 23 XS",
        "JITA D6FH QCWE 3MIW QSGR 9BH4 O4J2 WRYD · O",
        "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYD /0 MC",
        "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYD 5",
        "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYDentry007",
        "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYD post/23",
        "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRY",
        "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYU",
        "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYD /1234567890",
        "\u017f1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYD",
        " " * 400 + "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYD",
        "",
    ],
)
def test_codes_are_read_alike(verifier: Verifier, text: str) -> None:
    try:
        theirs = verifier.read_expected(text)
    except ValueError:
        with pytest.raises(NoCodeError):
            read_code(text)
        return
    ours = read_code(text)
    assert (ours.code, ours.place) == (theirs[0].replace(" ", ""), theirs[1])


def test_the_second_reader_takes_nothing_from_the_product() -> None:
    """Or agreement would say nothing."""
    taken = {
        name.partition(".")[0]
        for path in READER.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in (
            [each.name for each in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert not taken & {"app", "evidence_store", "resources"}
    text = "".join(path.read_text("utf-8") for path in READER.glob("*.py"))
    assert set(re.findall(r"from tests\.(\w+)", text)) == {"second_reader"}


def test_its_table_of_checks_is_that_of_the_page() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| [PVT ]*P[PVT ]* \| `(\w+)`", PAGE, re.MULTILINE))
    own = {kind: check for check, kinds in TABLE.items() for kind in kinds}
    assert own | {"verifier_other": "verifier"} == rows
