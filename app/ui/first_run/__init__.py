"""The first run: what this is, where the vault lies, its passphrase, and the recovery sheet.

``build(context)`` gives the page. It tells ``done`` when the vault is open, and ``existing_chosen`` when there is one
already. Captures that came before wait in ``session.held`` and are sealed right after the vault exists.
"""

from app.settings import default_vault
from app.ui.context import UiContext
from app.ui.first_run.view import FirstRun

__all__ = ["FirstRun", "build"]


def build(context: UiContext) -> FirstRun:
    """The page, at its first card."""
    return FirstRun(context, default_vault())
