"""Fetches the text in a picture for the quote of the form beside it, read by machine. No Qt.

Rules:
- It is read from the picture that is shown: of a copy nothing that the copy covers.
- It is put behind what stands in the quote, with a line that names the program; the person compares and mends it.
- Reading takes seconds: it runs beside the window, can be stopped, and what was read of an original is kept for search.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from app.actions.open_case import OpenCase
from app.actions.read_text import as_quote, keep_text, read_picture, text_read
from app.casework import Exhibit
from app.messages import explain
from app.picture import ReadText
from app.ui.context import UiContext
from app.ui.lanes import Latest


class ReadQuoteView(Protocol):
    """What is asked of the view."""

    def offer_reading(self, *, offered: bool) -> None:
        """Whether there is a quote that a picture's text can go into."""
        ...

    def show_reading(self, words: str, *, running: bool) -> None:
        """How it stands, and whether it can be stopped."""
        ...


class ReadQuote:
    """Reads one picture at a time."""

    def __init__(self, context: UiContext, view: ReadQuoteView) -> None:
        self._context = context
        self._view = view
        self._text = context.language.text
        self._latest = Latest()
        self.running = False

    def read(self, exhibit: Exhibit, take: Callable[[str], None]) -> None:
        """Read an exhibit's picture as it is shown, and hand its text to ``take``."""
        case = self._context.session.case
        if case is None:
            return
        self.running = True
        self._view.show_reading(self._text("Reads the text …"), running=True)
        self._context.lanes.store(
            lambda: _read_before_or_bytes(case, exhibit),
            partial(self._go_on, case, exhibit, take),
            self._failed,
            latest=self._latest,
        )

    def stop(self) -> None:
        """Read on no longer."""
        self._latest.stop()
        if self.running:
            self.running = False
            self._view.show_reading("", running=False)

    def _go_on(
        self,
        case: OpenCase,
        exhibit: Exhibit,
        take: Callable[[str], None],
        found: ReadText | bytes,
    ) -> None:
        if isinstance(found, ReadText):
            self._take(take, found)
            return
        png = found
        self._context.lanes.work_long(
            lambda give_way: read_picture(png, give_way=give_way),
            partial(self._read, case, exhibit, take),
            self._failed,
            latest=self._latest,
        )

    def _read(
        self, case: OpenCase, exhibit: Exhibit, take: Callable[[str], None], read: ReadText
    ) -> None:
        if exhibit.copy is None:
            self._context.lanes.store(
                lambda: keep_text(case, exhibit, read), lambda _: None, lambda _: None
            )
        self._take(take, read)

    def _take(self, take: Callable[[str], None], read: ReadText) -> None:
        self.running = False
        if not read.words:
            none = self._text("No text was found in the picture.")
            self._view.show_reading(none, running=False)
            return
        take(as_quote(read, self._context.language))
        done = self._text(
            "The text is in the quote. Compare it with the picture: a program has read it."
        )
        self._view.show_reading(done, running=False)

    def _failed(self, error: BaseException) -> None:
        self.running = False
        self._view.show_reading(explain(error, self._context.language).sentence, running=False)


def _read_before_or_bytes(case: OpenCase, exhibit: Exhibit) -> ReadText | bytes:
    before = text_read(case, exhibit) if exhibit.copy is None else None
    if before is not None:
        return before
    with case.vault.open_object(exhibit.shown) as source:
        return source.read()
