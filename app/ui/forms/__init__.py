"""The forms: a post's facts, a note, who was told, a contact.

``build(context)`` gives one page for all of them. The frame keeps it beside the other pages, calls ``open`` with a
route, brings it to the front on ``opened``, goes back on ``closed``, and calls ``flush`` before the window or the
vault is closed.
"""

from app.ui.context import UiContext
from app.ui.forms.view import Forms

__all__ = ["Forms", "build"]


def build(context: UiContext) -> Forms:
    """The page, with no form open."""
    return Forms(context)
