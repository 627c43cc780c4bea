"""The search of one page: only the newest words are searched for. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from app.actions.open_case import OpenCase
from app.actions.read_text import found_in_pictures
from app.actions.search import search_case
from app.language import Language
from app.timeline import Filter
from app.ui.context import UiContext
from app.ui.lanes import Latest
from app.ui.timeline.said import Said, said_of
from evidence_store import EntryId

_HITS = 200


class Search:
    """What is searched for, and what was found.

    Attributes:
        words: what is searched for, "" for nothing.
        hits: what was found; None while nothing is searched for, or nothing was found out yet.
        read: numbers of exhibits that were found by text read in their pictures.
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
        self.read: tuple[int, ...] = ()
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
            lambda: _look_for(case, words),
            self._looked,
            self._failed,
            latest=self._latest,
        )

    def follow_index(self) -> None:
        """Search again where only part of the index was there, and all of it is there now."""
        if self.part and self.words and not self._context.session.index_stale:
            self.part = False
            self.again()

    def said_of(self, rows: int, wanted: Filter, missed: str, language: Language) -> Said:
        """Return what is said above so many rows; the rest as for ``said.said_of``."""
        words = self.words if self.hits is not None else ""
        return said_of(rows, words, wanted, missed, language, part=self.part, read=self.read)

    def end(self) -> None:
        """Search for nothing any more."""
        self._latest.stop()
        self.words, self.hits, self.read, self.part = "", None, (), False

    def _looked(self, found: tuple[tuple[EntryId, ...], tuple[int, ...]]) -> None:
        self.hits, self.read = found
        self.part = self._context.session.index_stale
        self._found()


def _look_for(case: OpenCase, words: str) -> tuple[tuple[EntryId, ...], tuple[int, ...]]:
    hits = search_case(case, words, _HITS)
    return hits, found_in_pictures(case, hits, words)
