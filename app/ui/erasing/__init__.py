"""Erasing for ever: what goes, who has it, what stays all the same; one thing, or a whole case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.erasing.view import ErasingPage


def build(context: UiContext) -> ErasingPage:
    """Return the page, showing nothing yet."""
    from app.ui.erasing.view import ErasingPage

    return ErasingPage(context)


DOOR = Door((routes.Erase, routes.EraseCase), build)

__all__ = ["DOOR", "build"]
