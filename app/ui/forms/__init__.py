"""The forms: a post's facts, a note, who was told, who got a report, a contact. One page for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.forms.view import FormsPage


def build(context: UiContext) -> FormsPage:
    """Return the page, with no form open."""
    from app.ui.forms.view import FormsPage

    return FormsPage(context)


DOOR = Door((routes.Write,), build)

__all__ = ["DOOR", "build"]
