"""Share what one recipient may read of the private chain, in the report that is about to be made, and in no other.

For each thing that the person ticked, one entry is sealed in the chain of evidence, all of them in one transaction,
directly before the report is made. What it says is what the report prints, word for word.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.actions.open_case import OpenCase
from app.casework import (
    CaseState,
    ConsentMissingError,
    ConsentOutdatedError,
    MayShare,
    NotOfferedError,
    happened_on,
    may_share,
    sentence_of,
)
from app.casework.kinds.disclosed import DISCLOSED, Disclosed, DisclosedFacts, DisclosedText
from app.dossier import Policy
from app.language import Language
from evidence_store import EntryId


class Share(msgspec.Struct, frozen=True):
    """One private thing that goes along.

    Attributes:
        thing: an entry of it.
        words: what the report says of it; "" for the program's own sentence.
        dated: whether the day on which it happened is told.
    """

    thing: EntryId
    words: str = ""
    dated: bool = True


def one_of_each(state: CaseState, policy: Policy) -> tuple[MayShare, ...]:
    """Return what this recipient's consents name, each thing once: where several name it, by one that still holds."""
    found: dict[EntryId, MayShare] = {}
    for each in may_share(state, policy.role):
        known = found.get(each.thing.id)
        if known is None or not known.stands:
            found[each.thing.id] = each
    return tuple(found.values())


def plan_disclosed(
    state: CaseState, policy: Policy, shares: Sequence[Share], language: Language
) -> tuple[Disclosed, ...]:
    """Return what would be sealed, in the order of the consents; nothing is.

    Raises:
        ConsentMissingError: no consent of this recipient names a thing.
        ConsentOutdatedError: it was corrected since the person said yes.
        NotOfferedError: this recipient's report has no place for such a thing.
    """
    wanted = {_thing_id(state, share.thing): share for share in shares}
    possible = {each.thing.id: each for each in one_of_each(state, policy)}
    for entry in wanted:
        if entry not in possible:
            raise ConsentMissingError(entry.seq)
        if not possible[entry].stands:
            raise ConsentOutdatedError(entry.seq)
        if possible[entry].topic not in policy.offered:
            raise NotOfferedError(entry.seq)
    return tuple(
        _planned(each, wanted[entry], language)
        for entry, each in possible.items()
        if entry in wanted
    )


def disclose(case: OpenCase, planned: Sequence[Disclosed]) -> tuple[Disclosed, ...]:
    """Seal what was planned, all of it or nothing, and return it with its entries.

    Raises:
        UnwritableTextError, VaultError: nothing was sealed.
    """
    if not planned:
        return ()
    with case.act() as act:
        for each in planned:
            text = each.text if isinstance(each.text, DisclosedText) else DisclosedText()
            act.seal({"facts": each.facts, "text": text})
    return tuple(case.state.of(DISCLOSED)[-len(planned) :])


def _planned(each: MayShare, share: Share, language: Language) -> Disclosed:
    value = each.thing.current
    language = language.plain()
    return Disclosed(
        EntryId("", 0),
        "",
        DisclosedFacts(
            recipient=each.recipient,
            topic=each.topic,
            recorded_at=each.thing.time,
            token=each.token,
        ),
        DisclosedText(
            happened_on=happened_on(value) if share.dated else "",
            words=share.words.strip() or sentence_of(value, language),
            language=language.code,
        ),
    )


def _thing_id(state: CaseState, entry: EntryId) -> EntryId:
    thing = state.thing_of(entry)
    named: EntryId = getattr(thing, "id", entry)
    return named
