"""The data of the rules: read strictly, whole, in both languages, with holidays as the library has them."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from app.casework.deadlines import Rulebook, RuleTable, RuleTableError, rulebook_of
from app.casework.deadlines.days import public_holidays, working_day
from app.vocabulary import Confidence
from tests.unit.casework.deadlines.reckoned import book
from tests.worlds import RESOURCES
from tools import public_holidays as tool

GOOD = """
[[day_end]]
id = "end"
clock = 23:59:00
source = "somewhere"
checked_on = 2026-11-30
confidence = "verified"

[[rule]]
id = "mine"
owner = "person"
counts_from = ["known"]
days = 3
ends = "end"
source = "somewhere"
checked_on = 2026-11-30
review_after = 2027-11-30
confidence = "verified"
title = { da = "a", en = "b" }
what = { da = "a", en = "b" }
do = { da = "a", en = "b" }
"""
IDS = {
    "police_72h",
    "victim_comp_2y",
    "private_pros_6m",
    "mortification_3y",
    "limitation_crim",
    "civil_3y",
    "employer_report_14d_absence",
    "employer_report_14d_benefit",
    "internal_registration",
    "own_report_1y",
    "receipt_check_4w",
    "legacy_9d_5w",
    "address_protection_1y",
    "dsa_complaint_6m",
    "dsa_settlement_90d",
}


def read_rules(*tables: str) -> Rulebook:
    return rulebook_of(msgspec.toml.decode(each, type=RuleTable) for each in tables)


def test_every_rule_of_the_brief_is_there() -> None:
    assert {rule.id for rule in book().rules} == IDS
    assert set(book().day_ends) == {"day_end_2359"}


def test_a_rule_without_a_date_is_words_alone() -> None:
    assert not book().of("limitation_crim").dated
    assert not book().of("internal_registration").dated


def test_what_is_not_sure_says_why_and_nothing_else_does() -> None:
    for rule in book().rules:
        assert rule.unsure == (rule.doubt is not None), rule.id
        assert (rule.confidence is Confidence.VERIFIED) != rule.unsure


def test_a_good_table_is_read() -> None:
    (rule,) = read_rules(GOOD).rules
    assert (rule.id, rule.days, rule.valid_from) == ("mine", 3, None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("days = 3", "weeks = 3"),
        ("days = 3", "days = 3\nhours = 2"),
        ("days = 3", "days = -3"),
        ("days = 3\n", ""),
        ('ends = "end"', 'ends = "another"'),
        ('ends = "end"\n', ""),
        ('counts_from = ["known"]', 'counts_from = ["born"]'),
        ('counts_from = ["known"]', "counts_from = []"),
        ('counts_from = ["known"]', 'counts_from = ["known", "known"]'),
        ('counts_from = ["known"]', 'counts_from = ["known", "granted"]'),
        ('owner = "person"', 'owner = "somebody"'),
        ('owner = "person"', 'owner = "person"\nat_least_days = 3'),
        ('owner = "person"', 'owner = "person"\nmet_by = "a letter"'),
        ('owner = "person"', 'owner = "person"\nvalid_from = 2026-02-01\nvalid_to = 2026-01-01'),
        ('confidence = "verified"\ntitle', 'confidence = "secondary"\ntitle'),
        ("review_after = 2027-11-30", "review_after = 2026-11-30"),
        ('source = "somewhere"\nchecked_on = 2026-11-30\nreview', 'source = ""\nchecked_on = 2026-11-30\nreview'),
        ('title = { da = "a", en = "b" }', 'title = { da = "a", en = "" }'),
        ('title = { da = "a", en = "b" }', 'title = { da = "a" }'),
        ("[[rule]]", "[[rules]]"),
        ('id = "mine"', 'id = ""'),
        ("[[rule]]", "[public_holidays]\n2026 = [2027-01-01]\n\n[[rule]]"),
        ("[[rule]]", "[public_holidays]\nnext = [2027-01-01]\n\n[[rule]]"),
        ("[[rule]]", "[[rule"),
    ],
)  # fmt: skip
def test_what_is_not_known_or_cannot_be_is_refused(old: str, new: str) -> None:
    assert old in GOOD
    with pytest.raises((RuleTableError, msgspec.MsgspecError, ValueError)):
        read_rules(GOOD.replace(old, new, 1))


def test_a_name_that_stands_twice_is_refused() -> None:
    rule = GOOD.partition("[[rule]]")[2]
    with pytest.raises(RuleTableError):
        read_rules(GOOD, f"[[rule]]{rule}")


def test_the_holidays_are_those_of_the_library() -> None:
    text = (RESOURCES / "deadlines" / "public_holidays.toml").read_text("utf-8")
    assert text == tool.table()
    for year in tool.YEARS:
        assert public_holidays(year, book().holidays) == public_holidays(year, {})


def test_the_great_prayer_day_was_one_until_2023_and_constitution_day_is_none() -> None:
    holidays = book().holidays
    assert date(2023, 5, 5) in public_holidays(2023, holidays)
    assert date(2024, 4, 26) not in public_holidays(2024, holidays)
    assert working_day(date(2026, 6, 5), holidays) == date(2026, 6, 5)


def test_a_year_that_the_data_lacks_is_asked_of_the_library() -> None:
    assert 2050 not in book().holidays
    assert working_day(date(2050, 12, 26), book().holidays) == date(2050, 12, 23)
