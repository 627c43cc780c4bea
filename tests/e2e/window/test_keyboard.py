"""In every state of every screen: each control has a name of its own, and the keyboard comes to each and back.

The wheel changes no field there, and whatever is dragged in from outside is copied.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu

from app.ui.application import BuiltWindow
from tests.e2e.window.fields import Fields
from tests.e2e.window.keyboard import tab_faults
from tests.e2e.window.looking import Looked, inside
from tests.e2e.window.states import Walk, open_menu

_OF_ITS_OWN = ("menu:", "overlay")
"""Menus are walked by arrows, and the overlay has one place for the focus at a time."""


@pytest.fixture
def listening(application: QApplication) -> Iterator[None]:
    """As with a screen reader there: Qt tells of changes in lists only where somebody listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("listening")
def test_every_state_of_every_screen_can_be_heard_and_used_by_keyboard(
    built: BuiltWindow, tmp_path: Path
) -> None:
    looked, fields = Looked(), Fields()
    walk, kinds = Walk(built, tmp_path), set[str]()
    built.window.activateWindow()
    for state in walk.every():
        began = time.monotonic()
        looked.at(state, inside())
        if not state.startswith(_OF_ITS_OWN):
            looked.wrong += [f"{state}: {fault}" for fault in tab_faults(kinds)]
        if state.startswith("editor: marked"):
            looked.wrong += [f"{state}: {fault}" for fault in unheard(walk.marks())]
        menu = open_menu()
        if menu is not None:
            looked.wrong += [f"{state}: {fault}" for fault in deaf(menu)]
        else:
            changed = fields.faults()
            # At once: a walk whose settings were changed goes astray.
            assert not changed, f"{state}: " + "\n".join(changed)
        sys.stdout.write(f"{time.monotonic() - began:.2f} s {state}\n")
    sys.stdout.write(f"kinds of controls whose focus was looked at: {len(kinds)}\n")
    looked.tell()
    fields.tell()


def unheard(told: list[str]) -> list[str]:
    """The marks that are not told with what they are and their words."""
    # The black box lies over the number, whose count the copy does not show then.
    expected = ("Number, Her står det, Is covered", "Covered, Barns navn, ")
    return [
        f"nothing called {each!r} is among {told}"
        for each in expected
        if not any(name.startswith(each) for name in told)
    ]


def deaf(menu: QMenu) -> list[str]:
    """The actions of a menu that a screen reader cannot press."""
    told = QAccessible.queryAccessibleInterface(menu)
    entries = [told.child(number) for number in range(told.childCount())]
    words = {action.text().replace("&", "") for action in menu.actions() if action.text()}
    found = {
        each.text(QAccessible.Text.Name)
        for each in entries
        if each is not None
        and (actions := each.actionInterface()) is not None
        and {"Press", "ShowMenu"} & set(actions.actionNames())
    }
    inside = [fault for each in menu.findChildren(QMenu) for fault in deaf(each)]
    return inside + [f"{each} cannot be pressed" for each in sorted(words - found)]
