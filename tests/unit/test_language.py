"""Days, times, sizes and numbers as Danes and English readers write them, always by Danish clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.language import Language, LanguageDataError
from tests.unit.house.tree import ROOT

LOCALES = ROOT / "resources" / "locales"
DANISH = Language("da", LOCALES)
ENGLISH = Language("en", LOCALES)

WINTER = datetime(2026, 11, 23, 13, 3, 11, 42_000, tzinfo=UTC)
# The night in October: 00:30 UTC is 02:30 summer time, 01:30 UTC is 02:30 winter time.
FIRST_HALF_PAST_TWO = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
SECOND_HALF_PAST_TWO = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
# The night in March: one second parts 01:59:59 from 03:00:00.
BEFORE_THE_GAP = datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC)
AFTER_THE_GAP = datetime(2026, 3, 29, 1, 0, 0, tzinfo=UTC)


def test_a_moment_is_shown_by_danish_clocks_in_both_languages() -> None:
    assert DANISH.moment(WINTER) == "23. november 2026 kl. 14.03"
    assert ENGLISH.moment(WINTER) == "23 November 2026 at 14:03"


def test_evidence_is_labelled_to_the_second_with_offset_and_utc() -> None:
    assert DANISH.exact(WINTER) == (
        "23. november 2026 kl. 14.03.11 dansk tid (UTC+01:00; 13.03.11 UTC)"
    )
    assert ENGLISH.exact(WINTER) == (
        "23 November 2026 at 14:03:11 Danish time (UTC+01:00; 13:03:11 UTC)"
    )


def test_the_hour_that_comes_twice_is_told_apart_by_its_offset() -> None:
    first, second = DANISH.exact(FIRST_HALF_PAST_TWO), DANISH.exact(SECOND_HALF_PAST_TWO)
    assert "kl. 02.30.00 dansk tid (UTC+02:00; 00.30.00 UTC)" in first
    assert "kl. 02.30.00 dansk tid (UTC+01:00; 01.30.00 UTC)" in second


def test_the_hour_that_never_comes_is_never_shown() -> None:
    assert DANISH.clock(BEFORE_THE_GAP, seconds=True) == "01.59.59"
    assert DANISH.clock(AFTER_THE_GAP, seconds=True) == "03.00.00"


def test_a_late_evening_in_utc_is_the_next_day_in_denmark() -> None:
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert DANISH.day(late) == "1. juli 2026"
    assert ENGLISH.day(late) == "1 July 2026"
    assert DANISH.day(date(2026, 6, 30)) == "30. juni 2026"


@pytest.mark.parametrize(
    ("size", "danish", "english"),
    [
        (0, "0 B", "0 B"),
        (999, "999 B", "999 B"),
        (1_000, "1 kB", "1 kB"),
        (56_749, "56,7 kB", "56.7 kB"),
        (999_949, "999,9 kB", "999.9 kB"),
        (1_000_000, "1 MB", "1 MB"),
        (1_234_567_890, "1.234,6 MB", "1,234.6 MB"),
    ],
)
def test_sizes_have_the_languages_own_comma(size: int, danish: str, english: str) -> None:
    assert DANISH.size(size) == danish
    assert ENGLISH.size(size) == english


@pytest.mark.parametrize("size", [999_950, 999_999])
def test_a_size_just_below_a_megabyte_is_not_a_thousand_kilobytes(size: int) -> None:
    assert DANISH.size(size) == "1 MB"


def test_one_and_many_are_told_apart_and_counted_in_the_language() -> None:
    one = "{count} mark is on the copy of Exhibit {number}. The original is untouched."
    many = "{count} marks are on the copy of Exhibit {number}. The original is untouched."
    assert ENGLISH.plural(one, many, 1, number=3).startswith("1 mark is")
    assert ENGLISH.plural(one, many, 0, number=3).startswith("0 marks are")
    assert ENGLISH.plural(one, many, 1_234, number=3).startswith("1,234 marks are")
    assert DANISH.plural(one, many, 1, number=3) != DANISH.plural(one, many, 2, number=3)
    assert "1.234 " in DANISH.plural(one, many, 1_234, number=3)


def test_what_a_person_typed_is_never_taken_for_a_template() -> None:
    assert ENGLISH.text("Case: {title}", title="{number} %s {") == "Case: {number} %s {"


def test_a_missing_catalogue_is_told_and_english_needs_none(tmp_path: Path) -> None:
    with pytest.raises(LanguageDataError) as caught:
        Language("da", tmp_path)
    assert (caught.value.code, caught.value.folder) == ("da", tmp_path)
    assert Language("en", tmp_path).text("Nothing found.") == "Nothing found."


def test_a_language_that_we_do_not_speak_is_refused() -> None:
    with pytest.raises(ValueError, match="sv"):
        Language("sv", LOCALES)
