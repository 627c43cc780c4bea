"""The report wizard: who it is for, what is in it, what is covered, how it looks, where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.report.view import ReportPage


def build(context: UiContext) -> ReportPage:
    """Return the page, with no report begun."""
    from app.ui.report.view import ReportPage

    return ReportPage(context)


DOOR = Door((routes.Report,), build)

__all__ = ["DOOR", "build"]
