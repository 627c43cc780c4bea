"""The finished PDF beside the steps: built anew after a short pause, shown page by page, never on a disk. No Qt.

Rules:
- A newer wish stops the building of the older one. What seals evidence goes first between two pieces of it.
- One page is drawn at a time; the newest wish for a page follows it.
- What was built is let go when the page is left: it is plain evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from app.actions.make_dossier import DossierOrder
from app.actions.open_case import OpenCase
from app.actions.preview_dossier import PreviewedDossier, preview_dossier
from app.messages import explain
from app.ui.context import UiContext
from app.ui.lanes import Latest
from app.ui.printing.pages import PagePicture, Pages

PAUSE_MS = 300


class Pause(Protocol):
    """A timer that calls once."""

    def start(self, milliseconds: int, ring: Callable[[], None]) -> None:
        """Call ``ring`` after that time; an earlier start is forgotten."""
        ...

    def stop(self) -> None:
        """Call nobody."""
        ...


class Pane(Protocol):
    """Where the pages are shown."""

    def show_building(self, sentence: str) -> None:
        """Show that something newer is on its way; what is shown may stay until then."""
        ...

    def show_document(self, count: int) -> None:
        """Show a document with so many pages. The pane asks for the one it wants to show."""
        ...

    def show_page(self, picture: PagePicture, index: int) -> None:
        """Show a page, from 0."""
        ...

    def turn_to(self, index: int) -> None:
        """Turn to a page, from 0."""
        ...

    def show_sentence(self, sentence: str) -> None:
        """Say why there is no document."""
        ...


class Previewer:
    """Keeps the pane in step with what is chosen.

    Attributes:
        fresh: what was asked for last is shown or on its way.
        pages: how many pages are shown.
    """

    def __init__(
        self,
        context: UiContext,
        pane: Pane,
        pause: Pause,
        when_built: Callable[[PreviewedDossier], None],
        when_failed: Callable[[], None],
    ) -> None:
        self._context = context
        self._pane = pane
        self._pause = pause
        self._when_built = when_built
        self._when_failed = when_failed
        self._pages = Pages()
        self._building = Latest()
        self._drawing = False
        self._next: tuple[int, int] | None = None
        self._open = False
        self._places: Mapping[str, int] = {}
        self._wanted: tuple[str, ...] = ()
        self._newer = False  # a document is on its way
        self.pages = 0
        self.fresh = False

    def ask(self, case: OpenCase, order: DossierOrder) -> None:
        """Build another document, once the person has paused."""
        self.stop()
        self.fresh = self._newer = True
        self._pane.show_building(self._context.language.text("The report is being put together …"))
        self._pause.start(PAUSE_MS, partial(self._build, case, order))

    def stop(self) -> None:
        """Build nothing more; what is shown stays."""
        self.fresh = False
        self._pause.stop()
        self._building.stop()

    def release(self) -> None:
        """Show nothing and keep nothing."""
        self.stop()
        self._open = False
        self._next = None
        self.pages, self._places, self._wanted = 0, {}, ()
        self._pane.show_sentence("")
        # Behind a page that is still being drawn, and so not on the window's thread.
        self._context.lanes.work(self._pages.close, lambda _: None)

    def lead_to(self, *places: str) -> None:
        """Turn to the first of these places that the document has; also once a newer one is there."""
        self._wanted = places
        self._lead()

    def want_page(self, index: int, width_px: int) -> None:
        """Draw a page at a width for the pane."""
        if not self._open:
            return
        self._next = (index, width_px)
        if not self._drawing:
            self._draw()

    def _build(self, case: OpenCase, order: DossierOrder) -> None:
        self._context.lanes.store_long(
            partial(preview_dossier, case, order),
            self._built,
            self._failed,
            latest=self._building,
        )

    def _built(self, previewed: PreviewedDossier) -> None:
        self._when_built(previewed)
        if not previewed.pages:
            self._open = False
            self._pane.show_sentence(
                self._context.language.text(
                    "The report is too large to be shown here. It can be saved all the same."
                )
            )
            return
        self._context.lanes.work(
            partial(self._pages.open, previewed.pdf),
            partial(self._opened, previewed),
            self._failed,
            latest=self._building,
        )

    def _opened(self, previewed: PreviewedDossier, _: None) -> None:
        self._open, self._newer = True, False
        self.pages, self._places = previewed.pages, previewed.places
        self._pane.show_document(previewed.pages)
        self._lead()

    def _lead(self) -> None:
        found = [self._places[place] for place in self._wanted if place in self._places]
        if found and self._open:
            self._pane.turn_to(found[0])
        if found and not self._newer:
            self._wanted = ()

    def _failed(self, error: BaseException) -> None:
        self._open = False
        self._pane.show_sentence(explain(error, self._context.language).sentence)
        self._when_failed()

    def _draw(self) -> None:
        if self._next is None:
            return
        index, width_px = self._next
        self._next = None
        self._drawing = True
        self._context.lanes.work(
            lambda: self._pages.picture(index, width_px),
            partial(self._drawn, index),
            self._not_drawn,
        )

    def _drawn(self, index: int, picture: PagePicture | None) -> None:
        self._drawing = False
        if self._next is not None:
            self._draw()
        elif picture is not None and self._open:
            self._pane.show_page(picture, index)

    def _not_drawn(self, error: BaseException) -> None:
        self._drawing = False
        if self._open:
            self._pane.show_sentence(explain(error, self._context.language).sentence)
