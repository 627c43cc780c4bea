"""The states of a thing with their times: what corrections changed, and nothing else."""

from __future__ import annotations

from app.casework import Gap, GapReason, Version, Versioned, states_of
from app.vocabulary import Role
from evidence_store import EntryId
from tests.fakes.ledger import PRIVATE
from tests.fakes.private_kind import Spell, SpellFacts, SpellState


def _version(seq: int, state: SpellState | Gap | None, day: str = "") -> Version[Spell]:
    spell = Spell(SpellFacts(from_on=day), state)
    return Version(EntryId(PRIVATE, seq), f"2026-11-2{seq}T12:00:00.000Z", spell)


def test_only_changes_are_told_each_with_the_entry_that_says_it() -> None:
    versions = (
        _version(1, SpellState(role=Role.MANAGER)),
        _version(2, SpellState(role=Role.MANAGER)),
        _version(3, SpellState(role=Role.HR)),
        _version(4, SpellState(role=Role.MANAGER)),
    )
    told = states_of(Versioned(versions[0].entry, versions), "role", part="state")
    assert [(each.value, each.entry.seq) for each in told] == [
        (Role.MANAGER, 1),
        (Role.HR, 3),
        (Role.MANAGER, 4),
    ]
    assert told[1].sealed == "2026-11-23T12:00:00.000Z"


def test_a_part_that_cannot_be_read_or_was_not_there_says_nothing() -> None:
    versions = (
        _version(1, None),
        _version(2, Gap(GapReason.ERASED)),
        _version(3, SpellState(role=Role.HR)),
    )
    told = states_of(Versioned(versions[0].entry, versions), "role", part="state")
    assert [each.entry.seq for each in told] == [3]


def test_the_day_that_a_person_gave_stands_beside_it() -> None:
    versions = (_version(1, None, "2026-11-20"), _version(2, None, "2026-11-21"))
    told = states_of(Versioned(versions[0].entry, versions), "from_on", on="from_on")
    assert [each.on for each in told] == ["2026-11-20", "2026-11-21"]
