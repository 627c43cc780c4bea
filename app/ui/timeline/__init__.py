"""The timeline of a case, with all there is to know about the chosen row beside it.

``build(context)`` gives the page. ``page.search(text)`` shows what contains the text; ``page.actions()`` are what can
be done with the chosen row, for the menus.
"""

from app.ui.timeline.view import TimelinePage, build

__all__ = ["TimelinePage", "build"]
