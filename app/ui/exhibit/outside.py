"""A file that cannot be shown here: opened in another program after a warning, or saved as a copy. No Qt."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol

from app.actions.copy_outside import OutsideCopies, name_of_copy
from app.actions.export_original import Exported, export_original
from app.messages import explain, leaving_words
from app.ui.context import UiContext
from app.ui.exhibit.vault_work import FoundExhibit
from app.ui.lanes import GiveWay
from evidence_store import ObjectBody


class OutsideView(Protocol):
    """What is asked of the view."""

    def show_ways_out(self, *, shown: bool, warning: str = "") -> None:
        """Offer to open the file elsewhere and to save a copy; with ``warning``, ask before it is opened."""
        ...

    def open_outside(self, path: Path) -> None:
        """Open a file in the computer's own way."""
        ...

    def ask_where(self, name: str) -> None:
        """Ask where a copy of that name shall be saved."""
        ...

    def show_notice(self, sentence: str) -> None:
        """A line below."""
        ...


class Outside:
    """The ways out of one exhibit."""

    def __init__(
        self, context: UiContext, page: OutsideView, copies: OutsideCopies | None = None
    ) -> None:
        self._context = context
        self._page = page
        self._copies = copies or OutsideCopies()
        self._found: FoundExhibit | None = None

    def offer(self, found: FoundExhibit) -> None:
        """This file cannot be shown here; where it is still there, it can be opened elsewhere."""
        there = isinstance(found.exhibit.object, ObjectBody)
        self._found = found if there else None
        self._page.show_ways_out(shown=there)

    def release(self) -> None:
        """Another exhibit, or none: the copy that was given out is taken away."""
        self._found = None
        self._copies.release()
        self._page.show_ways_out(shown=False)

    def ask_to_open(self) -> None:
        """Warn before a copy is given out."""
        if self._found is not None:
            warning = self._context.language.text(
                "The other program gets a copy that is not encrypted and cannot be changed. It is deleted when you "
                "leave this exhibit, but the other program may keep traces of it. Open only files you trust."
            )
            self._page.show_ways_out(shown=True, warning=warning)

    def open(self) -> None:
        """Give out a copy and open it."""
        found = self._found
        if found is None:
            return
        self._page.show_ways_out(shown=True)

        def give(give_way: GiveWay) -> Path:
            return self._copies.give(found.case, found.exhibit, progress=give_way)

        self._context.lanes.store_long(give, partial(self._given, found), self._failed)

    def ask_where(self) -> None:
        """Ask where the copy shall lie."""
        if self._found is not None:
            self._page.ask_where(name_of_copy(self._found.exhibit))

    def save(self, target: Path) -> None:
        """Save a copy; a file that exists is not replaced."""
        found = self._found
        if found is None:
            return

        def export(give_way: GiveWay) -> Exported:
            return export_original(found.case, found.exhibit.original, target, progress=give_way)

        self._context.lanes.store_long(export, partial(self._saved, target), self._failed)

    def _given(self, found: FoundExhibit, path: Path) -> None:
        if found is self._found:
            self._page.open_outside(path)
        else:
            self._copies.release()

    def _saved(self, target: Path, _: Exported) -> None:
        language = self._context.language
        said = language.text("The copy is saved: {path}. It is not encrypted.", path=target)
        warning = leaving_words(target.parent, language)
        self._page.show_notice(f"{said} {warning}".strip())

    def _failed(self, error: BaseException) -> None:
        self._page.show_notice(explain(error, self._context.language).sentence)
