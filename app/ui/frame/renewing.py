"""The search index is made anew in the background, where it is outdated or damaged. No Qt.

It goes on beside everything else: what is sealed meanwhile goes first, and brings its own words. Closing ends it; the
next opening begins it anew. Where it fails it is told, and tried again when the vault is next opened.
"""

from __future__ import annotations

from app.messages import explain
from app.ui.context import UiContext
from app.ui.lanes import GiveWay, Job
from app.ui.navigator import Toast


class Renewing:
    """One window's work on the index."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self._job: Job | None = None
        self._running = False
        self._failed_in: object | None = None

    @property
    def running(self) -> bool:
        """Whether it is being made."""
        return self._running

    def follow(self) -> None:
        """The session may have changed: begin, or end because the vault is to be closed."""
        session = self._context.session
        if session.closing:
            if self._running and self._job is not None:
                self._job.cancel()
            self._running = False
            return
        if self._running or not session.index_stale or session.vault is self._failed_in:
            return
        damaged = session.vault is not None and session.vault.index_damaged

        def renew(give_way: GiveWay) -> None:
            session.renew_index(give_way)

        self._running = True
        self._job = self._context.lanes.store_long(
            renew, lambda _none: self._renewed(damaged=damaged), self._not_renewed
        )

    def _renewed(self, *, damaged: bool) -> None:
        self._running = False
        if damaged:
            text = self._context.language.text
            self._context.navigator.toast(
                Toast(
                    text("Search works again"),
                    text("Its index was damaged and has been made anew. No evidence was touched."),
                )
            )
        self._context.session.publish()

    def _not_renewed(self, error: BaseException) -> None:
        self._running = False
        self._failed_in = self._context.session.vault
        language = self._context.language
        self._context.navigator.toast(
            Toast(
                language.text("The search index could not be made anew"),
                explain(error, language).sentence,
            )
        )
