"""The letters of the first days: drafts to read, change, print, save and hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.letters.view import LettersPage


def build(context: UiContext) -> LettersPage:
    """Return the page, showing the letters of the open case."""
    from app.ui.letters.view import LettersPage

    return LettersPage(context)


DOOR = Door((routes.Letters,), build)

__all__ = ["DOOR", "build"]
