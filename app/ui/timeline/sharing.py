"""Shares that the person got support they were offered, once they have seen what can be read of it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.actions.share_support import share_support
from app.casework import Versioned, Written, dotted
from app.casework.kinds.support_offer import SUPPORT_OFFER, Offer, OfferShared
from app.messages import explain
from app.timeline import Row
from app.ui.acts import Toast, ToastState
from app.ui.context import UiContext
from app.vocabulary import in_words, lowered, minute
from evidence_store import EntryId

Answer = Callable[[str, str], None]
"""Is told what may be read of it, and who gave it."""


class OfferSharing:
    """Asks by ``ask``, which is told what goes along anyway and whom to give the answer."""

    def __init__(self, context: UiContext, ask: Callable[[str, Answer], None]) -> None:
        self._context = context
        self._ask = ask

    def begin(self, offer: EntryId) -> None:
        """Say what can be read of it, and ask for more words."""
        thing = self._context.session.state.thing_of(offer)
        if not isinstance(thing, Versioned) or not isinstance(thing.current, Offer):
            return
        facts, language = thing.current.facts, self._context.language
        told = dotted(
            language.text("Support: {form}", form=lowered(in_words(facts.form, language))),
            lowered(in_words(facts.role, language)),
            minute(facts.at, language) if facts.at else "",
        )
        self._ask(told, partial(self._share, offer))

    def _share(self, offer: EntryId, what: str, name: str) -> None:
        case = self._context.session.case
        if case is not None:
            self._context.lanes.store(
                partial(share_support, case, offer, what=what, name=name),
                lambda _: self._tell(),
                lambda error: self._context.acts.show_error(explain(error, self._context.language)),
            )

    def _tell(self) -> None:
        text = self._context.language.text
        told = Toast(
            text("The support is noted."),
            text("It may stand in a report."),
            state=ToastState.SAVED,
        )
        self._context.acts.toast(told)


def can_be_shared(row: Row) -> bool:
    """Return whether a row is an offer of support that was not shared before."""
    if not isinstance(row.kind, Written) or row.kind is not SUPPORT_OFFER or row.hidden:
        return False
    shared = getattr(getattr(row.thing, "current", None), "shared", None)
    return isinstance(shared, OfferShared) and shared.entry is None
