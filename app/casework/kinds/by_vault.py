"""Entries that the vault writes itself: the first of a chain, tombstones, and an older copy taken into use."""

from __future__ import annotations

import msgspec

from app.casework.decoded import (
    Decoded,
    Gap,
    GenesisFacts,
    LostHead,
    RestoredFacts,
    TombstoneFacts,
)
from app.casework.kind import BOTH, Kind, Single, read_facts
from app.casework.part import Part
from app.language import deferred
from evidence_store import EntryId


class ErasureReason(Part, frozen=True, kw_only=True, tag="erasure_reason"):
    """Why something was erased (part ``reason`` of a tombstone)."""

    reason: str = ""


class RestoredReason(Part, frozen=True, kw_only=True, tag="restored_reason"):
    """Why an older copy of the vault was taken into use (part ``reason`` of the entry that names what was lost)."""

    reason: str = ""


class Restoration(msgspec.Struct, frozen=True):
    """An older copy of the vault was taken into use; ``lost`` is the last entry that was known before."""

    entry: EntryId
    time: str
    lost: LostHead
    reason: RestoredReason | Gap | None = None


class Erasure(msgspec.Struct, frozen=True):
    """Something was erased for ever."""

    entry: EntryId
    time: str
    targets: tuple[EntryId, ...]
    reason: str = ""


def _erasure(entry: Decoded) -> Erasure:
    reason = entry.read("reason", ErasureReason)
    return Erasure(
        entry.id,
        entry.time,
        tuple(target.entry for target in read_facts(entry, TombstoneFacts).targets),
        reason.reason if isinstance(reason, ErasureReason) else "",
    )


GENESIS = Kind(tag="genesis", parts={"genesis": GenesisFacts}, zones=BOTH)
TOMBSTONE: Single[Erasure] = Single(
    tag="tombstone",
    parts={"facts": TombstoneFacts, "reason": ErasureReason},
    zones=BOTH,
    make=_erasure,
    is_thing=False,
)
RESTORED: Single[Restoration] = Single(
    tag="restored",
    name=deferred("older copy"),
    parts={"facts": RestoredFacts, "reason": RestoredReason},
    searched={"reason": ("reason",)},
    zones=BOTH,
    make=lambda entry: Restoration(
        entry.id,
        entry.time,
        read_facts(entry, RestoredFacts).lost,
        entry.read("reason", RestoredReason),
    ),
)
