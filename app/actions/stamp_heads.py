"""Tokens over the head of a case's log: what is due, who is asked, and what is sealed of the answer.

In three steps, since nobody waits for the network: ``due_stamps`` looks into the case, ``ask_authority`` of app.anchor
asks without the vault, and ``seal_stamp`` seals what came. What could not be asked is due again: there is no queue to
lose. A token's own entry makes nothing due.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.actions.open_case import OpenCase
from app.anchor import (
    Authority,
    NoAuthorityError,
    ask_authority,
    given_authorities,
    read_authorities,
    root_prints,
    used_authorities,
)
from app.casework.kinds.timestamp import TIMESTAMP, TimestampCertificates, TimestampFacts
from app.clock import stamp
from evidence_store import EntryId, NewObject

if TYPE_CHECKING:
    from app.anchor import PostRoad, Stamped

_MEDIA_TYPE = "application/timestamp-reply"


class DueStamp(msgspec.Struct, frozen=True):
    """A token that is due: whom to ask, and over which entry, with its fingerprint of 32 bytes."""

    authority: Authority
    head: EntryId
    imprint: bytes


class AskedStamp(msgspec.Struct, frozen=True):
    """What came of a question: the sealed entry, or the error."""

    due: DueStamp
    entry: EntryId | None = None
    at: str = ""
    error: Exception | None = None


def chosen_authorities(kept: Path, resources: Path) -> tuple[Authority, ...]:
    """Return those that are asked.

    Args:
        kept: the person's list (``Settings.authorities``).
        resources: where the program's own lie.

    Raises:
        NoAuthorityError: none is chosen.
    """
    chosen = used_authorities(read_authorities(kept, resources))
    if not chosen:
        raise NoAuthorityError
    return chosen


def trusted_roots(kept: Path, resources: Path) -> frozenset[str]:
    """Return the SHA-256 of the roots that are relied on, as hex: those of the program and of the person's list.

    Args:
        kept: the person's list (``Settings.authorities``).
        resources: where the program's own lie.
    """
    return root_prints((*given_authorities(resources), *read_authorities(kept, resources)))


def due_stamps(case: OpenCase, authorities: Sequence[Authority]) -> tuple[DueStamp, ...]:
    """Return a token for each authority that has none yet over what was sealed last.

    Nothing is due in the example, nor in a case of which nothing was sealed since but tokens.
    """
    if case.example:
        return ()
    stamps = case.state.of(TIMESTAMP)
    head = case.vault.head(case.chains.evidence)
    tokens = {each.entry.seq for each in stamps}
    last = next((seq for seq in range(head.id.seq, -1, -1) if seq not in tokens), 0)
    reached = {each.facts.authority: each.facts.head.seq for each in stamps}
    return tuple(
        DueStamp(each, head.id, bytes.fromhex(head.hash))
        for each in authorities
        if reached.get(each.name, -1) < last
    )


def seal_stamp(case: OpenCase, due: DueStamp, stamped: Stamped) -> EntryId:
    """Seal a token that was found to be good.

    Raises:
        VaultError: nothing was sealed; the token is due again.
    """
    facts = TimestampFacts(
        head=due.head,
        authority=due.authority.name,
        address=due.authority.address,
        qualified=due.authority.qualified,
        at=stamp(stamped.at),
        accuracy_ms=_ms(stamped.accuracy),
        policy=stamped.policy,
        serial=str(stamped.serial),
        nonce=str(stamped.nonce),
        signer=stamped.signer,
    )
    return case.seal(
        {"facts": facts, "certificates": TimestampCertificates(certificates=stamped.certificates)},
        content=NewObject(stamped.reply, _MEDIA_TYPE),
    )


def stamp_now(
    case: OpenCase, authorities: Sequence[Authority], road: PostRoad
) -> tuple[AskedStamp, ...]:
    """Ask each authority that has no token yet over what was sealed last, and seal what comes.

    One that gives none does not keep the next from being asked.
    """
    from app.anchor import AnchorError

    asked = []
    for due in due_stamps(case, authorities):
        try:
            stamped = ask_authority(due.authority, due.imprint, road)
        except AnchorError as error:
            asked.append(AskedStamp(due, error=error))
        else:
            asked.append(AskedStamp(due, seal_stamp(case, due, stamped), stamp(stamped.at)))
    return tuple(asked)


def _ms(accuracy: timedelta | None) -> int | None:
    return None if accuracy is None else accuracy // timedelta(milliseconds=1)
