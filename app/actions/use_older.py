"""Take an older copy of a vault into use: each chain that lost entries gets one that names the last one known.

An honest restore is a named fork: what was lost is told, and the check says no more that something was altered.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.actions.cases import case_chains
from app.actions.machine import MachineFacts
from app.actions.open_case import CaseAct, OpenCase
from app.casework.kinds.by_vault import RestoredReason
from app.clock import Clock
from app.vocabulary import Zone
from evidence_store import EntryId, Loss, Vault


def use_older(
    vault: Vault, lost: Sequence[Loss], *, clock: Clock, machine: MachineFacts, why: str = ""
) -> tuple[EntryId, ...]:
    """Name everything that was lost, in one transaction; return the entries.

    A case that is gone altogether has no chain to say so: the private chain of the first case that is there does.

    Args:
        vault: it may be one that can only be looked at; from then on it can be written to.
        lost: what it lacks of what this computer remembers (``Vault.losses``).
        clock: asked for the time.
        machine: noted with each entry.
        why: the person's own words, or "".

    Raises:
        UnwritableTextError: ``why`` cannot be written down; nothing was sealed.
        VaultError: nothing was sealed.
    """
    if not lost:
        return ()
    cases = {each.case_id: each for each in case_chains(vault)}
    home = next(iter(cases))
    opened: dict[str, OpenCase] = {}
    for case_id in dict.fromkeys(loss.case_id or home for loss in lost):
        opened[case_id] = OpenCase(vault, cases[case_id], clock, machine)
    entries: list[EntryId] = []
    with vault.act(naming_losses=True) as inner:
        for loss in lost:
            act = CaseAct(opened[loss.case_id or home], inner)
            parts = {"reason": RestoredReason(reason=why)} if why else {}
            entries.append(act.name_loss(loss.head, parts, zone=_zone(loss)).id)
    return tuple(entries)


def _zone(loss: Loss) -> Zone:
    return Zone.EVIDENCE if loss.kind == Zone.EVIDENCE else Zone.PRIVATE
