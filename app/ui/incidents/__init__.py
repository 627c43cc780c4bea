"""What happened: every incident of the case, in two orders, with what belongs to each and what was done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.incidents.view import IncidentsPage


def build(context: UiContext) -> IncidentsPage:
    """Return the page, showing the incidents of the open case."""
    from app.ui.incidents.view import IncidentsPage

    return IncidentsPage(context)


DOOR = Door((routes.Incidents,), build)

__all__ = ["DOOR", "build"]
