"""A witness: a colleague looks at the post and signs what they saw, here, on a device of their own, or on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.witness.view import WitnessPage


def build(context: UiContext) -> WitnessPage:
    """Return the page, with no exhibit chosen yet."""
    from app.ui.witness.view import WitnessPage

    return WitnessPage(context)


DOOR = Door((routes.Witness,), build)

__all__ = ["DOOR", "build"]
