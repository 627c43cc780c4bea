"""The copy elsewhere, and what is to be done before the computer is handed in or the case is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.case_end.view import CaseEndPage


def build(context: UiContext) -> CaseEndPage:
    """Return the page."""
    from app.ui.case_end.view import CaseEndPage

    return CaseEndPage(context)


DOOR = Door((routes.CaseEnd,), build)

__all__ = ["DOOR", "build"]
