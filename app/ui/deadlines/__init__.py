"""What is due by when, and whose turn it is: reckoned from what was written down, calmly, with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.deadlines.view import DeadlinesPage


def build(context: UiContext) -> DeadlinesPage:
    """Return the page, showing what is due in the open case."""
    from app.ui.deadlines.view import DeadlinesPage

    return DeadlinesPage(context)


DOOR = Door((routes.Deadlines,), build)

__all__ = ["DOOR", "build"]
