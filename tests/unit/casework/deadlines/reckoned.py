"""The rules that come with the program, and short ways to ask them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from app.casework.deadlines import Deadline, DeadlineFacts, Happened, Rulebook, reckon
from app.clock import DANISH_TIME
from app.packs import in_force, read_builtin
from evidence_store import EntryId
from tests.worlds import RESOURCES

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
FIRST, SECOND = EntryId("chain", 5), EntryId("chain", 9)


@cache
def book() -> Rulebook:
    """The rules that come with the program."""
    return in_force(read_builtin(RESOURCES)).rulebook


def danish(text: str) -> datetime:
    """A time as a clock on a wall in Denmark shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=DANISH_TIME)


def seen(text: str, **more: Any) -> Happened:
    """Something that was first seen at a Danish time."""
    return Happened(**{"id": FIRST, "first_seen": danish(text), **more})


def rows(facts: DeadlineFacts, now: datetime = NOW) -> tuple[Deadline, ...]:
    """All deadlines."""
    return reckon(book(), facts, now)


def of(rule: str, facts: DeadlineFacts, now: datetime = NOW) -> list[Deadline]:
    """The rows of one rule."""
    return [row for row in rows(facts, now) if row.rule.id == rule]


def one(rule: str, facts: DeadlineFacts, now: datetime = NOW) -> Deadline:
    """The only row of a rule."""
    (row,) = of(rule, facts, now)
    return row


def ends(row: Deadline) -> datetime:
    """When a row ends, in Denmark."""
    assert row.due_at is not None
    return row.due_at.astimezone(DANISH_TIME)


def act(row: Deadline) -> datetime:
    """By when to act, in Denmark."""
    assert row.act_before is not None
    return row.act_before.astimezone(DANISH_TIME)


def last_day(row: Deadline) -> date:
    """The last day of a row; it lasts until one minute before midnight."""
    end = ends(row)
    assert (end.hour, end.minute) == (23, 59)
    return end.date()
