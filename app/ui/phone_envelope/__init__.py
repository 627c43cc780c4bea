"""The envelope from the phone: the page for it as a code or a file, and what each way does to pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.phone_envelope.view import EnvelopePage


def build(context: UiContext) -> EnvelopePage:
    """Return the page."""
    from app.ui.phone_envelope.view import EnvelopePage

    return EnvelopePage(context)


DOOR = Door((routes.PhoneEnvelope,), build)

__all__ = ["DOOR", "build"]
