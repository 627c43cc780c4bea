"""The calendar file: the right days and moments for any calendar, and not a word of the case in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import vobject
from icalendar import Calendar

from app.casework.deadlines import (
    Away,
    CalendarWords,
    DeadlineFacts,
    FollowUp,
    NotedOn,
    calendar_of,
)
from app.vocabulary import Role
from tests.unit.casework.deadlines.reckoned import FIRST, NOW, SECOND, book, rows, seen

WORDS = CalendarWords(deadline="Frist", follow_up="Opfølgning")
FACTS = DeadlineFacts(
    events=(seen("2026-10-24 22:30"), seen("2026-10-25 22:30", id=SECOND)),
    absences=(Away(first=date(2026, 10, 26), last=date(2026, 10, 28)),),
    expenses=(NotedOn(on=date(2026, 10, 25)),),
)
ASKED = (FollowUp(id=FIRST, kind="notification", role=Role.MANAGER, on=date(2026, 12, 24)),)


def written(secret: str = "secret", made_at: datetime = NOW) -> bytes:
    return calendar_of(rows(FACTS), ASKED, WORDS, secret=secret, made_at=made_at)


def starts(content: bytes) -> list[datetime | date]:
    events = Calendar.from_ical(content).walk("VEVENT")
    return [event.decoded("dtstart") for event in events]


def test_hours_end_at_a_moment_though_clocks_go_back() -> None:
    moments = [each for each in starts(written()) if isinstance(each, datetime)]
    assert moments == [
        datetime(2026, 10, 27, 20, 30, tzinfo=UTC),
        datetime(2026, 10, 28, 21, 30, tzinfo=UTC),
    ]
    assert b"DTSTART:20261027T203000Z" in written()


def test_days_are_whole_days_on_which_one_can_act() -> None:
    days = [each for each in starts(written()) if not isinstance(each, datetime)]
    # 24 October 2027 is a Sunday: the day to act is Friday.
    assert {date(2026, 11, 9), date(2027, 10, 22), date(2026, 12, 24)} <= set(days)
    assert all(day.weekday() < 5 for day in days)
    assert len(days) == len(set(days))


def test_another_reader_finds_the_same() -> None:
    content = written()
    other = vobject.readOne(content.decode())
    found = [event.dtstart.value for event in other.vevent_list]
    assert [each.astimezone(UTC) if isinstance(each, datetime) else each for each in found] == (
        starts(content)
    )
    for event in other.vevent_list:
        whole_day = not isinstance(event.dtstart.value, datetime)
        if whole_day:
            assert event.dtend.value - event.dtstart.value == timedelta(days=1)
        before = timedelta(days=-1) if whole_day else timedelta(hours=-6)
        assert event.valarm.trigger.value == before
        assert (event.transp.value, getattr(event, "class").value) == ("TRANSPARENT", "PRIVATE")


def test_it_says_when_and_nothing_else() -> None:
    content = written().decode()
    titles = {str(event["summary"]) for event in Calendar.from_ical(content).walk("VEVENT")}
    assert titles == {"Frist", "Opfølgning"}
    low = content.lower()
    for rule in book().rules:
        for words in (rule.id, rule.title.da, rule.title.en, rule.source):
            assert words.lower() not in low
    for word in ("bevismappe", "secret", "chain", "manager", "leder"):
        assert word not in low
    properties = {name for event in Calendar.from_ical(content).walk("VEVENT") for name in event}
    assert properties == {"UID", "DTSTAMP", "SUMMARY", "DTSTART", "DTEND", "CLASS", "TRANSP"}


def test_an_entry_keeps_its_identifier_and_no_other_case_has_it() -> None:
    def identifiers(content: bytes) -> set[str]:
        return {str(event["uid"]) for event in Calendar.from_ical(content).walk("VEVENT")}

    first = identifiers(written())
    assert identifiers(written(made_at=NOW + timedelta(days=3))) == first
    assert not identifiers(written(secret="another")) & first
    assert len(first) == len(starts(written()))
