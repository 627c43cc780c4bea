"""The steps of a person's first hour with the program, by keys and pointer, each with its picture."""

from __future__ import annotations

from app.picture import Pixels
from tests.windows.desk import Desk, say, until
from tests.windows.eyes import Place

POST: Place = (1480, 150, 420, 480)
"""Where the post lies on the screen: beside the program's window."""
WINDOW: Place = (0, 0, 1450, 1000)
"""Where the program's window lies; the eyes look at nothing else."""
BOX: Place = (100, 120, 200, 180)
"""What is covered, in pixels of the post."""
PHRASE = "blåbær lampe vindue kaffe papir øre"


def first_run(desk: Desk) -> None:
    """Four cards, with the key that is tried, and words of one's own that have the three Danish letters."""
    desk.find(say("Here you gather what has happened"))
    desk.picture("first-run")
    desk.click(say("Go on"))
    desk.find(say("Try the shortcut"))
    desk.picture("shortcut")
    desk.key("ctrl+shift+F8")
    desk.find(say("✓ It works. The keys came.")[2:])
    desk.click(say("Go on"))
    desk.find(say("Where shall the vault lie?"))
    desk.picture("where")
    desk.click(say("Go on"))
    desk.find(say("A passphrase for your vault"))
    desk.picture("six-words")
    desk.click(say("Write my own"))
    desk.click_under("Nogle ord, som ingen forbinder med dig.")
    desk.type(PHRASE)
    desk.key("Tab")
    desk.type(PHRASE)
    desk.picture("own-words")
    desk.click(say("Make the vault"))
    desk.find(say("Your vault is ready"))
    desk.picture("ready")
    desk.click(say("Begin"))
    desk.find(say("Save the post first"))
    desk.picture("what-now")
    desk.key("ctrl+1")
    desk.find(say("Nothing is here yet"))
    desk.picture("begun")


def capture(desk: Desk, keys: str = "ctrl+shift+F8") -> None:
    """One press, one drag around the post."""
    x, y, width, height = POST
    desk.key(keys)
    until(lambda: is_dimmed(desk), "the overlay covers the screen")
    desk.picture("overlay")
    desk.drag((x, y), (x + width - 1, y + height - 1))
    told = say("Saved and locked at {clock} · Exhibit {number}", clock="", number=1)
    desk.find(told.rpartition("·")[2].strip())
    desk.picture("sealed")


def is_dimmed(desk: Desk) -> bool:
    """Whether the red of the card's upper left corner is under the overlay's veil."""
    x, y, _width, _height = POST
    return desk.pixels((x + 20, y + 20, 1, 1)) not in {b"\xff\x00\x00", b"\x00\x00\x00"}


def cover(desk: Desk, shown: Pixels) -> None:
    """Open the exhibit, lay a black box on it, go back."""
    desk.click(say("Open and mark"))
    desk.find(say("Back"))
    desk.click(say("Show picture"))
    at = until(lambda: desk.place_of(shown), "the picture is shown as it is")
    desk.key("s")
    left, top, width, height = (at[0] + BOX[0], at[1] + BOX[1], BOX[2], BOX[3])
    desk.drag((left, top), (left + width, top + height))
    desk.find(say("Why is it covered?"))
    desk.picture("covered")
    desk.click(say("Back"))
    desk.find(say("Timeline"))


def report(desk: Desk) -> None:
    """The wizard's five steps; the package too. The code that it tells is on the clipboard then."""
    desk.key("ctrl+r")
    for words in ("Next: contents", "Next: black out", "Next: look", "Next: save"):
        desk.find(say(words))
        desk.picture(words.replace(": ", "-"))
        desk.click(say(words))
    desk.click(say("A package that can be checked (zip)"))
    desk.at_rest()
    desk.picture("save")
    desk.click(say("Save the report"))
    desk.find(say("The report is saved"))
    desk.picture("saved")
    desk.click(say("Copy code"))
    desk.click(say("Done"))


def verify(desk: Desk, package: str) -> None:
    """Paste the code that was copied, and choose the package in Windows' own dialog."""
    desk.key("ctrl+k")
    desk.click_under("Brug en kode, du har fået")
    desk.key("ctrl+v")
    desk.click(say("Choose a zip file"))
    until(lambda: say("Choose what is to be checked") in desk.windows(), "the dialog is open")
    desk.at_rest()
    desk.picture("dialog")
    desk.type(package)
    desk.key("Return")
    desk.find("Uændret")
    desk.picture("verified")
