"""Reads the text in one exhibit's picture beside the window, for whoever wants it. No Qt.

Reading takes seconds, is told, and can be stopped. What was read in an exhibit's own picture is kept for the search;
what a copy shows is read from the copy, and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.actions.open_case import OpenCase
from app.actions.read_text import keep_text, read_picture, text_read
from app.casework import Exhibit, picture_of
from app.messages import explain
from app.picture import ReadText
from app.ui.context import UiContext
from app.ui.lanes import Latest
from evidence_store import EntryId


class PictureText:
    """Reads one picture at a time.

    Args:
        context: of the window.
        tell: shows how it stands, and whether it can be stopped.

    Attributes:
        running: whether something is being read.
    """

    def __init__(self, context: UiContext, tell: Callable[[str, bool], None]) -> None:
        self.running = False
        self._context = context
        self._tell = tell
        self._latest = Latest()

    def read(self, exhibit: Exhibit, take: Callable[[ReadText], str], *, as_shown: bool) -> None:
        """Read a picture and hand its text on.

        Args:
            exhibit: whose picture.
            take: takes the text, and answers what is said of it.
            as_shown: of a copy, where there is one; else what copies are made from.
        """
        case = self._context.session.case
        if case is None:
            return
        self.running = True
        self._tell(self._context.language.text("Reads the text …"), True)
        own = exhibit.copy is None or not as_shown
        self._context.lanes.store(
            lambda: _read_before_or_bytes(case, exhibit, own=own),
            partial(self._go_on, case, exhibit if own else None, take),
            self._failed,
            latest=self._latest,
        )

    def stop(self) -> None:
        """Read on no longer."""
        self._latest.stop()
        if self.running:
            self.running = False
            self._tell("", False)

    def _go_on(
        self,
        case: OpenCase,
        kept_with: Exhibit | None,
        take: Callable[[ReadText], str],
        found: ReadText | bytes,
    ) -> None:
        if isinstance(found, ReadText):
            self._take(take, found)
            return
        png = found
        self._context.lanes.work_long(
            lambda give_way: read_picture(png, give_way=give_way),
            partial(self._read, case, kept_with, take),
            self._failed,
            latest=self._latest,
        )

    def _read(
        self,
        case: OpenCase,
        kept_with: Exhibit | None,
        take: Callable[[ReadText], str],
        read: ReadText,
    ) -> None:
        if kept_with is not None:
            self._context.lanes.store(
                lambda: keep_text(case, kept_with, read), lambda _: None, lambda _: None
            )
        self._take(take, read)

    def _take(self, take: Callable[[ReadText], str], read: ReadText) -> None:
        self.running = False
        none = self._context.language.text("No text was found in the picture.")
        self._tell(take(read) if read.words else none, False)

    def _failed(self, error: BaseException) -> None:
        self.running = False
        self._tell(explain(error, self._context.language).sentence, False)


def _read_before_or_bytes(case: OpenCase, exhibit: Exhibit, *, own: bool) -> ReadText | bytes:
    picture: EntryId = picture_of(exhibit) if own else exhibit.shown
    before = text_read(case, exhibit) if own else None
    if before is not None:
        return before
    with case.vault.open_object(picture) as source:
        return source.read()
