"""The lists, texts and words that come with the program: read strictly, whole in both languages, and sourced."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.actions.prevention_tables import read_prevention
from app.casework import preventing
from tests.unit.house.tree import ROOT

OURS = read_prevention(ROOT / "resources")
# What the page of advice and the guide behind it name.
TOPICS = {
    "friends",
    "seen_by",
    "workplace",
    "address",
    "partner",
    "children",
    "family",
    "tagging",
    "old_posts",
}
LIST = """
[[list]]
id = "l"
source = "s"
source_url = ""
checked_on = 2026-12-01
review_after = 2027-06-01
confidence = "verified"
title = {da = "L", en = "L"}
[[list.item]]
id = "i"
title = {da = "I", en = "I"}
how = {da = "H", en = "H"}
"""


def test_each_platform_asks_about_everything_that_the_advice_names() -> None:
    lists = {each.id: each for each in OURS.lists}
    for platform in ("facebook", "instagram"):
        assert {item.id for item in lists[platform].items} == TOPICS
    assert {"choice", "title_only", "no_private"} <= {i.id for i in lists["work_profile"].items}
    (protects,) = [item for each in OURS.lists for item in each.items if item.protects]
    assert (protects.id, protects.lasts_months, protects.remind_before_days) == (
        "protection",
        12,
        30,
    )


def test_a_list_is_unsure_once_it_was_not_looked_at_for_long() -> None:
    for each in (*OURS.lists, *OURS.templates):
        assert each.source
        assert not each.unsure_on(each.review_after)
        assert each.unsure_on(date(each.review_after.year + 1, 1, 1))


def test_the_words_that_reassure_are_others_the_next_day() -> None:
    today, tomorrow = OURS.card_of(date(2026, 12, 1)), OURS.card_of(date(2026, 12, 2))
    assert today is not None
    assert today != tomorrow
    assert preventing.Prevention().card_of(date(2026, 12, 1)) is None


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('id = "l"', 'id = ""', "something has no name"),
        ('id = "i"', 'id = "i"\nremind_before_days = 3', "reminds of a day that is not there"),
        ('id = "i"', 'id = "i"\nlasts_months = -1', "runs out before it begins"),
        ('en = "H"', 'en = " "', "words are missing in a language"),
        ("2027-06-01", "2026-12-01", "to be looked at again before it was"),
        ('"verified"', '"sure"', "sure"),
        ('source = "s"', 'sauce = "s"', "sauce"),
        ("[[list]]", "[[list", "at the end of an array"),
    ],
)
def test_a_file_that_says_what_cannot_be_is_refused_with_the_reason(
    old: str, new: str, reason: str
) -> None:
    assert preventing.read_prevention([LIST.encode()]).item("l", "i") is not None
    with pytest.raises(preventing.PreventionTableError) as refused:
        preventing.read_prevention([LIST.replace(old, new, 1).encode()])
    assert reason in refused.value.reason


def test_two_lists_of_one_name_are_refused() -> None:
    with pytest.raises(preventing.PreventionTableError, match="l stands twice"):
        preventing.read_prevention([LIST.encode(), LIST.encode()])


def test_a_program_without_its_lists_says_so(tmp_path: Path) -> None:
    with pytest.raises(preventing.PreventionTableError, match="no lists"):
        read_prevention(tmp_path)
