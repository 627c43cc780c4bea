"""Hide, lock and unlock.

``build(context, application)`` gives a ``Cover``: ``hide_now`` and ``lock_now`` cover every own window at once,
``close_vault`` closes the vault, ``page`` is the page for a closed one. F9 and the idle time are seen to here.
"""

from PySide6.QtWidgets import QApplication

from app.ui.context import UiContext
from app.ui.cover.cover import Cover
from app.ui.cover.unlock import Unlock

__all__ = ["Cover", "Unlock", "build"]


def build(context: UiContext, application: QApplication) -> Cover:
    """The one cover of the program; it watches the application from now on, until ``stop``."""
    return Cover(context, application)
