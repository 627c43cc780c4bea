"""Share that the person got support that was offered: it becomes a support of the evidence chain, which may leave.

Only what the person says now goes along: form, role and time are those of the offer, its words and name are not.
"""

from __future__ import annotations

from app.actions.open_case import OpenCase
from app.casework import NotThatKindError, OfferAlreadySharedError, Versioned, parts_of
from app.casework.kinds.support import SupportDraft
from app.casework.kinds.support_offer import SUPPORT_OFFER, Offer, OfferDraft, OfferShared
from app.clock import stamp
from evidence_store import EntryId


def share_support(case: OpenCase, offer: EntryId, *, what: str = "", name: str = "") -> EntryId:
    """Seal the support and note at the offer which one it is, both or neither; return the support.

    Args:
        case: the case.
        offer: an entry of the offer.
        what: what may be read of it; nothing is taken over from the offer's words.
        name: who gave it; nothing is taken over from the offer.

    Raises:
        NotThatKindError: the entry is of no offer.
        OfferAlreadySharedError: it was shared before.
        UnwritableTextError, VaultError: nothing was sealed.
    """
    thing = case.state.thing_of(offer)
    if not isinstance(thing, Versioned) or not isinstance(thing.current, Offer):
        raise NotThatKindError(offer.seq)
    stood = thing.current
    if isinstance(stood.shared, OfferShared) and stood.shared.entry is not None:
        raise OfferAlreadySharedError(stood.shared.entry.seq)
    moment = case.clock.now()
    now = stamp(moment.utc)
    facts = stood.facts
    draft = SupportDraft(form=facts.form, role=facts.role, at=facts.at, what=what, name=name)
    with case.act() as act:
        support = act.seal(parts_of(case.state, draft, None, now), moment=moment).id
        noted = parts_of(case.state, OfferDraft(), thing.id, now)
        noted["shared"] = OfferShared(entry=support)
        act.seal(noted, zone=SUPPORT_OFFER.home, moment=moment)
    return support
