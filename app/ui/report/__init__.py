"""The report wizard: who it is for, what is in it, what is covered, how it looks, where it goes.

This file is the door.
"""

from __future__ import annotations

from app.ui.context import UiContext
from app.ui.report.view import ReportPage


def build(context: UiContext) -> ReportPage:
    """The page; ``start`` begins or goes on, ``leave`` lets go of what was shown."""
    return ReportPage(context)


__all__ = ["ReportPage", "build"]
