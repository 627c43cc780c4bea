"""Who is called by another name in what leaves: who they are, their names, and where they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.people.view import PeoplePage


def build(context: UiContext) -> PeoplePage:
    """Return the page, showing the people of the open case."""
    from app.ui.people.view import PeoplePage

    return PeoplePage(context)


DOOR = Door((routes.People,), build)

__all__ = ["DOOR", "build"]
