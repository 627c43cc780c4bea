"""The acts of the day, each as a person does it who has not read anything."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.e2e.day.counting import Day
from tests.e2e.window.desktop import say, until
from tests.e2e.window.test_drag import dragged
from tests.e2e.window.test_real_walk import cards
from tests.worlds import DANISH

SCREEN = (2400, 1000)
BROWSER = (1480, 40, 880, 900)
"""Beside the program's window: left, top, width, height."""
POST = (1500, 160, 840, 700)
"""What is captured of it."""
LINK = "https://nabolaget.example/grupper/borgere-i-nordby/opslag/88120"
_CLIP = Path(__file__).with_name("clip_source.py")


class Hands:
    """One person at the desktop."""

    def __init__(self, day: Day) -> None:
        self.day = day
        self.desktop = day.desktop

    def begin(self) -> None:
        """From the first card to the start page; then to the timeline, outside every act."""
        with self.day.act("first run", 6):
            cards(self.desktop)
        self.desktop.key("ctrl+1")
        self.desktop.find(say("Nothing is here yet"))

    def capture(self) -> None:
        """The first screen of the thread, by the button and a drag."""
        with self.day.act("capture 1", 2):
            self.desktop.click(say("Take screenshot"), "push button")
            self._take_region()
            self.told(say("Exhibit {number}", number=1))

    def series(self) -> None:
        """Three more screens of it and the one form for them all: the reading between is nobody's gesture."""
        with self.day.act("series of four", 5):
            self.desktop.click(say("Go on as a series"), "push button")
            for number in range(2, 5):
                time.sleep(1.0)
                self.desktop.windows("key", "--repeat", "13", "--delay", "60", "Down")
                time.sleep(1.0)
                self.desktop.key("ctrl+shift+F8")
                words = "Series: {count} picture saved and locked"
                self.told(DANISH.plural(words, words.replace("picture", "pictures"), number))
            self.desktop.click(say("Done"), "push button")
            self.told(say("About the post in Exhibit {number}", number="1–4"))
        with self.day.act("describe the series", 5):
            self.desktop.type(LINK)
            self.desktop.click(say("Who wrote it"), "text")
            self.desktop.type("Torben Eks")
            self.desktop.click(say("Save and lock"), "push button")
            self.told(say("The post’s details are saved and locked"))

    def capture_again(self, number: int) -> None:
        """The same region once more, by its key."""
        with self.day.act("same region again", 1):
            self.desktop.key("ctrl+shift+F9")
            self.told(say("Exhibit {number}", number=number))

    def _take_region(self) -> None:
        until(lambda: is_frozen(self.day), "the screen is frozen")
        x, y, width, height = POST
        self.desktop.drag((x, y), (x + width - 1, y + height - 1))

    def told(self, words: str) -> None:
        """Wait until a message or the page says so."""
        until(
            lambda: any(words in each for each in [*self.desktop.top(), *self.desktop.names()]),
            f"the window says {words}",
            lambda: str(self.desktop.names()),
        )

    def drop(self, files: Sequence[Path], first: int) -> None:
        """Drag files from another program onto the window, one after the other."""
        middle = (700, 600)
        with ExitStack() as sources:
            for number, file in enumerate(files, start=first):
                with self.day.act(f"drop {file.suffix[1:]}", 1):
                    dragged(self.desktop, sources, middle, "file", "copy", "--file", str(file))
                    self.told(say("Exhibit {number}", number=number))

    def add(self, file: Path, number: int) -> None:
        """Bring a file in by the button and the dialog."""
        with self.day.act(f"add {file.suffix[1:]}", 3):
            self.desktop.click(say("Add file"), "push button")
            time.sleep(1.0)
            self.desktop.type(str(file))
            self.desktop.key("Return")
            self.told(say("Exhibit {number}", number=number))

    def paste(self, picture: Path, number: int) -> None:
        """Paste a picture that another program has copied."""
        source = subprocess.Popen(
            [sys.executable, str(_CLIP), str(picture)],
            env=self.desktop.environment | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "0"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert source.stdout is not None
        try:
            source.stdout.readline()
            with self.day.act("paste", 1):
                self.desktop.key("ctrl+v")
                self.told(say("Exhibit {number}", number=number))
        finally:
            source.kill()
            source.wait(10)
            source.stdout.close()

    def describe(self) -> None:
        """Say of the newest picture where it stood and who wrote it."""
        with self.day.act("describe the post", 6):
            self.desktop.click(say("Add link and note"), "push button")
            self.desktop.click(say("Link"), "text")
            self.desktop.type(LINK)
            self.desktop.click(say("Who wrote it"), "text")
            self.desktop.type("Torben Eks")
            self.desktop.click(say("Save and lock"), "push button")
            self.told(say("The post’s details are saved and locked"))

    def note(self) -> None:
        """A note."""
        with self.day.act("write a note", 3):
            self.desktop.key("ctrl+n")
            self.desktop.type("En kollega viste mig opslaget.")
            self.desktop.click(say("Save and lock"), "push button")
            self.told(say("The note is saved and locked"))

    def who_knows(self) -> None:
        """That the manager knows."""
        with self.day.act("note who knows", 4):
            self.desktop.key("ctrl+b")
            self.desktop.click(say("What you said"), "text")
            self.desktop.type("Jeg viste opslaget.")
            self.desktop.click(say("Save and lock"), "push button")
            self.told(say("The message is saved and locked"))

    def cover(self, number: int) -> None:
        """Open an exhibit, lay a black box on it, go back."""
        with self.day.act("cover a name", 5):
            self.desktop.open_row()
            self.desktop.click(say("Show picture"))
            named = say("Exhibit {number}", number=number)
            picture = self.desktop.find(say("Picture of {exhibit}", exhibit=named)).place
            self.desktop.key("s")
            x, y = picture[0] + picture[2] // 2, picture[1] + picture[3] // 2
            self.desktop.drag((x - 60, y - 20), (x + 60, y + 20))
            self.desktop.click(say("Back"))

    def report(self) -> None:
        """A report for the manager, with its package."""
        with self.day.act("report and package", 8):
            self.desktop.click(say("Make report"), "push button")
            for words in ("Next: contents", "Next: black out", "Next: look", "Next: save"):
                self.desktop.click(say(words))
            self.desktop.click(say("A package that can be checked (zip)"))
            self.desktop.click(say("Save the report"), "push button")
            self.desktop.find(say("The report is saved"))

    def verify(self) -> None:
        """Check the own vault."""
        with self.day.act("check the vault", 2):
            self.desktop.key("ctrl+k")
            self.desktop.click(say("Check my vault"))
            self.desktop.find(say("Copy the result as text"))

    def hide(self) -> None:
        """Cover the window, and show it again."""
        with self.day.act("hide and show", 2):
            self.desktop.key("F9")
            self.desktop.find(say("Notes"))
            self.desktop.key("F9")
            self.desktop.find(say("Make report"), "push button")


def is_frozen(day: Day) -> bool:
    """Whether the overlay covers the browser."""
    return any("overlay" in each for each in day.desktop.top()) or day.desktop.shows(
        say("Choose a field on screen {number}", number=1)
    )
