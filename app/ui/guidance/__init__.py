"""What to know and whom to turn to: texts with their source, the day that was looked at, and what asks for care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.guidance.view import GuidancePage


def build(context: UiContext) -> GuidancePage:
    """Return the page, showing what guidance there is."""
    from app.ui.guidance.view import GuidancePage

    return GuidancePage(context)


DOOR = Door((routes.Guidance,), build)

__all__ = ["DOOR", "build"]
