"""What others may come to ask about, and what mends it, before anything is handed over; and limits nobody can mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.look_over.view import LookOverPage


def build(context: UiContext) -> LookOverPage:
    """Return the page, showing what of the open case can be mended."""
    from app.ui.look_over.view import LookOverPage

    return LookOverPage(context)


DOOR = Door((routes.LookOver,), build)

__all__ = ["DOOR", "build"]
