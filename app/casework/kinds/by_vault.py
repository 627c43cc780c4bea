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
from app.casework.wording import Badge, Icon, Labelled, Tone, dotted, filled, first_words
from app.language import Language, deferred
from app.vocabulary import groups
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


def _why(restored: Restoration) -> str:
    return restored.reason.reason if isinstance(restored.reason, RestoredReason) else ""


def _line(restored: Restoration, _: object, language: Language) -> tuple[str, str]:
    text = language.text
    known = text("entry {seq} was the last one known", seq=restored.lost.seq)
    if restored.lost.chain:
        known = text("a whole case is missing in it")
    return text("An older copy was taken into use"), dotted(known, first_words(_why(restored)))


def _details(restored: Restoration, language: Language) -> tuple[Labelled, ...]:
    text = language.text
    return filled(
        Labelled(text("Last entry known before"), str(restored.lost.seq)),
        Labelled(text("Its fingerprint"), groups(restored.lost.hash)),
        Labelled(text("Why"), _why(restored)),
        Labelled(
            text("What it means"),
            text(
                "What was saved after the older copy is not in this vault. If the newer file turns up, keep it: this "
                "entry tells that it was once here."
            ),
        ),
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
    badge=Badge(deferred("Older copy"), Tone.WAIT),
    icon=Icon.CLOCK,
    line=_line,
    details=_details,
    brief=lambda restored, _: _why(restored),
)
