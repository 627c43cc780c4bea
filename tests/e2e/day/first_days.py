"""``python -m tests.e2e.day.first_days``: the letters of the first days, through the real window, from the first post.

Prints clicks, typed fields, words and machine time, and each letter as its receiver gets it. Ends with 1 where it took
more than the design allows. Machine time is what the hands waited for the program.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.casework.letters import Letter
from tests.e2e.cards import card
from tests.e2e.displays import window_showing
from tests.e2e.window.desktop import REAL, Desktop, a_desktop, say, the_program, until
from tests.e2e.window.test_real_walk import POST, SCREEN, cards

MOST_CLICKS, MOST_FIELDS, MOST_WORDS, MOST_S = 8, 6, 600, 10.0
_FIELDS = {
    "Link": "https://nabolaget.example/grupper/borgere-i-nordby/opslag/88120",
    "Who wrote it": "Torben Eks",
    "What it says": "Hun lyver. Ring til hende i aften!",
    "What happened, told neutrally": "Opslaget har mit navn og beder andre om at ringe.",
}
_OWN = {"Your name": "Mette Eks", "Your e-mail or phone at work": "mette@nordby.example"}


class FirstDays:
    """One person who has just saved a post.

    Attributes:
        waited_s: how long the hands waited for the program.
        fields: how many fields were typed in.
    """

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.waited_s = 0.0
        self.fields = 0

    def save_a_post(self) -> None:
        """The first exhibit: the whole screen."""
        self.desktop.click(say("Take screenshot"), "push button")
        self.desktop.find(say("Choose a field on screen {number}", number=1))
        x, y, width, height = POST
        self.desktop.drag((x, y), (x + width - 1, y + height - 1))
        self._until_told(say("Exhibit {number}", number=1))
        self.desktop.key("ctrl+h")
        self.desktop.find(say("Make drafts"))
        self.desktop.gestures.clear()

    def make(self, folder: Path) -> None:
        """From the start page to a folder with every letter."""
        self._press("Make drafts", lambda: self.desktop.find(say("Your name")))
        self._press("Describe the post …", lambda: self.desktop.find(say("Link"), "text"))
        for label, words in _FIELDS.items():
            self._type(label, words, by_click=label not in ("Link", "Who wrote it"))
        self._press("Save and lock", lambda: self.desktop.find(say("Your name"), "text"))
        for label, words in _OWN.items():
            self._type(label, words, by_click=label == "Your name")
        self.desktop.click(say("Save all in a folder …"), "push button")
        time.sleep(1.0)
        self.desktop.type(str(folder))
        begun = time.monotonic()
        self.desktop.key("Return")
        self._until_told(say("The drafts are saved"))
        self.waited_s += time.monotonic() - begun

    def _press(self, words: str, until_there: Callable[[], object]) -> None:
        """Press a button, and wait for what it leads to."""
        button = self.desktop.find(say(words), "push button")
        begun = time.monotonic()
        self.desktop.click_on(button)
        until_there()
        self.waited_s += time.monotonic() - begun

    def _type(self, label: str, words: str, *, by_click: bool) -> None:
        """Write into a field, gone to by a click or by Tab; the first of a form has the focus."""
        if by_click:
            self.desktop.windows("click", "--repeat", "12", "5")  # the wheel: the form goes down
            self.desktop.click(say(label), "text")
        elif self.fields and label != "Link":
            self.desktop.key("Tab")
        self.desktop.type(words)
        self.fields += 1

    def _until_told(self, words: str) -> None:
        until(
            lambda: any(words in each for each in [*self.desktop.top(), *self.desktop.names()]),
            f"the window says {words}",
            lambda: str(self.desktop.names()),
        )

    @property
    def clicks(self) -> int:
        """How many clicks it took."""
        return sum(each.startswith("click") for each in self.desktop.gestures)


def main() -> int:
    """Do it. Return the exit code."""
    folder = Path(tempfile.mkdtemp(prefix="bevismappe-first-days-"))
    papers = folder / "papirer"
    papers.mkdir()
    try:
        with (
            a_desktop(folder / "home", *SCREEN) as desktop,
            window_showing(desktop.display, card(*POST[2:]), x=POST[0], y=POST[1]),
            the_program(desktop, start=REAL),
        ):
            cards(desktop)
            person = FirstDays(desktop)
            person.save_a_post()
            person.make(papers)
            clicks, fields, waited_s = person.clicks, person.fields, person.waited_s
        (made,) = papers.iterdir()
        letters = {each.name: each.read_text("utf-8") for each in sorted(made.glob("*.txt"))}
        calendars = len(list(made.glob("*.ics")))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    words = sum(len(each.split()) for each in letters.values())
    for name, letter in letters.items():
        sys.stdout.write(f"\n===== {name} ({len(letter.split())} words)\n{letter}")
    figures = (
        ("clicks", clicks, MOST_CLICKS),
        ("typed fields", fields, MOST_FIELDS),
        ("words", words, MOST_WORDS),
        ("machine time, s", round(waited_s, 1), MOST_S),
    )
    sys.stdout.write(f"\n{len(letters)} letters, {calendars} calendar file\n")
    for name, value, most in figures:
        sys.stdout.write(f"{name:16} {value:>6}  at most {most}{' !' if value > most else ''}\n")
    whole = len(letters) == len(Letter) + 1 and calendars == 1
    return int(not whole or any(value > most for _, value, most in figures))


if __name__ == "__main__":
    sys.exit(main())
