"""The settings page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.preferences.view import PreferencesPage


def build(context: UiContext) -> PreferencesPage:
    """Return the page, showing what is chosen now."""
    from app.ui.preferences.view import PreferencesPage

    return PreferencesPage(context)


DOOR = Door((routes.Settings,), build)

__all__ = ["DOOR", "build"]
