"""Keeps the marks of one exhibit while they are made, and seals them when its page is left. No Qt.

Of the saves that wait only the newest counts.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.markup import Layer
from app.messages import explain
from app.ui.context import UiContext
from app.ui.exhibit import vault_work
from app.ui.exhibit.model import History
from app.ui.exhibit.view_protocol import ExhibitView
from app.ui.lanes import Latest


class Saving:
    """What is saved of the exhibit that is open; ``stop`` before another one is."""

    def __init__(self, context: UiContext, page: ExhibitView) -> None:
        self._context = context
        self._page = page
        self._saving = Latest()
        self._unsaved = False

    def keep(self, found: vault_work.FoundExhibit, layer: Layer, history: History) -> None:
        """Save a draft of the marks, with the steps that lead there, and say so."""
        self._context.lanes.store(
            partial(vault_work.keep_draft, found.case, found.exhibit.number, layer, history),
            self._when_saved,
            self._when_not_saved,
            latest=self._saving,
        )

    def finish(
        self, found: vault_work.FoundExhibit, layer: Layer, history: History, seal_with: Path | None
    ) -> None:
        """Save what is not saved yet, and seal it with that font; None seals nothing."""
        case, number = found.case, found.exhibit.number
        store = self._context.lanes.store
        if self._unsaved or self._saving.running:
            store(partial(vault_work.keep_draft, case, number, layer, history), lambda _: None)
        if seal_with is not None:
            store(partial(vault_work.seal_layer, case, number, layer, seal_with), lambda _: None)

    def stop(self) -> None:
        """Wait for nothing more; the next exhibit begins with everything saved."""
        self._saving.stop()
        self._unsaved = False

    def _when_saved(self, _: None) -> None:
        self._unsaved = False
        clock = self._context.language.clock(self._context.clock.now().utc)
        self._page.show_notice(self._context.language.text("Marks saved {clock}", clock=clock))

    def _when_not_saved(self, error: BaseException) -> None:
        """Nothing is lost yet: the marks are on the screen, and the next step tries again."""
        self._context.acts.show_error(explain(error, self._context.language))
        self._unsaved = True
        self._page.show_notice(self._context.language.text("The marks are not saved yet"))
