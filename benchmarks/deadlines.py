"""What is due in a long case, what its events are together, and the next step, beside the fold and the promise."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.actions.find_deadlines import find_deadlines, read_rulebook
from app.actions.find_next_step import find_next_step
from app.actions.open_case import OpenCase
from app.casework import CaseState, decode, empty, fold
from app.casework.deadlines import Rulebook
from app.casework.kinds.incident import IncidentFacts
from app.casework.pattern import pattern_of
from app.clock import stamp
from benchmarks.rows import Row, against_peer, medians_ms
from benchmarks.vaults import fill, new_case

ROUNDS = 9
ENTRIES, INCIDENTS = 10_000, 1_000
_QUICK = 10
_ACT = 500
_GOAL = 0.1
_PROMISE_MS = 100.0
_RESOURCES = Path(__file__).resolve().parents[1] / "resources"
_FIRST = datetime(2026, 1, 3, 8, tzinfo=UTC)


def rows(*, quick: bool = False) -> list[Row]:
    """Deadlines and pattern of a thousand events with two times, against folding the ten thousand entries around."""
    entries, incidents = (ENTRIES // _QUICK, INCIDENTS // _QUICK) if quick else (ENTRIES, INCIDENTS)
    book = read_rulebook(_RESOURCES)
    with tempfile.TemporaryDirectory() as name, new_case(Path(name)) as case:
        fill(case, entries - incidents, incidents=False)
        happen(case, incidents)
        chains = case.chains
        decoded = [decode(entry) for entry in case.vault.entries(chains.evidence)]
        state, now = case.state, _FIRST + timedelta(days=200)
        folding, finding, stepping = medians_ms(
            ROUNDS,
            lambda: fold(decoded, empty(evidence=chains.evidence, private=chains.private)),
            lambda: _answer(state, book, now),
            lambda: find_next_step(state, book, now),
        )
    label = f"deadlines and pattern of {incidents} events"
    return [
        against_peer(label, finding, folding, f"fold of {entries} entries", _GOAL),
        against_peer(
            f"next step in a case of {entries} entries", stepping, _PROMISE_MS, "promise", 1.0
        ),
    ]


def _answer(state: CaseState, book: Rulebook, now: datetime) -> None:
    find_deadlines(state, book, now)
    pattern_of(state)


def happen(case: OpenCase, count: int) -> None:
    """Write events into a case, each with two times, seven hours apart."""
    for start in range(0, count, _ACT):
        with case.act() as act:
            for number in range(start, min(start + _ACT, count)):
                published = _FIRST + timedelta(hours=7 * number)
                facts = IncidentFacts(
                    platform="facebook",
                    published_at=stamp(published),
                    first_seen_at=stamp(published + timedelta(hours=30)),
                )
                act.seal({"facts": facts})
