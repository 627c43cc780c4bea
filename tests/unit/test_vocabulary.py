"""Every closed set has its words in both languages; stamps and fingerprints read as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

import pytest

from app import vocabulary
from app.casework import parse_day, parse_time
from app.clock import stamp
from app.language import Language
from app.vocabulary import (
    WORDS,
    AccessBasis,
    AnswerKind,
    Basis,
    CaptureMethod,
    CareStatus,
    CarriedBy,
    ContentTag,
    Direction,
    DisclosedForm,
    DoneBy,
    DrawnAs,
    IdeaEffect,
    IncidentKind,
    Intensity,
    MeasureStatus,
    NoticedBy,
    Outcome,
    PackedAnew,
    PaidBy,
    PictureColours,
    PictureGround,
    PictureWhole,
    PolicePurpose,
    PoliceStatus,
    PromiseStatus,
    Role,
    SeriesFit,
    Severity,
    SpringsFrom,
    SupportKind,
    Trend,
    Visibility,
    WorryLevel,
    YesNo,
    choices,
    in_words,
    lowered,
)
from tests.unit.house.tree import ROOT

LOCALES = ROOT / "resources" / "locales"
DANISH, ENGLISH = Language("da", LOCALES), Language("en", LOCALES)
SETS = [
    each
    for each in vars(vocabulary).values()
    if isinstance(each, type) and issubclass(each, StrEnum)
]
# Where nothing is known, or nothing was done, a list says nothing; a form still has words for it.
UNSAID = {
    (type(each), each)
    for each in (
        Visibility.UNKNOWN,
        AccessBasis.UNKNOWN,
        PictureWhole.WHOLE,
        PictureGround.NONE,
        PictureColours.AS_THEY_ARE,
        CarriedBy.UNKNOWN,
        PackedAnew.NO,
        DrawnAs.PICTURE,
        YesNo.UNKNOWN,
        DoneBy.UNKNOWN,
        Basis.UNKNOWN,
        Outcome.OPEN,
        PromiseStatus.OPEN,
        AnswerKind.UNCLEAR,
        MeasureStatus.UNKNOWN,
        IdeaEffect.UNKNOWN,
        Direction.UNKNOWN,
        Trend.UNKNOWN,
        SpringsFrom.UNKNOWN,
        Severity.UNKNOWN,
        PoliceStatus.UNKNOWN,
        PolicePurpose.UNKNOWN,
        CareStatus.UNKNOWN,
        DisclosedForm.NONE,
        Intensity.UNKNOWN,
        NoticedBy.UNKNOWN,
        PaidBy.UNKNOWN,
        WorryLevel.UNKNOWN,
        SeriesFit.UNKNOWN,
    )
}
# What a Dane says in English, too.
SAME = {"", "HR", "Digital Post", "Video", "Neutral note", "Partner", "Transport"}
SAME |= {"AirDrop", "OneDrive", "Teams"}  # names of products
STAMP = "2026-11-23T13:03:11.042Z"


def test_the_door_has_every_set_and_the_table_its_words() -> None:
    assert len(SETS) > 10
    assert set(SETS) == set(WORDS)


@pytest.mark.parametrize("members", SETS, ids=lambda each: each.__name__)
def test_every_choice_has_words_in_both_languages(members: type[StrEnum]) -> None:
    assert set(WORDS[members]) == set(members)
    for each in members:
        for language in (DANISH, ENGLISH):
            short = in_words(each, language, percent=40, rows=40)
            assert bool(short) is ((members, each) not in UNSAID)
            assert in_words(each, language, long=True, percent=40, rows=40) or not short
        if in_words(each, DANISH) == in_words(each, ENGLISH):
            assert in_words(each, DANISH) in SAME


@pytest.mark.parametrize("members", SETS, ids=lambda each: each.__name__)
def test_two_choices_of_a_form_never_read_the_same(members: type[StrEnum]) -> None:
    labels = [label for _, label in choices(members, DANISH)]
    assert len(set(labels)) == len(members)


def test_a_form_offers_first_what_is_chosen_most_often() -> None:
    assert [value for value, _ in choices(Role, DANISH)][:2] == [Role.MANAGER, Role.SAFETY_REP]
    assert choices(Visibility, DANISH)[0] == (Visibility.UNKNOWN, "Det ved jeg ikke")
    assert choices(AccessBasis, ENGLISH)[0] == (AccessBasis.UNKNOWN, "Not stated")


def test_long_words_say_more_where_there_is_room() -> None:
    assert in_words(Role.SAFETY_REP, DANISH) == "Arbejdsmiljørepræsentant"
    assert in_words(Role.SAFETY_REP, DANISH, long=True) == "Arbejdsmiljørepræsentant (AMR)"
    assert in_words(Role.UNION_CONSULTANT, DANISH, long=True) == "Faglig konsulent"
    assert in_words(IncidentKind.OTHER, DANISH, long=True) == "Andet"
    assert in_words(CaptureMethod.SCREEN, ENGLISH, long=True) == "Screenshot of a whole screen"


def test_others_do_not_read_me_where_the_person_is_meant() -> None:
    assert in_words(DoneBy.ME, DANISH) == "Mig"
    assert in_words(DoneBy.ME, DANISH, others=True) == "Den ansatte"
    assert in_words(Basis.SEEN, DANISH, others=True) == "Set af den ansatte"
    assert in_words(DoneBy.DOCTOR, DANISH, others=True) == "Læge"
    for each in (ContentTag.PICTURE_OF_ME, Direction.SENT, Direction.NAMED_REACHING):
        assert "den ansatte" in in_words(each, DANISH, others=True)


def test_what_is_none_of_them_stands_last() -> None:
    assert choices(SupportKind, DANISH)[-1][0] is SupportKind.OTHER
    assert choices(YesNo, ENGLISH)[0] == (YesNo.UNKNOWN, "Not stated")


def test_a_picture_that_was_cut_says_how_much_is_shown() -> None:
    assert "40" in in_words(PictureWhole.CUT, DANISH, percent=40, rows=40)


def test_inside_a_sentence_words_are_small_and_hr_stays_hr() -> None:
    roles = [lowered(in_words(each, DANISH)) for each in (Role.MANAGER, Role.HR)]
    assert roles == ["leder", "HR"]
    assert [lowered(each) for each in ("TR og AMR", "I går", "Risk assessment (APV)", "")] == [
        "TR og AMR",
        "i går",
        "risk assessment (APV)",
        "",
    ]


def test_a_recipient_of_another_program_keeps_its_name() -> None:
    assert vocabulary.recipient("manager", DANISH) == "Leder"
    assert vocabulary.recipient("ombudsman", DANISH) == "ombudsman"
    ours = {each.stem for each in (ROOT / "resources" / "recipients").glob("*.toml")}
    assert "own_copy" in ours
    assert not [each for each in ours if vocabulary.recipient(each, DANISH) == each]


def test_a_stamp_is_shown_as_minute_second_clock_and_day() -> None:
    assert vocabulary.minute(STAMP, DANISH) == "23. november 2026 kl. 14.03"
    assert vocabulary.exact(STAMP, DANISH).startswith("23. november 2026 kl. 14.03.11")
    assert vocabulary.clock(STAMP, ENGLISH) == "14:03"
    assert vocabulary.day(STAMP, DANISH) == "23. november 2026"
    assert vocabulary.day("2026-11-30", ENGLISH) == "30 November 2026"
    assert vocabulary.moment_of(STAMP) == datetime(2026, 11, 23, 13, 3, 11, 42_000, tzinfo=UTC)


@pytest.mark.parametrize("odd", ["", "yesterday", "2026-11-23T14:03"])
def test_what_is_no_stamp_of_ours_is_shown_as_it_stands(odd: str) -> None:
    shown = (vocabulary.minute, vocabulary.exact, vocabulary.clock, vocabulary.day)
    assert [each(odd, DANISH) for each in shown] == [odd] * 4
    assert [vocabulary.short(odd, DANISH), vocabulary.short_day(odd, DANISH)] == [odd] * 2
    assert vocabulary.moment_of(odd) is None


def test_a_time_as_one_types_it_is_read_back_to_the_minute() -> None:
    assert vocabulary.short(STAMP, DANISH) == "23.11.2026 14.03"
    # A year of half hours, the two nights on which the clocks are changed among them.
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for half_hours in range(2 * 24 * 365):
        moment = start + timedelta(minutes=30 * half_hours)
        assert parse_time(vocabulary.short(stamp(moment), DANISH)) == moment


def test_only_a_time_that_came_twice_is_typed_with_its_offset() -> None:
    shown = [
        vocabulary.short(f"2026-10-25T{hour}:30:00.000Z", DANISH) for hour in ("00", "01", "02")
    ]
    assert shown == ["25.10.2026 02.30 +02:00", "25.10.2026 02.30 +01:00", "25.10.2026 03.30"]


def test_a_day_as_one_types_it_is_read_back() -> None:
    assert vocabulary.short_day("2026-11-23", DANISH) == "23.11.2026"
    assert parse_day(vocabulary.short_day("2026-02-01", DANISH)) == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-11-23", "2026-11-23", "23. november 2026"),
        ("2026-11-03", "2026-11-23", "3.–23. november 2026"),
        ("2026-10-30", "2026-11-02", "30. oktober – 2. november 2026"),
        ("2025-12-30", "2026-01-02", "30. december 2025 – 2. januar 2026"),
    ],
)
def test_a_period_says_month_and_year_once(first: str, last: str, said: str) -> None:
    noon = [datetime.fromisoformat(f"{each}T12:00:00+00:00") for each in (first, last)]
    assert vocabulary.period(noon[0], noon[1], DANISH) == said


def test_a_fingerprint_stands_in_groups() -> None:
    assert vocabulary.groups("abcdefghij") == "abcd efgh ij"
    assert vocabulary.groups("abcdefghij", 2, in_line=2) == "ab cd\nef gh\nij"
    assert vocabulary.groups("") == ""
