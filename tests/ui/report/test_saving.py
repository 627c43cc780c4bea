"""Names of files: good in every file system, and never those of a file that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.report.saving import names, safe
from tests.worlds import ENGLISH


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Min sag, efterår 2026", "Min-sag-efterår-2026"),
        ("../../etc/passwd", "etc-passwd"),
        ('a<b>c:d"e|f?g*h\\i', "a-b-c-d-e-f-g-h-i"),
        ("  ", ""),
        ("CON.", "CON"),
    ],
)
def test_words_become_part_of_a_name(words: str, expected: str) -> None:
    assert safe(words) == expected


@given(st.text())
def test_whatever_the_case_is_called_the_name_is_one_plain_name(title: str) -> None:
    found = names(title, "Leder", "2026-11-23", Path("/nowhere"), ENGLISH)
    assert found.pdf == Path(found.pdf).name
    assert len(found.pdf.encode()) < 255
    assert all(letter.isalnum() or letter in "_-." for letter in found.pdf)
    assert found.package.removesuffix(".zip") == found.pdf.removesuffix(".pdf")


def test_a_name_that_is_taken_by_either_file_is_numbered(tmp_path: Path) -> None:
    (tmp_path / "Report_Sag_2026-11-23_leder.zip").touch()
    found = names("Sag", "Leder", "2026-11-23", tmp_path, ENGLISH)
    assert found.pdf == "Report_Sag_2026-11-23_leder_2.pdf"
