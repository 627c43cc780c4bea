"""The first run: what this is, where the vault lies, its passphrase, and the recovery sheet.

Captures that came before wait in ``context.held`` and are sealed right after the vault exists.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.settings import default_vault
from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.first_run.view import FirstRunPage


def build(context: UiContext) -> FirstRunPage:
    """Return the page, at its first card."""
    from app.ui.first_run.view import FirstRunPage

    return FirstRunPage(context, context.workplace.vault_file(default_vault()), Path.home())


DOOR = Door((routes.FirstRun,), build)

__all__ = ["DOOR", "build"]
