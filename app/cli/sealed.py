"""How commands that seal one entry answer, and how they read ids and times from what was typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from app.actions.open_case import OpenCase
from app.casework import (
    Exhibit,
    NotAnExhibitError,
    Versioned,
    Written,
    parse_day,
    parse_reference,
    parse_time,
    resolve,
    resolve_exhibit,
    thing_of_kind,
)
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.file import FileFacts
from app.cli.command import Answer, Done
from app.clock import stamp
from evidence_store import EntryId


def read_id(case: OpenCase, typed: str) -> EntryId:
    """The entry that ``3``, ``B3``, ``e41`` or ``p7`` stands for."""
    return resolve(case.state, parse_reference(typed))


def read_exhibit(case: OpenCase, typed: str) -> Exhibit:
    """The exhibit that ``3`` or ``B3`` stands for, or that an entry belongs to."""
    return resolve_exhibit(case.state, parse_reference(typed))


def read_time(typed: str | None) -> str | None:
    """A time as people type it, as a ledger stamp; "" stays "" (unknown), None stays None (not said).

    Raises:
        TimeError: it is not understood, or no clock showed it.
    """
    return stamp(parse_time(typed)) if typed else typed


def read_day(typed: str | None) -> str | None:
    """A day as people type it, as ``2026-11-23``; "" and None stay as they are. Raises TimeFormError."""
    return parse_day(typed).isoformat() if typed else typed


def name_of(case: OpenCase, entry: EntryId) -> str:
    """The id to type for an entry: B3, e41 or p7."""
    exhibit = case.state.exhibit_of(entry)
    if exhibit is not None:
        return f"B{exhibit.number}"
    return f"{'p' if entry.chain == case.chains.private else 'e'}{entry.seq}"


def done(case: OpenCase, entry: EntryId, line: str, remarks: Iterable[str] = ()) -> Answer:
    """One line for the person, with the id to correct it by; the entry's place for a program."""
    exhibit = case.state.exhibit_of(entry)
    name = name_of(case, entry)
    told = tuple(dict.fromkeys(filter(None, remarks)))
    return Answer(
        lines=(line if exhibit else f"{name}: {line}", *told),
        result=Done(
            id=name,
            seq=entry.seq,
            exhibit=exhibit.number if exhibit else None,
            remarks=told,
        ),
    )


class NotThatKindError(Exception):
    """What was typed names something, but nothing of the kind that can stand there.

    Attributes:
        typed: as the person typed it.
    """

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


Value = TypeVar("Value")
Facts = TypeVar("Facts", CaptureFacts, FileFacts)
V = TypeVar("V", bound=msgspec.Struct)


def read_corrected(case: OpenCase, typed: str, kind: Written[V]) -> Versioned[V] | None:
    """The thing that is corrected; None where nothing is.

    Raises:
        UnknownReferenceError: the id names nothing.
        NotThatKindError: the id names something of another kind.
    """
    if not typed:
        return None
    thing = thing_of_kind(case.state, kind, read_id(case, typed))
    if thing is None:
        raise NotThatKindError(typed)
    return thing


def said(typed: Value | None, before: Value) -> Value:
    """What was typed, else what stood there before."""
    return before if typed is None else typed


def made_exhibit(case: OpenCase, entry: EntryId, kind: type[Facts]) -> tuple[int, Facts]:
    """Number and facts of the exhibit that an entry just sealed.

    Raises:
        NotAnExhibitError: the entry made none of that kind.
    """
    exhibit = case.state.exhibit_of(entry)
    if exhibit is None or not isinstance(exhibit.facts, kind):
        raise NotAnExhibitError(name_of(case, entry))
    return exhibit.number, exhibit.facts
