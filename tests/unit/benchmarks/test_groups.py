from __future__ import annotations

from benchmarks.groups import NAMES, TOGETHER, those_of


def test_without_a_word_every_group_is_measured() -> None:
    assert those_of(()) == NAMES


def test_one_word_stands_for_all_groups_of_the_window_and_none_is_measured_twice() -> None:
    found = those_of(["hide", "window", "search"])
    assert found[0] == "hide"
    assert sorted(found) == sorted([*TOGETHER["window"], "search"])


def test_what_one_word_stands_for_can_be_asked_for_by_name_too() -> None:
    assert set(TOGETHER["window"]) <= set(NAMES)
    assert all(those_of([name]) == (name,) for name in TOGETHER["window"])
