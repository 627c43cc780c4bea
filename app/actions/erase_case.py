"""Erase a whole case for ever: all that was written and kept of it goes; that something stood there, and when, stays.

Rules:
- All parts of all entries of both logs go, who acted and on which machine too, but what is said here to stay.
- What the vault itself wrote stays: the first entry of a log, tombstones, and heads that were lost.
- Which reports and packages were made, for whom by role, and their fingerprints stay where the person wants so:
  whoever has a package can still ask about it. Names of recipients go.
- The words of a colleague's log that was taken over with the case go too.
- Drafts of the case go, and who was called by another name in it.
- Bytes that an entry of another case holds stay with that case.
- All of it in one transaction. A tombstone names few entries: it is read anew for every part that goes by it.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.actions.name_people import register_of
from app.actions.open_case import OpenCase
from app.casework import (
    CaseErasure,
    NothingLeftInCaseError,
    decode,
    plan_case_erasure,
    stays_of_case,
)
from app.casework.kinds.by_vault import ErasureReason
from app.vocabulary import Zone
from evidence_store import ChainKind, EntryId, EraseTarget, PartState

_NAMED_AT_ONCE = 64


class EraseCaseWish(msgspec.Struct, frozen=True):
    """What the person decided.

    Attributes:
        reason: why, in their words; it stays, and may be "".
        keep_reports: whether the log goes on saying which reports were made, for whom by role, and their fingerprints.
    """

    reason: str = ""
    keep_reports: bool = True


class ErasedCase(msgspec.Struct, frozen=True):
    """What was done.

    Attributes:
        entries: the entries that say what was erased; those of the private log last.
        plan: as it was just before.
        emptied: of how many entries something went.
        still_held: entries of other cases that hold the same bytes as something erased, and stay.
    """

    entries: tuple[EntryId, ...]
    plan: CaseErasure
    emptied: int
    still_held: tuple[EntryId, ...]


def erase_case(case: OpenCase, wish: EraseCaseWish) -> ErasedCase:
    """Erase all of a case in one transaction, and fold it anew.

    Raises:
        NothingLeftInCaseError: nothing of it is left.
        OnlyAnExampleError: it is the example.
        VaultError: nothing was erased.
    """
    plan = plan_case_erasure(case.state)
    by_zone = {zone: list(_targets(case, zone, wish)) for zone in (Zone.EVIDENCE, Zone.PRIVATE)}
    if not any(by_zone.values()):
        raise NothingLeftInCaseError
    reason = {"reason": ErasureReason(reason=wish.reason.strip())}
    entries: list[EntryId] = []
    held: dict[EntryId, None] = {}
    with case.act() as act:
        for zone, targets in by_zone.items():
            for first in range(0, len(targets), _NAMED_AT_ONCE):
                some = targets[first : first + _NAMED_AT_ONCE]
                sealed, still_held = act.erase(some, reason, zone=zone, nameless=True)
                entries.append(sealed.id)
                held |= dict.fromkeys(still_held)
        act.forget_case(register_of(case))
    own = {case.chains.evidence, case.chains.private}
    return ErasedCase(
        entries=tuple(entries),
        plan=plan,
        emptied=sum(map(len, by_zone.values())),
        still_held=tuple(each for each in held if each.chain not in own),
    )


def _targets(case: OpenCase, zone: Zone, wish: EraseCaseWish) -> Iterator[EraseTarget]:
    chains = [case.chain(zone)]
    if zone is Zone.EVIDENCE:
        # What a colleague collected and was taken over: its bytes are ours, its words are kept beside.
        chains += [
            chain.id
            for chain in case.vault.chains()
            if chain.case_id == case.chains.case_id and chain.kind is ChainKind.FOREIGN
        ]
    for entry in (each for chain in chains for each in case.vault.entries(chain)):
        stays = stays_of_case(decode(entry).kind, keep_reports=wish.keep_reports)
        going = tuple(
            part.name
            for part in entry.parts
            if part.state is PartState.OPEN and part.name not in stays
        )
        if going and entry.id.seq:
            yield EraseTarget(entry.id, going)
