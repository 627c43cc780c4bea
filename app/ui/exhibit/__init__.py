"""The page of one exhibit: look at the original, mark it, cover what others must not see.

This file is the door.
"""

from __future__ import annotations

from app.ui.context import UiContext
from app.ui.exhibit.view import ExhibitPage


def build(context: UiContext) -> ExhibitPage:
    """The page; ``show_exhibit`` opens an exhibit, ``leave`` seals what was marked."""
    return ExhibitPage(context)


__all__ = ["ExhibitPage", "build"]
