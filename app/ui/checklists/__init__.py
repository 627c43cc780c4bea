"""What can be done before something happens: lists for each platform and for the address, ticked with their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.checklists.view import ChecklistsPage


def build(context: UiContext) -> ChecklistsPage:
    """Return the page, showing what is ticked in the open case."""
    from app.ui.checklists.view import ChecklistsPage

    return ChecklistsPage(context)


DOOR = Door((routes.Checklists,), build)

__all__ = ["DOOR", "build"]
