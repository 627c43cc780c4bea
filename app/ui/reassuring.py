"""A few words that reassure, another card each day, until somebody does not want them. No Qt.

They judge nobody, are kept nowhere, and stand in no report.
"""

from __future__ import annotations

import msgspec

from app.actions.prevention_tables import read_prevention
from app.casework import CaseworkError, preventing
from app.clock import DANISH_TIME
from app.ui.acts import ChangedSetting
from app.ui.context import UiContext


class KindWords(msgspec.Struct, frozen=True):
    """What a card says."""

    title: str
    text: str


class Reassuring:
    """Hands out the words of the day."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self._tables: preventing.Prevention | None = None

    def words(self) -> KindWords | None:
        """Return the words of the day; None where they are not wanted, or cannot be read."""
        if not self._context.settings.kind_words:
            return None
        if self._tables is None:
            try:
                self._tables = read_prevention(self._context.resources)
            except CaseworkError:
                # Whoever needs the lists says that they cannot be read; these words are not needed.
                return None
        card = self._tables.card_of(self._context.clock.now().utc.astimezone(DANISH_TIME).date())
        if card is None:
            return None
        code = self._context.language.code
        return KindWords(card.title.of(code), card.text.of(code))

    def put_away(self) -> None:
        """Show such words no more; the settings bring them back."""
        self._context.settings.choose_kind_words(shown=False)
        self._context.acts.apply(ChangedSetting.KIND_WORDS)
