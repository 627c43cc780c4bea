"""What stands under “only for you”: reactions, doctor, absence, expenses, the work injury, and who may read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.health.view import HealthPage


def build(context: UiContext) -> HealthPage:
    """Return the page, showing what was noted of the open case."""
    from app.ui.health.view import HealthPage

    return HealthPage(context)


DOOR = Door((routes.Health,), build)

__all__ = ["DOOR", "build"]
