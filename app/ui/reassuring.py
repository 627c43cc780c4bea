"""A few words that reassure, another card each day, until somebody does not want them.

They judge nobody, are kept nowhere, and stand in no report. Where they cannot be read the card is not there: whoever
needs the lists of the same files says so.
"""

from __future__ import annotations

from app.actions.prevention_tables import read_prevention
from app.casework import CaseworkError, preventing
from app.clock import DANISH_TIME
from app.ui.acts import ChangedSetting
from app.ui.context import UiContext
from app.ui.kit import QuietCard


class KindWordsCard(QuietCard):
    """The words of the day; a page calls ``refresh`` whenever it is opened."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.language.text("No more of these"))
        self._context = context
        self._tables: preventing.Prevention | None = None
        self.put_away.connect(self._put_away)

    def refresh(self) -> None:
        """Show the words of the day, unless they are not wanted."""
        card = self._card()
        code = self._context.language.code
        self.say(card.title.of(code) if card else "", card.text.of(code) if card else "")

    def _card(self) -> preventing.Reassurance | None:
        if not self._context.settings.kind_words:
            return None
        if self._tables is None:
            try:
                self._tables = read_prevention(self._context.resources)
            except CaseworkError:
                return None
        today = self._context.clock.now().utc.astimezone(DANISH_TIME).date()
        return self._tables.card_of(today)

    def _put_away(self) -> None:
        self._context.settings.choose_kind_words(shown=False)
        self._context.acts.apply(ChangedSetting.KIND_WORDS)
        self.refresh()
