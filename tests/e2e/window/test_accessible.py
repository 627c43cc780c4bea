"""Every control of every screen has a name of its own, in the tree that a screen reader reads."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.application import BuiltWindow
from app.ui.overlay.view import OverlayWindow
from tests.e2e.cards import card
from tests.e2e.displays import window_showing
from tests.e2e.window import hands
from tests.e2e.window.desktop import Desktop, a_desktop, say, the_program, until
from tests.e2e.window.names import Node, controls, faults
from tests.e2e.window.test_real_walk import POST, SCREEN, first_run

SCREENS = {
    "ctrl+d": "describe a post",
    "ctrl+n": "note",
    "ctrl+b": "message",
    "ctrl+shift+k": "contact",
    "ctrl+comma": "settings",
    "ctrl+k": "verify",
    "F1": "help",
    "ctrl+r": "report",
}
_UNTOLD = {QAccessible.Role.ScrollBar, QAccessible.Role.Separator}


def test_every_control_of_every_screen_has_a_name_of_its_own(built: BuiltWindow) -> None:
    looked = Looked()
    page = cast("Any", built.frame.navigation.screen("first_run"))
    looked.at("first run: what", inside())
    hands.click(page.next)
    looked.at("first run: where", inside())
    hands.click(page.next)
    looked.at("first run: made words", inside())
    hands.click(page.passphrase.way.button("own"))
    looked.at("first run: own words", inside())
    hands.click(page.passphrase.way.button("made"))
    hands.click(page.passphrase.written)
    hands.click(page.next)
    hands.until(page.ready.isVisible, "the vault is made")
    looked.at("first run: ready", inside())
    hands.click(page.next)
    looked.at("empty timeline", inside())

    built.context.navigator.take_screenshot()
    hands.until(lambda: overlay() is not None, "the overlay is shown")
    window = overlay()
    assert window is not None
    hands.key(window, Qt.Key.Key_Tab)
    looked.at("overlay with its numbers", inside())
    hands.key(window, Qt.Key.Key_Return)
    hands.key(window, Qt.Key.Key_Return)
    hands.until(lambda: built.window.toasts.shown, "it is sealed")
    looked.at("timeline with a message", inside())
    built.window.toasts.clear()

    ways = built.context.navigator
    places: dict[str, Callable[[], None]] = {
        "describe a post": lambda: ways.describe_post(1),
        "note": ways.write_note,
        "message": ways.record_message,
        "contact": ways.keep_contact,
        "settings": ways.settings,
        "verify": ways.verify,
        "help": built.window.acts["help"].trigger,
    }
    for name, go in places.items():
        go()
        looked.at(name, inside())

    ways.open_exhibit(1)
    editor = cast("Any", built.frame.navigation.screen("exhibit"))
    hands.click(editor.show_button)
    hands.until(editor.pixel_size.text, "the picture is shown")
    for action in editor.panel.add.menu().actions():
        action.trigger()
        looked.at(f"editor: {action.text()}", inside())
    ways.make_report()
    wizard = cast("Any", built.frame.navigation.screen("report"))
    hands.until(wizard.facts.text, "the report is built")
    for step in range(5):
        looked.at(f"report: step {step + 1}", inside())
        if step < 4:
            hands.click(wizard.primary)
    ways.hide_now()
    QTest.qWait(50)
    looked.at("hidden", inside())

    looked.tell()
    assert not looked.wrong, "\n".join(looked.wrong)


def test_a_screen_reader_finds_the_same_in_the_program_itself(tmp_path: Path) -> None:
    looked = Looked()
    x, y, width, height = POST
    with (
        a_desktop(tmp_path / "home", *SCREEN) as desktop,
        window_showing(desktop.display, card(width, height), x=x, y=y),
        the_program(desktop),
    ):
        looked.at("first run", settled(desktop))
        first_run(desktop)
        looked.at("empty timeline", settled(desktop))
        desktop.key("ctrl+shift+F8")
        desktop.find(say("Choose a field on screen {number}", number=1))
        looked.at("overlay", settled(desktop))
        desktop.drag((x, y), (x + width - 1, y + height - 1))
        desktop.find(say("Take another"))
        looked.at("timeline with a message", settled(desktop))
        desktop.click(say("Close"))
        before = settled(desktop)
        for keys, screen in SCREENS.items():
            desktop.key(keys)
            looked.next(screen, desktop, before)
            desktop.key("ctrl+1")
            desktop.find(say("Newest first"))
            before = settled(desktop)
        desktop.open_row()
        desktop.click(say("Show picture"))
        desktop.find(say("Picture of {exhibit}", exhibit=say("Exhibit {number}", number=1)))
        looked.at("editor", settled(desktop))
    looked.tell()
    assert not looked.wrong, "\n".join(looked.wrong)


def settled(desktop: Desktop, other_than: Node | None = None) -> Node:
    """What the screen reader finds once it does not change any more."""
    seen: list[Node] = []

    def look() -> Node | None:
        seen.append(desktop.tree())
        still = len(seen) > 1 and seen[-1] == seen[-2]
        return seen[-1] if still and seen[-1].inside and seen[-1] != other_than else None

    return until(
        look, "another screen is shown and stands still", lambda: str(desktop.gestures[-1:])
    )


class Looked:
    """What was seen on the screens, and what is wrong with it."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self._seen: list[str] = []

    def at(self, screen: str, root: Node) -> None:
        """Look at a screen."""
        kinds = Counter(each.role for each in controls(root))
        counted = ", ".join(f"{count} {role}" for role, count in kinds.most_common())
        self._seen.append(f"  {screen}: {counted}\n")
        self.wrong += [f"{screen}: {fault}" for fault in faults(root)]
        assert kinds, f"nothing can be used on {screen}"

    def next(self, screen: str, desktop: Desktop, before: Node) -> Node:
        """Look at the screen that comes after another one."""
        root = settled(desktop, before)
        self.at(screen, root)
        return root

    def tell(self) -> None:
        """Print it."""
        sys.stdout.writelines(("\ncontrols by screen:\n", *self._seen))


def inside() -> Node:
    """The tree of this process's windows, as Qt tells it to screen readers."""
    QTest.qWait(1)
    told = [
        QAccessible.queryAccessibleInterface(window)
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
    ]
    return Node(
        "program", "", False, inside=tuple(_node(each) for each in told if each is not None)
    )


def _node(thing: QAccessibleInterface) -> Node:
    state = thing.state()
    actions = thing.actionInterface()
    every = (thing.child(number) for number in range(thing.childCount()))
    return Node(
        role=thing.role().name,
        name=thing.text(QAccessible.Text.Name),
        control=bool(state.focusable or (actions is not None and actions.actionNames())),
        inside=tuple(_node(each) for each in every if each is not None and _shown(each)),
    )


def _shown(thing: QAccessibleInterface) -> bool:
    state = thing.state()
    return thing.isValid() and not state.invisible and thing.role() not in _UNTOLD


def overlay() -> OverlayWindow | None:
    """The window that covers the screen."""
    shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    return next((each for each in shown if isinstance(each, OverlayWindow)), None)
