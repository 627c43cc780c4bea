"""Sources compared: whether a screenshot, a saved page, a phone's picture and an export say the same of one post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.comparing.view import ComparingPage


def build(context: UiContext) -> ComparingPage:
    """Return the page, with no exhibit chosen yet."""
    from app.ui.comparing.view import ComparingPage

    return ComparingPage(context)


DOOR = Door((routes.CompareSources,), build)

__all__ = ["DOOR", "build"]
