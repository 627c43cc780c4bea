"""The settings page. ``build(context)`` gives it; its signal ``changed`` tells the frame what to apply at once."""

from app.ui.context import UiContext
from app.ui.preferences.presenter import Changed
from app.ui.preferences.view import Preferences

__all__ = ["Changed", "Preferences", "build"]


def build(context: UiContext) -> Preferences:
    """The page, showing what is chosen now."""
    return Preferences(context)
