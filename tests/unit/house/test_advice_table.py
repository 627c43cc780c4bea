"""docs/advice-table.md: each row names a command, a page and a test that are there."""

from __future__ import annotations

import re

import pytest

from app.cli import COMMANDS
from tests.unit.house.tree import ROOT

TEXT = (ROOT / "docs" / "advice-table.md").read_text("utf-8")
ASKED = {
    "R1a",
    "R1c",
    "R2a",
    "R2b",
    "R2c",
    "R3b",
    "R4a",
    "R4b",
    "R4c",
    "R5",
    "A1",
    "A2",
    "C1",
    "P1a",
    "P1b",
    "P1c",
    "P2a",
    "P2b",
    "C2",
    "P3",
    "P4a",
    "P4b",
    "P5",
    "P6a",
    "P6b",
    "P7a",
    "P7b",
    "R1b",
    "R3a",
    "L1",
}
# The page lists seven pieces on preventing, a link, five on what to do, whom to go to and whom to ask.
PIECES = {
    *(f"P{each}" for each in range(1, 8)),
    "L1",
    *(f"R{each}" for each in range(1, 6)),
    "C",
    "A",
}
NAMES = {command.NAME for command in COMMANDS}


def rows() -> dict[str, list[str]]:
    """The cells of each row behind its first one, of both tables."""
    cells = [
        [cell.strip() for cell in line.strip("| \n").split("|")]
        for line in TEXT.splitlines()
        if line.startswith("| ") and not line.startswith(("| Row", "| ---"))
    ]
    return {first: rest for first, *rest in cells}


ROWS = rows()


def test_each_piece_of_advice_that_belongs_here_has_its_row() -> None:
    assert set(ROWS) >= ASKED


def test_no_piece_of_advice_is_without_a_row() -> None:
    assert len(PIECES) == 15
    assert [piece for piece in PIECES if not any(row.startswith(piece) for row in ROWS)] == []


@pytest.mark.parametrize("row", [row for row, cells in ROWS.items() if len(cells) == 4])
def test_a_row_names_commands_and_a_page_that_are_there(row: str) -> None:
    _, commands, page, _ = ROWS[row]
    named = set(re.findall(r"`([a-z-]+)`", commands))
    assert named
    assert named <= NAMES
    folders = re.findall(r"`(app/ui/[a-z_]+)/`", page)
    assert folders or page in {"menu", "by command"}
    assert all((ROOT / folder / "view.py").is_file() for folder in folders)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_names_a_test_that_is_there(row: str) -> None:
    found = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", ROWS[row][-1])
    assert found
    for file, function in found:
        text = (ROOT / file).read_text("utf-8")
        assert f"def {function or 'test_'}" in text
