"""Figures without a name: no cell that is too small is told, and none follows from what is told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.casework import figures_without_names, parts_of
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.safe_figures import LEAST, MERGED, Cell, merged
from app.messages import figure_lines
from app.vocabulary import SpringsFrom
from evidence_store import EntryId
from tests.fakes.ledger import FakeLedger
from tests.worlds import DANISH, ENGLISH

NOW = "2026-12-31T13:03:11.042Z"


class Case(FakeLedger):
    """A ledger to which a person gives posts."""

    def post(self, springs_from: SpringsFrom, month: int = 11) -> EntryId:
        draft = IncidentDraft(
            quote="Kanariefugl",
            name="Kanariefugl",
            platform="Kanariefugl",
            venue="Kanariefugl",
            springs_from=springs_from,
            published=f"2026-{month:02d}-20T20:00:00.000Z",
        )
        parts = parts_of(self.state(), draft, None, NOW)
        return self.add(parts.pop("facts"), parts=parts)


@pytest.mark.parametrize(
    ("counts", "cells"),
    [
        ({}, []),
        ({"a": 7, "b": 5}, [("a", 7), ("b", 5)]),
        ({"a": 7, "b": 0}, [("a", 7)]),
        ({"a": 20, "b": 9, "c": 4}, [("a", 20), (MERGED, 13)]),
        ({"a": 20, "b": 9, "c": 4, "d": 4}, [("a", 20), (MERGED, 17)]),
        ({"a": 20, "b": 5, "c": 5, "d": 4}, [("a", 20), (MERGED, 14)]),
        ({"a": 20, "b": 9, "c": 4, "d": 3}, [("a", 20), ("b", 9), (MERGED, 7)]),
        ({"a": 20, "b": 9, "c": 2, "d": 1}, [("a", 20), (MERGED, 12)]),
        ({"a": 20, "b": 9, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1}, [("a", 20), (MERGED, 14)]),
        ({"a": 9, "b": 1}, [(MERGED, 10)]),
        ({"a": 3, "b": 4}, [(MERGED, 7)]),
    ],
)
def test_small_cells_are_merged_and_where_one_would_follow_the_next_smallest_too(
    counts: dict[str, int], cells: list[tuple[str, int]]
) -> None:
    assert [(cell.name, cell.count) for cell in merged(counts)] == cells


NAMES = "abcd"


def _tables(total: int, names: str) -> Iterator[dict[str, int]]:
    """Every table of so many."""
    if len(names) == 1:
        yield {names: total}
        return
    for count in range(total + 1):
        for rest in _tables(total - count, names[1:]):
            yield {names[0]: count, **rest}


@given(st.lists(st.integers(0, 9), min_size=4, max_size=4))
@settings(deadline=None, max_examples=200)
def test_no_cell_that_is_not_told_can_be_reckoned_from_what_is(counts: list[int]) -> None:
    table = dict(zip(NAMES, counts, strict=True))
    if sum(counts) < LEAST:
        return
    told = merged(table)
    named = {cell.name for cell in told}
    possible = [each for each in _tables(sum(counts), NAMES) if merged(each) == told]
    assert table in possible
    for name, count in table.items():
        if count and name not in named:
            assert len({each[name] for each in possible}) > 1, (table, told)


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 60)))
def test_cells_add_up_and_none_is_below_the_least(counts: dict[str, int]) -> None:
    told = merged(counts)
    assert sum(cell.count for cell in told) == sum(counts.values())
    if sum(counts.values()) >= LEAST:
        assert all(cell.count >= LEAST for cell in told)
    named = [cell for cell in told if cell.name != MERGED]
    assert all(counts[cell.name] == cell.count for cell in named)
    assert all(before.count >= after.count for before, after in pairwise(named))


def test_what_it_springs_from_is_told_and_no_name_is() -> None:
    case = Case()
    for springs_from, count in ((SpringsFrom.LAW, 9), (SpringsFrom.DECISION, 6)):
        for _ in range(count):
            case.post(springs_from)
    last, *_ = (case.post(SpringsFrom.RESOURCES, month=2) for _ in range(3))
    found = figures_without_names(case.state())
    by_name = {each.of: each.cells for each in found.distributions}
    assert found.incidents == 18
    assert by_name["springs_from"] == (Cell("law", 9), Cell(MERGED, 9))
    assert by_name["form"] == (Cell("post", 18),)
    assert by_name["quarter"] == (Cell(MERGED, 18),)
    case.add(Hidden(target=last))
    assert figures_without_names(case.state()).incidents == 17
    for language in (DANISH, ENGLISH):
        words = " ".join(figure_lines(found, language)).casefold()
        assert "kanariefugl" not in words
    assert "Udspringer af: Lovgivningen (9), andet, slået sammen (9)" in figure_lines(found, DANISH)


def test_quarters_are_told_where_there_are_enough() -> None:
    case = Case()
    for month in (2, 11):
        for _ in range(5):
            case.post(SpringsFrom.LAW, month=month)
    lines = figure_lines(figures_without_names(case.state()), DANISH)
    assert "Kvartal: 1. kvartal 2026 (5), 4. kvartal 2026 (5)" in lines


@pytest.mark.parametrize("count", [0, 1, LEAST - 1])
def test_of_fewer_than_five_nothing_is_told(count: int) -> None:
    case = Case()
    for _ in range(count):
        case.post(SpringsFrom.LAW)
    found = figures_without_names(case.state())
    assert (found.incidents, found.distributions) == (None, ())
    assert len(figure_lines(found, DANISH)) == 1
