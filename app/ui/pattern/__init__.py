"""What posts and events are together: what is in them first, then when and where, then what followed. No judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.pattern.view import PatternPage


def build(context: UiContext) -> PatternPage:
    """Return the page, showing the open case."""
    from app.ui.pattern.view import PatternPage

    return PatternPage(context)


DOOR = Door((routes.Pattern,), build)

__all__ = ["DOOR", "build"]
