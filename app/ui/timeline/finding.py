"""The search of one page: only the newest words are searched for. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from app.actions.search import search_case
from app.ui.context import UiContext
from app.ui.lanes import Latest
from evidence_store import EntryId

_HITS = 200


class Search:
    """What is searched for, and what was found.

    Attributes:
        words: what is searched for, "" for nothing.
        hits: what was found; None while nothing is searched for, or nothing was found out yet.
        part: whether not everything could be searched yet.
    """

    def __init__(
        self,
        context: UiContext,
        found: Callable[[], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self.words = ""
        self.hits: tuple[EntryId, ...] | None = None
        self.part = False
        self._context = context
        self._found = found
        self._failed = failed
        self._latest = Latest()

    def begin(self, words: str) -> None:
        """Search for words."""
        self.words = words
        self.again()

    def again(self) -> None:
        """Search for the same words: the case, or the index, is another than before."""
        case, words = self._context.session.case, self.words
        if case is None or not words:
            return
        self._context.lanes.store(
            lambda: search_case(case, words, _HITS),
            self._looked,
            self._failed,
            latest=self._latest,
        )

    def follow_index(self) -> None:
        """Search again where only part of the index was there, and all of it is there now."""
        if self.part and self.words and not self._context.session.index_stale:
            self.part = False
            self.again()

    def end(self) -> None:
        """Search for nothing any more."""
        self._latest.stop()
        self.words, self.hits, self.part = "", None, False

    def _looked(self, hits: tuple[EntryId, ...]) -> None:
        self.hits = hits
        self.part = self._context.session.index_stale
        self._found()
