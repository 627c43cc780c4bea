"""Cases the person keeps an eye on by cover names, concerns they shared, ideas, and what they told and noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.watching.view import WatchingPage


def build(context: UiContext) -> WatchingPage:
    """Return the page, showing what is watched in the open case."""
    from app.ui.watching.view import WatchingPage

    return WatchingPage(context)


DOOR = Door((routes.Watching,), build)

__all__ = ["DOOR", "build"]
