"""What now: the one next step, why, the three after it, and the letters of the first days. The start page of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.next_step.view import NextStepPage


def build(context: UiContext) -> NextStepPage:
    """Return the page, showing what is next in the open case."""
    from app.ui.next_step.view import NextStepPage

    return NextStepPage(context)


DOOR = Door((routes.NextStep,), build)

__all__ = ["DOOR", "build"]
