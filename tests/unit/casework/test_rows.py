"""The sequence and the map that never change, against Python's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework.rows import GrowingPlaces, GrowingRows, Places, Rows


def grown(count: int) -> Rows[int]:
    rows: Rows[int] = Rows()
    for number in range(count):
        rows = rows.added(number)
    return rows


@given(st.integers(0, 300), st.data())
def test_rows_are_a_list_that_never_changes(count: int, data: st.DataObject) -> None:
    rows, model = grown(count), list(range(count))
    assert list(rows) == model
    assert len(rows) == count
    assert rows[:] == tuple(model)
    assert rows[3:70:2] == tuple(model[3:70:2])
    if count:
        index = data.draw(st.integers(0, count - 1))
        changed = rows.replaced(index, -1)
        assert list(changed) == [*model[:index], -1, *model[index + 1 :]]
        assert list(rows) == model
        assert (rows[index], rows[-1]) == (index, count - 1)
        assert rows != changed
        assert changed.replaced(index, index) == rows
        assert hash(rows) == hash(grown(count))


@pytest.mark.parametrize("index", [130, -131, 1000])
def test_rows_have_ends(index: int) -> None:
    with pytest.raises(IndexError):
        grown(130)[index]
    with pytest.raises(IndexError):
        grown(130).replaced(index, 0)


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers()), max_size=80))
def test_places_are_a_dict_that_never_changes(changes: list[tuple[int, int]]) -> None:
    places: Places[int, int] = Places()
    model: dict[int, int] = {}
    history = []
    for key, value in changes:
        history.append((places, dict(model)))
        places, model[key] = places.having(key, value), value
    history.append((places, model))
    for old, expected in history:
        assert len(old) == len(expected)
        assert all(old.get(key) == value for key, value in expected.items())
        assert old.get(4000) is None
        assert old.get(4000, 7) == 7


@given(st.lists(st.integers()), st.data())
def test_what_is_changed_in_place_becomes_what_never_changes(
    items: list[int], data: st.DataObject
) -> None:
    growing: Rows[int] = GrowingRows()
    same: Rows[int] = Rows()
    for item in items:
        growing, same = growing.added(item), same.added(item)
        assert (growing.last, len(growing), list(growing)) == (same.last, len(same), list(same))
        index = data.draw(st.integers(0, len(same) - 1))
        growing, same = growing.replaced(index, -item), same.replaced(index, -item)
        assert growing[index] == same[index]
        assert growing[:index] == same[:index]
    assert isinstance(growing, GrowingRows)
    assert growing.settled() == same
    assert growing.settled().added(7) == same.added(7)
    with pytest.raises(IndexError):
        growing.replaced(len(items), 0)


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers()), max_size=80))
def test_so_do_places(changes: list[tuple[int, int]]) -> None:
    growing: Places[int, int] = GrowingPlaces()
    same: Places[int, int] = Places()
    for key, value in changes:
        growing, same = growing.having(key, value), same.having(key, value)
        assert growing.get(key) == value
        assert growing.get(4000, 7) == 7
    assert isinstance(growing, GrowingPlaces)
    assert growing.settled() == same
