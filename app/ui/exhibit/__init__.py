"""The page of one exhibit: look at the original, mark it, cover what others must not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.exhibit.view import ExhibitPage


def build(context: UiContext) -> ExhibitPage:
    """Return the page, with no exhibit in it."""
    from app.ui.exhibit.view import ExhibitPage

    return ExhibitPage(context)


DOOR = Door((routes.Exhibit,), build)

__all__ = ["DOOR", "build"]
