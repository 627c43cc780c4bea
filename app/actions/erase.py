"""Erase a thing for ever: words, pictures and salts go; that something stood there, when and why it went, stays."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.actions.open_case import OpenCase
from app.casework import (
    AlreadyErasedError,
    ErasurePlan,
    decode,
    file_alone,
    index_text,
    parts_that_stay,
    plan_erasure,
)
from app.casework.kinds.by_vault import ErasureReason
from app.vocabulary import Zone
from evidence_store import EntryId, EraseTarget, PartState


class EraseWish(msgspec.Struct, frozen=True):
    """What the person decided.

    Attributes:
        reason: why, in their words; it stays, and may be "".
        made_from: whether the views and working copies of an original go too.
        reports: the reports whose files go too; each must be one that the plan lists.
    """

    reason: str = ""
    made_from: bool = True
    reports: tuple[EntryId, ...] = ()


class Erased(msgspec.Struct, frozen=True):
    """What was done.

    Attributes:
        entry: the entry that says what was erased.
        plan: as it was just before.
        still_held: entries that hold the same bytes as something erased, and stay.
    """

    entry: EntryId
    plan: ErasurePlan
    still_held: tuple[EntryId, ...]


def erase(case: OpenCase, entry: EntryId, wish: EraseWish) -> Erased:
    """Erase the thing of an entry in one transaction, and fold the case anew.

    Raises:
        NotErasableThingError: nothing that is erased by itself.
        AlreadyErasedError: nothing of it is left.
        OnlyAnExampleError: it is the example.
        VaultError: nothing was erased.
    """
    plan = plan_erasure(case.state, entry)
    targets = list(_targets(case, plan, wish))
    if not targets:
        raise AlreadyErasedError(entry.seq)
    private = targets[0].id.chain == case.chains.private
    with case.act() as act:
        sealed, still_held = act.erase(
            targets,
            {"reason": ErasureReason(reason=wish.reason.strip())},
            zone=Zone.PRIVATE if private else Zone.EVIDENCE,
        )
    return Erased(sealed.id, plan, still_held)


def _targets(case: OpenCase, plan: ErasurePlan, wish: EraseWish) -> Iterator[EraseTarget]:
    going = (*plan.own, *(plan.made_from if wish.made_from else ()), *plan.shared, *plan.read)
    for each in going:
        yield from _target(case, each, parts_that_stay(case.state, each))
    known = {report.made.entry for report in plan.reports}
    alone = not plan.own
    for each in known if alone else known.intersection(wish.reports):
        names = frozenset(part.name for part in case.vault.entry(each).parts)
        yield from _target(case, each, file_alone(names))


def _target(case: OpenCase, entry: EntryId, stays: frozenset[str]) -> Iterator[EraseTarget]:
    sealed = case.vault.entry(entry)
    open_parts = tuple(part.name for part in sealed.parts if part.state is PartState.OPEN)
    if going := tuple(name for name in open_parts if name not in stays):
        left = {name: part for name, part in decode(sealed).parts.items() if name in stays}
        yield EraseTarget(entry, going, index_text(left))
