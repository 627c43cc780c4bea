"""What can be written down, as actions with words, a key and a place in the menu: one for each kind that has a form.

Loads every kind of thing there is: the window stands before.
"""

from __future__ import annotations

from app.casework import KINDS, Shelf, Written
from app.language import deferred
from app.ui import routes
from app.ui.frame.actions import MENU_ACTIONS, Menu, MenuAction

WRITING_ACTIONS: tuple[MenuAction, ...] = tuple(
    MenuAction(
        kind.tag,
        Menu.WRITE,
        kind.form.menu,
        kind.form.key,
        route=routes.Write(kind.tag),
        shelf=kind.form.shelf if kind.form.shelf is not Shelf.NEAR else None,
    )
    for kind in KINDS
    if isinstance(kind, Written) and kind.form.menu
)

WRITING = tuple(item.name for item in WRITING_ACTIONS)
"""The names of the actions with which something is written down, in the order of the menu."""

EVERY_ACTION = (*MENU_ACTIONS, *WRITING_ACTIONS)

# In the order in which the screens stand; what is wanted every day stands in the menu itself.
SHELF_LABELS: dict[Shelf, str] = {
    Shelf.INCIDENTS: deferred("Around an incident"),
    Shelf.ANSWERS: deferred("Requests and answers"),
    Shelf.DEADLINES: deferred("Reports and deadlines"),
    Shelf.PREVENTION: deferred("Prevention"),
    Shelf.HEALTH: deferred("Health"),
}


def other_keys() -> frozenset[str]:
    """Return the keys that do something else in the window than take a screenshot."""
    return frozenset(item.key for item in EVERY_ACTION if item.key and item.name != "capture")
