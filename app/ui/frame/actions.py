"""Every act of the window as an action with words, a key and a place in the menus.

One table: the menus, the toolbar, the help page and the tests are made from it, and from that of what can be written
down (``writing.py``), which knows every kind of thing and so is loaded behind the first page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.language import deferred
from app.ui import routes
from app.ui.routes import Route

if TYPE_CHECKING:
    from app.casework import Shelf


class Menu(StrEnum):
    """The menus, in their order."""

    CASE = "case"
    EXHIBIT = "exhibit"
    WRITE = "write"
    VIEW = "view"
    HELP = "help"


class Needs(StrEnum):
    """What must be so for an action to make sense."""

    NOTHING = "nothing"
    UNCOVERED = "uncovered"
    CASE = "case"


class MenuAction(msgspec.Struct, frozen=True):
    """One action.

    Attributes:
        name: how the code calls it.
        menu: where it stands.
        label: its words in the menu.
        key: its shortcut.
        needs: when it can be used.
        route: where it leads; without a page for it the action is not there. None where it leads to no page.
        gap: a line stands above it.
        shelf: the menu inside the menu that it stands in; None for the menu itself.
    """

    name: str
    menu: Menu
    label: str
    key: str
    needs: Needs = Needs.CASE
    route: Route | None = None
    gap: bool = False
    shelf: Shelf | None = None


MENU_ACTIONS: tuple[MenuAction, ...] = (
    MenuAction("new_case", Menu.CASE, deferred("New case …"), "Ctrl+Shift+N"),
    MenuAction("rename_case", Menu.CASE, deferred("Rename case …"), "Ctrl+Shift+R"),
    MenuAction(
        "report", Menu.CASE, deferred("Make report"), "Ctrl+R", route=routes.Report(), gap=True
    ),
    MenuAction(
        "collection",
        Menu.CASE,
        deferred("Gather for a colleague …"),
        "Ctrl+Shift+J",
        route=routes.Report("colleague"),
    ),
    MenuAction(
        "ending",
        Menu.CASE,
        deferred("Copy and ending …"),
        "Ctrl+Shift+Q",
        route=routes.CaseEnd(),
    ),
    MenuAction(
        "erase_case",
        Menu.CASE,
        deferred("Erase the case for ever …"),
        "Ctrl+Shift+W",
        route=routes.EraseCase(),
    ),
    MenuAction(
        "verify",
        Menu.CASE,
        deferred("Verify"),
        "Ctrl+K",
        needs=Needs.UNCOVERED,
        route=routes.Verify(),
    ),
    MenuAction(
        "preferences",
        Menu.CASE,
        deferred("Settings"),
        "Ctrl+,",
        needs=Needs.UNCOVERED,
        route=routes.Settings(),
        gap=True,
    ),
    MenuAction("quit", Menu.CASE, deferred("Quit"), "Ctrl+Q", needs=Needs.NOTHING, gap=True),
    MenuAction(
        "capture",
        Menu.EXHIBIT,
        deferred("Take screenshot"),
        "Ctrl+Shift+F8",
        needs=Needs.NOTHING,
    ),
    MenuAction(
        "capture_again",
        Menu.EXHIBIT,
        deferred("Same area again"),
        "Ctrl+Shift+F9",
        needs=Needs.NOTHING,
    ),
    MenuAction(
        "series",
        Menu.EXHIBIT,
        deferred("Take a series"),
        "Ctrl+Shift+F6",
        needs=Needs.NOTHING,
    ),
    MenuAction(
        "capture_soon",
        Menu.EXHIBIT,
        deferred("Take screenshot in 3 seconds"),
        "Ctrl+Shift+F5",
        needs=Needs.NOTHING,
    ),
    MenuAction(
        "capture_later",
        Menu.EXHIBIT,
        deferred("Take screenshot in 5 seconds"),
        "Ctrl+Shift+F7",
        needs=Needs.NOTHING,
    ),
    MenuAction(
        "capture_latest",
        Menu.EXHIBIT,
        deferred("Take screenshot in 10 seconds"),
        "Ctrl+Shift+F10",
        needs=Needs.NOTHING,
    ),
    MenuAction("files", Menu.EXHIBIT, deferred("Add file …"), "Ctrl+O", gap=True),
    MenuAction(
        "files_unseen",
        Menu.EXHIBIT,
        deferred("Add file without showing it …"),
        "Ctrl+Shift+O",
    ),
    MenuAction(
        "from_phone", Menu.EXHIBIT, deferred("Get new files from the phone"), "Ctrl+Shift+I"
    ),
    MenuAction(
        "envelope",
        Menu.EXHIBIT,
        deferred("Envelope from the phone …"),
        "Ctrl+Shift+M",
        route=routes.PhoneEnvelope(),
    ),
    MenuAction("paste", Menu.EXHIBIT, deferred("Paste"), "Ctrl+V"),
    MenuAction(
        "read_text",
        Menu.EXHIBIT,
        deferred("Read the text in all pictures"),
        "Ctrl+Shift+T",
        gap=True,
    ),
    MenuAction("next_step", Menu.VIEW, deferred("What now?"), "Ctrl+H", route=routes.NextStep()),
    MenuAction("timeline", Menu.VIEW, deferred("Timeline"), "Ctrl+1", route=routes.Timeline()),
    MenuAction("incidents", Menu.VIEW, deferred("Incidents"), "Ctrl+2", route=routes.Incidents()),
    MenuAction("contacts", Menu.VIEW, deferred("Who knows?"), "Ctrl+3", route=routes.Contacts()),
    MenuAction("people", Menu.VIEW, deferred("People"), "Ctrl+Shift+L", route=routes.People()),
    MenuAction("deadlines", Menu.VIEW, deferred("Deadlines"), "Ctrl+4", route=routes.Deadlines()),
    MenuAction(
        "answers", Menu.VIEW, deferred("Requests and answers"), "Ctrl+5", route=routes.Answers()
    ),
    MenuAction("health", Menu.VIEW, deferred("Health"), "Ctrl+6", route=routes.Health()),
    MenuAction("look_over", Menu.VIEW, deferred("Walk-through"), "Ctrl+7", route=routes.LookOver()),
    MenuAction(
        "checklists", Menu.VIEW, deferred("Checklists"), "Ctrl+8", route=routes.Checklists()
    ),
    MenuAction(
        "watching",
        Menu.VIEW,
        deferred("Cases I keep an eye on"),
        "Ctrl+9",
        route=routes.Watching(),
    ),
    MenuAction(
        "pattern", Menu.VIEW, deferred("As a whole"), "Ctrl+Shift+H", route=routes.Pattern()
    ),
    MenuAction(
        "guidance",
        Menu.VIEW,
        deferred("Guidance"),
        "Ctrl+Shift+G",
        needs=Needs.UNCOVERED,
        route=routes.Guidance(),
    ),
    MenuAction("search", Menu.VIEW, deferred("Search the case"), "Ctrl+F"),
    MenuAction("to_toast", Menu.VIEW, deferred("Go to the message"), "F6", needs=Needs.UNCOVERED),
    MenuAction("hide", Menu.VIEW, deferred("Hide now"), "F9", needs=Needs.UNCOVERED, gap=True),
    MenuAction(
        "help", Menu.HELP, deferred("Help"), "F1", needs=Needs.UNCOVERED, route=routes.Help()
    ),
    MenuAction(
        "example",
        Menu.HELP,
        deferred("Show me an example"),
        "Ctrl+Shift+E",
        needs=Needs.UNCOVERED,
    ),
    MenuAction(
        "about",
        Menu.HELP,
        deferred("About Bevismappe"),
        "Shift+F1",
        needs=Needs.UNCOVERED,
        route=routes.Help(),
    ),
)

MENU_LABELS: dict[Menu, str] = {
    Menu.CASE: deferred("Case"),
    Menu.EXHIBIT: deferred("Exhibit"),
    Menu.WRITE: deferred("Write down"),
    Menu.VIEW: deferred("View"),
    Menu.HELP: deferred("Help"),
}

Handlers = dict[str, Callable[[], None]]


def actions_with_page(
    items: Iterable[MenuAction], handles: Callable[[type[Route]], bool]
) -> tuple[MenuAction, ...]:
    """Return those that lead to no page, or to one that is there."""
    return tuple(item for item in items if item.route is None or handles(type(item.route)))


def usable(item: MenuAction, *, case_open: bool, covered: bool) -> bool:
    """Return whether the action can be used now."""
    if item.needs is Needs.NOTHING:
        return True
    return not covered and (case_open or item.needs is Needs.UNCOVERED)
