"""A vault is made of the copy elsewhere where none is open: after a loss, or on another computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.settings import default_vault
from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.restoring.view import RestorePage


def build(context: UiContext) -> RestorePage:
    """Return the page."""
    from app.ui.restoring.view import RestorePage

    return RestorePage(context, context.workplace.vault_file(default_vault()))


DOOR = Door((routes.RestoreCopy,), build)

__all__ = ["DOOR", "build"]
