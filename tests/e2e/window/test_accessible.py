"""Every control of every screen has a name of its own, as a screen reader finds it in the program itself.

The states that need more than keys and pointer are walked through in this process: see test_keyboard.py.
"""

from __future__ import annotations

from pathlib import Path

from tests.e2e.cards import card
from tests.e2e.displays import window_showing
from tests.e2e.window.desktop import Desktop, a_desktop, say, the_program, until
from tests.e2e.window.looking import Looked
from tests.e2e.window.names import Node
from tests.e2e.window.test_real_walk import POST, SCREEN

SCREENS = {
    "ctrl+h": "what now",
    "ctrl+d": "describe a post",
    "ctrl+n": "note",
    "ctrl+b": "message",
    "ctrl+shift+k": "contact",
    "ctrl+comma": "settings",
    "F1": "help",
    "ctrl+k": "verify",
}
SHEETS = {"ctrl+shift+n": "sheet: new case", "ctrl+shift+r": "sheet: rename case"}
MENUS = {
    "alt+s": "menu: case",
    "alt+b": "menu: exhibit",
    "alt+v": "menu: view",
    "alt+h": "menu: help",
}
WIZARD = ("Next: contents", "Next: black out", "Next: look", "Next: save")


def test_a_screen_reader_finds_a_name_on_everything(tmp_path: Path) -> None:
    x, y, width, height = POST
    with (
        a_desktop(tmp_path / "home", *SCREEN) as desktop,
        window_showing(desktop.display, card(width, height), x=x, y=y),
        the_program(desktop),
    ):
        walk = Walk(desktop)
        walk.first_run()
        walk.capture()
        walk.screens()
        walk.over_it()
        walk.editor()
        walk.report()
        walk.verify_and_hide()
        walk.looked.tell()


class Walk:
    """One person with a screen reader; looks at a screen once it is another than the one before."""

    def __init__(self, desktop: Desktop) -> None:
        self.looked = Looked()
        self._desktop = desktop
        self._before: Node | None = None

    def first_run(self) -> None:
        desktop = self._desktop
        self._look("first run: what")
        desktop.click(say("Go on"))
        self._look("first run: hotkey")
        desktop.click(say("Go on"))
        self._look("first run: where")
        desktop.click(say("Go on"))
        self._look("first run: made words")
        desktop.click(say("Write my own"))
        self._look("first run: own words")
        desktop.click(say("Use these six words"))
        desktop.click(say("I have written them down"))
        desktop.click(say("Make the vault"))
        begin = desktop.find(say("Begin"))
        self._look("first run: ready")
        desktop.click_on(begin)
        self._look("what now: nothing is saved")
        desktop.key("ctrl+1")
        self._look("empty timeline")

    def capture(self) -> None:
        x, y, width, height = POST
        self._desktop.key("ctrl+shift+F8")
        self._desktop.find(say("Choose a field on screen {number}", number=1))
        self._look("overlay")
        self._desktop.drag((x, y), (x + width - 1, y + height - 1))
        self._desktop.find(say("Go on as a series"))
        self._look("timeline with a message")
        self._desktop.click(say("Go on as a series"))
        done = self._desktop.find(say("Done"))
        self._look("bar of a series")
        self._desktop.click_on(done)
        self._desktop.find(say("About the post in Exhibit {number}", number=1))
        self._look("form of a series")
        self._desktop.key("ctrl+1")
        self._desktop.find(say("What the timeline shows"))
        self._desktop.click(say("Close"))
        self._look("timeline")

    def screens(self) -> None:
        for keys, screen in SCREENS.items():
            self._desktop.key(keys)
            self._look(screen)

    def over_it(self) -> None:
        """Sheets and menus; Escape takes each away again."""
        below = self._before
        for keys, screen in {**SHEETS, **MENUS}.items():
            self._desktop.key(keys)
            self._look(screen)
            self._desktop.key("Escape")
            until(lambda: self._desktop.tree() == below, f"Esc closes the {screen}")
            self._before = below

    def editor(self) -> None:
        desktop = self._desktop
        desktop.key("ctrl+1")
        desktop.find(say("What the timeline shows"))
        desktop.open_row()
        show = desktop.find(say("Show picture"), "push button")
        self._look("editor: covered")
        desktop.click_on(show)
        named = say("Picture of {exhibit}", exhibit=say("Exhibit {number}", number=1))
        picture = desktop.find(named)
        self._look("editor: no marks")
        for tool in "sargnt":
            desktop.click_on(picture)
            desktop.key(tool)
            desktop.key("Return")
            self._look(f"editor: a mark by {tool.upper()}")
        for words in ("Original", "What the recipient sees"):
            # Their trees differ in nothing: what is shown is another picture.
            desktop.click(say(words))
            desktop.find(named)
            self.looked.at(f"editor: {words}", self._settled())

    def report(self) -> None:
        desktop = self._desktop
        desktop.key("ctrl+r")
        desktop.find(say("Next: contents"))
        self._look("report: step 1")
        for step, words in enumerate(WIZARD, start=2):
            desktop.click(say(words))
            self._look(f"report: step {step}")
        desktop.click(say("Save the report"), "push button")
        desktop.find(say("The report is saved"))
        self._look("report: saved")

    def verify_and_hide(self) -> None:
        desktop = self._desktop
        desktop.key("ctrl+k")
        desktop.click(say("Check my vault"))
        desktop.find(say("Copy the result as text"))
        self._look("verify: the vault was checked")
        desktop.key("F9")
        desktop.find(say("Notes"))
        self._look("hidden")

    def _look(self, screen: str) -> None:
        self._before = self._settled(self._before)
        self.looked.at(screen, self._before)

    def _settled(self, other_than: Node | None = None) -> Node:
        """What the screen reader finds once it does not change any more."""
        seen: list[Node] = []

        def look() -> Node | None:
            seen.append(self._desktop.tree())
            still = len(seen) > 1 and seen[-1] == seen[-2]
            return seen[-1] if still and seen[-1].inside and seen[-1] != other_than else None

        return until(
            look,
            "another screen is shown and stands still",
            lambda: f"{self._desktop.gestures[-1:]}; the last looks: {_told(seen[-2:])}",
        )


def _told(seen: list[Node]) -> str:
    """What differs in the last two looks; their names where nothing does."""
    names = [[f"{each.name} {each.place}" for each in node.walk()] for node in seen]
    differing = sorted(set(names[0]) ^ set(names[-1])) if names else []
    return f"{len(seen)} looks, {differing or names[-1:]}"
