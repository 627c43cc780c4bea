"""What is asked of a log as a whole: erasures and times."""

from __future__ import annotations

from itertools import pairwise

from tests.second_reader.answer import Answer
from tests.second_reader.ledger import Entry, Ledger, targets


def check_times(entries: list[Entry], answer: Answer) -> None:
    """Each time against the one before."""
    for before, entry in pairwise(entries):
        if entry.time < before.time:
            answer.find("time_back", place=entry.place)


def check_erasures(ledger: Ledger, answer: Answer) -> None:
    """Each erased part is named by a later entry, and the other way round."""
    named: dict[tuple[int, str], int] = {}
    for entry in ledger.entries:
        if entry.facts.get("kind") != "tombstone":
            continue
        listed = targets(entry.facts)
        if not listed:
            answer.find("tombstone", place=entry.place)
        for chain, place, part in listed:
            if chain == ledger.chain:
                named[place, part] = entry.place
    states = {
        (entry.place, name): state
        for entry in ledger.entries
        for name, state in entry.states.items()
    }
    without_lines = {entry.place for entry in ledger.entries if not entry.states}
    for (place, part), by in named.items():
        state = states.get((place, part))
        if place >= by or (state is None and place not in without_lines):
            answer.find("tombstone", place=by, part=part)
        elif state is not None and state != "erased":
            answer.find("erased_but_kept", place=place, part=part)
    for (place, part), state in states.items():
        if state == "erased" and (place, part) not in named:
            answer.find("erased_without_tombstone", place=place, part=part)
