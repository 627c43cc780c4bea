"""The timeline of a case, with all there is to know about the chosen row beside it.

``page.actions()`` are what can be done with the chosen row, for the menus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.timeline.view import TimelinePage


def build(context: UiContext) -> TimelinePage:
    """Return the page, showing the open case."""
    from app.ui.timeline.presenter import TimelinePresenter
    from app.ui.timeline.view import TimelinePage

    page = TimelinePage(context.language, context.look)
    page.bind(TimelinePresenter(context, page))
    return page


DOOR = Door((routes.Timeline,), build)

__all__ = ["DOOR", "build"]
