"""What was taken over from a log that goes along ("Somebody else's log")."""

from __future__ import annotations

from typing import Any

from tests.second_reader.answer import Report
from tests.second_reader.bodies import HEX32, is_from, is_hex
from tests.second_reader.ledger import Entry, Ledger
from tests.second_reader.names import LOG


def judge_adopted(own: Ledger, other: Ledger, report: Report) -> None:
    """Look for each entry that was taken over in the log that it names, which goes along and is the one listed."""
    there: dict[int, Entry] = {}
    for entry in other.entries:
        there.setdefault(entry.place, entry)
    for entry in own.entries:
        origin = _origin(entry)
        if origin is None or origin["entry"]["chain"] != other.chain:
            continue
        found = there.get(origin["entry"]["seq"])
        if found is None or found.hash != origin.get("hash") or _has_other_bytes(entry, found):
            report.add("adopted_entry", LOG, entry.place)


def _origin(entry: Entry) -> dict[str, Any] | None:
    """The part `origin` of an entry that was taken over, where it names an entry."""
    origin = entry.value("origin")
    if entry.kind() != "adopt" or origin is None:
        return None
    named = origin.get("entry")
    fine = (
        isinstance(named, dict)
        and is_hex(named.get("chain"), HEX32)
        and is_from(named.get("seq"), 0)
    )
    return origin if fine else None


def _has_other_bytes(entry: Entry, found: Entry) -> bool:
    here, there = entry.object(), found.object()
    return here is not None and there is not None and here["sha256"] != there["sha256"]
