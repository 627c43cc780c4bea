"""Hide, lock and unlock.

``Cover`` (in ``cover.py``) covers every own window at once; F9 and the idle time are seen to there. The door is that of
the page for a closed vault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.cover.unlock import UnlockPage


def build(context: UiContext) -> UnlockPage:
    """Return the page that opens a vault."""
    from app.ui.cover.unlock import UnlockPage

    return UnlockPage(context)


DOOR = Door((routes.Unlock,), build)

__all__ = ["DOOR", "build"]
