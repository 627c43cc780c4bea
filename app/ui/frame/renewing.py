"""The search index is made anew in the background, where it is outdated or damaged. No Qt.

It goes on beside everything else: what is sealed meanwhile goes first, and brings its own words. Closing ends it; the
next opening begins it anew. Where it fails it is told, and tried again when the vault is next opened.
"""

from __future__ import annotations

from app.messages import explain
from app.ui.acts import Toast
from app.ui.context import UiContext
from app.ui.lanes import Latest


class Renewing:
    """One window's work on the index."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self._work = Latest()
        self._failed_in: object | None = None

    @property
    def running(self) -> bool:
        """Whether it is being made."""
        return self._work.running

    def follow(self) -> None:
        """Begin if the session's index is stale, or stop because the vault is to be closed."""
        session = self._context.session
        if session.closing:
            self._work.stop()
            return
        if self.running or not session.index_stale or session.vault is self._failed_in:
            return
        damaged = session.vault is not None and session.vault.index_damaged
        self._context.lanes.store_long(
            session.renew_index,
            lambda _none: self._renewed(damaged=damaged),
            self._not_renewed,
            latest=self._work,
        )

    def _renewed(self, *, damaged: bool) -> None:
        if damaged:
            text = self._context.language.text
            self._context.acts.toast(
                Toast(
                    text("Search works again"),
                    text("Its index was damaged and has been made anew. No evidence was touched."),
                )
            )
        self._context.session.publish()

    def _not_renewed(self, error: BaseException) -> None:
        self._failed_in = self._context.session.vault
        language = self._context.language
        self._context.acts.toast(
            Toast(
                language.text("The search index could not be made anew"),
                explain(error, language).sentence,
            )
        )
