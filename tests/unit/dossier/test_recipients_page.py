"""docs/recipients.md says what the recipients' files say: who is told which section."""

from __future__ import annotations

import re

import pytest

from app.dossier import load_policy
from tests.unit.dossier.sample_case import RECIPIENTS, ROOT

COLUMNS = (
    "manager",
    "safety_rep",
    "shop_steward",
    "union_consultant",
    "police",
    "insurer",
    "own_copy",
)
ROW = re.compile(r"^\| (?P<what>[^|]+?) \|(?P<cells>.+)\|$")


def rows() -> list[tuple[tuple[str, ...], list[str]]]:
    """Names of sections, and what the seven columns say."""
    page = (ROOT / "docs" / "recipients.md").read_text(encoding="utf-8")
    found = [match for line in page.splitlines() if (match := ROW.match(line))]
    made = []
    for match in found:
        names = tuple(re.findall(r"`([a-z_]+)`", match["what"]))
        cells = [cell.strip() for cell in match["cells"].split("|")]
        if names and len(cells) == len(COLUMNS):
            made.append((names, cells))
    return made


@pytest.mark.parametrize("column", range(len(COLUMNS)), ids=COLUMNS)
def test_a_section_is_in_the_file_where_the_page_has_a_sign_for_it(column: int) -> None:
    sections = load_policy(RECIPIENTS, COLUMNS[column]).sections
    told = {name: cells[column][:1] != "–" for names, cells in rows() for name in names}
    assert {name: name in sections for name in told} == told


def test_every_section_of_a_file_that_is_not_for_all_is_on_the_page() -> None:
    named = {name for names, _ in rows() for name in names}
    assert {"deadlines", "pattern", "answers", "preservation", "registration", "doubts"} <= named
