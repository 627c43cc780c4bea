"""What the presenter asks of the view. No Qt."""

from __future__ import annotations

from typing import Protocol

from app.picture import Pixels
from app.timeline import TimelineRows
from app.ui.timeline.details import Detail
from app.ui.timeline.fetching import Found
from app.ui.timeline.said import Said
from app.ui.timeline.sharing import Answer
from evidence_store import EntryId


class TimelineView(Protocol):
    """What the presenter asks of the view."""

    def show_summary(self, sentence: str) -> None:
        """Show how much there is."""
        ...

    def show_step(self, title: str, reason: str, button: str) -> None:
        """Show the one next step; "" for none."""
        ...

    def show_empty(self, *, empty: bool) -> None:
        """Say that there is nothing yet, in place of the list."""
        ...

    def show_said(self, said: Said) -> None:
        """Show what is left out, in words."""
        ...

    def show_rows(
        self,
        timeline: TimelineRows,
        chosen: EntryId | None,
        *,
        show: bool,
        fresh: frozenset[EntryId],
    ) -> None:
        """Show other rows.

        Args:
            timeline: the rows.
            chosen: an entry of the one that stays or becomes the chosen one.
            show: whether that is brought into sight in any case.
            fresh: what was made just now.
        """
        ...

    def show_detail(self, detail: Detail | None) -> None:
        """Show the pane's contents."""
        ...

    def show_code(self, id: EntryId, code: str) -> None:
        """Show the receipt code of the thing in the pane."""
        ...

    def show_picture(self, id: EntryId, pixels: Pixels | None, sentence: str = "") -> None:
        """Show the picture that was asked for, or why there is none."""
        ...

    def ask_what_is_shared(self, told: str, answer: Answer) -> None:
        """Show what can be read of something that is to be shared, and ask for more."""
        ...

    def show_thumbnails(self, found: Found) -> None:
        """Show small pictures that were asked for."""
        ...
