"""Who knows: whom the person told and asked, what they answered, and whom they can go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.contacts.view import ContactsPage


def build(context: UiContext) -> ContactsPage:
    """Return the page, showing the people of the open case."""
    from app.ui.contacts.view import ContactsPage

    return ContactsPage(context)


DOOR = Door((routes.Contacts,), build)

__all__ = ["DOOR", "build"]
