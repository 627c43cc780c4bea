"""Every act of the window as an action with words, a key and a place in the menus.

One table: the menus, the toolbar, the help page and the tests are made from it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import msgspec

from app.language import deferred


class Menu(StrEnum):
    """The menus, in their order."""

    CASE = "case"
    EXHIBIT = "exhibit"
    VIEW = "view"
    HELP = "help"


class Needs(StrEnum):
    """What must be so for an action to make sense."""

    NOTHING = "nothing"
    UNCOVERED = "uncovered"
    CASE = "case"


class Deed(msgspec.Struct, frozen=True):
    """One action.

    Attributes:
        name: how the code calls it.
        menu: where it stands.
        label: its words in the menu.
        key: its shortcut.
        needs: when it can be used.
        screen: the screen that carries it out; without that screen the action is not there.
        gap: a line stands above it.
    """

    name: str
    menu: Menu
    label: str
    key: str
    needs: Needs = Needs.CASE
    screen: str = ""
    gap: bool = False


DEEDS: tuple[Deed, ...] = (
    Deed("new_case", Menu.CASE, deferred("New case …"), "Ctrl+Shift+N"),
    Deed("rename_case", Menu.CASE, deferred("Rename case …"), "Ctrl+Shift+R"),
    Deed("report", Menu.CASE, deferred("Make report"), "Ctrl+R", screen="report", gap=True),
    Deed("verify", Menu.CASE, deferred("Verify"), "Ctrl+K", needs=Needs.UNCOVERED, screen="verify"),
    Deed(
        "preferences",
        Menu.CASE,
        deferred("Settings"),
        "Ctrl+,",
        needs=Needs.UNCOVERED,
        screen="preferences",
        gap=True,
    ),
    Deed("quit", Menu.CASE, deferred("Close completely"), "Ctrl+Q", needs=Needs.NOTHING, gap=True),
    Deed(
        "capture",
        Menu.EXHIBIT,
        deferred("Take screenshot"),
        "Ctrl+Shift+F8",
        needs=Needs.NOTHING,
        screen="capture",
    ),
    Deed(
        "capture_again",
        Menu.EXHIBIT,
        deferred("Same area again"),
        "Ctrl+Shift+F9",
        needs=Needs.NOTHING,
        screen="capture",
    ),
    Deed(
        "capture_later",
        Menu.EXHIBIT,
        deferred("Take screenshot in 5 seconds"),
        "Ctrl+Shift+F7",
        needs=Needs.NOTHING,
        screen="capture",
    ),
    Deed("files", Menu.EXHIBIT, deferred("Add file …"), "Ctrl+O", screen="incoming", gap=True),
    Deed("paste", Menu.EXHIBIT, deferred("Paste"), "Ctrl+V", screen="incoming"),
    Deed(
        "describe", Menu.EXHIBIT, deferred("Describe a post …"), "Ctrl+D", screen="forms", gap=True
    ),
    Deed("note", Menu.EXHIBIT, deferred("Write note …"), "Ctrl+N", screen="forms"),
    Deed("message", Menu.EXHIBIT, deferred("Record message …"), "Ctrl+B", screen="forms"),
    Deed("contact", Menu.EXHIBIT, deferred("Add contact …"), "Ctrl+Shift+K", screen="forms"),
    Deed("timeline", Menu.VIEW, deferred("Timeline"), "Ctrl+1", screen="timeline"),
    Deed("search", Menu.VIEW, deferred("Search the case"), "Ctrl+F", screen="timeline"),
    Deed("to_toast", Menu.VIEW, deferred("Go to the message"), "F6", needs=Needs.UNCOVERED),
    Deed("hide", Menu.VIEW, deferred("Hide now"), "F9", needs=Needs.UNCOVERED, gap=True),
    Deed("help", Menu.HELP, deferred("Help"), "F1", needs=Needs.UNCOVERED),
    Deed("about", Menu.HELP, deferred("About Bevismappe"), "Shift+F1", needs=Needs.UNCOVERED),
)

MENU_LABELS: dict[Menu, str] = {
    Menu.CASE: deferred("Case"),
    Menu.EXHIBIT: deferred("Exhibit"),
    Menu.VIEW: deferred("View"),
    Menu.HELP: deferred("Help"),
}

Acts = dict[str, Callable[[], None]]


def deeds_for(screens: tuple[str, ...]) -> tuple[Deed, ...]:
    """Those whose screen is there."""
    return tuple(deed for deed in DEEDS if not deed.screen or deed.screen in screens)


def usable(deed: Deed, *, case_open: bool, covered: bool) -> bool:
    """Whether the action can be used now."""
    if deed.needs is Needs.NOTHING:
        return True
    return not covered and (case_open or deed.needs is Needs.UNCOVERED)
