"""How commands that seal one entry answer, and how they read ids and times from what was typed."""

from __future__ import annotations

from typing import TypeVar, cast

from app.actions.open_case import OpenCase
from app.casework import Exhibit, Versioned, parse_reference, parse_time, resolve, resolve_exhibit
from app.cli.answer import Answer, Done
from app.clock import stamp
from evidence_store import EntryId


def read_id(case: OpenCase, typed: str) -> EntryId:
    """The entry that ``3``, ``B3``, ``e41`` or ``p7`` stands for."""
    return resolve(case.state, parse_reference(typed))


def read_exhibit(case: OpenCase, typed: str) -> Exhibit:
    """The exhibit that ``3`` or ``B3`` stands for, or that an entry belongs to."""
    return resolve_exhibit(case.state, parse_reference(typed))


def read_time(typed: str) -> str:
    """A time as people type it, as a ledger stamp; "" stays "" (unknown)."""
    return stamp(parse_time(typed)) if typed else ""


def name_of(case: OpenCase, entry: EntryId) -> str:
    """The id to type for an entry: B3, e41 or p7."""
    exhibit = case.state.exhibit_of(entry)
    if exhibit is not None:
        return f"B{exhibit.number}"
    return f"{'p' if entry.chain == case.chains.private else 'e'}{entry.seq}"


def done(case: OpenCase, entry: EntryId, line: str) -> Answer:
    """One line for the person, the entry's place for a program."""
    exhibit = case.state.exhibit_of(entry)
    return Answer(
        lines=(line,),
        result=Done(
            id=name_of(case, entry),
            seq=entry.seq,
            exhibit=exhibit.number if exhibit else None,
        ),
    )


def read_corrected(case: OpenCase, typed: str) -> tuple[EntryId | None, object]:
    """The entry that is corrected and what stands there now; (None, None) where nothing is corrected.

    Raises:
        UnknownReferenceError: the id names nothing.
    """
    if not typed:
        return None, None
    entry = read_id(case, typed)
    thing = case.state.thing_of(entry)
    return entry, thing.current if isinstance(thing, Versioned) else None


Value = TypeVar("Value")


def kept(typed: Value | None, before: object, field: str, otherwise: Value) -> Value:
    """What was typed; else what the corrected part already says in that field; else ``otherwise``."""
    if typed is not None:
        return typed
    standing = getattr(before, field, None)
    return otherwise if standing is None else cast("Value", standing)
