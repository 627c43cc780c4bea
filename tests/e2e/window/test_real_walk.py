"""The program itself on a real screen, by real keys and pointer: from the first run to the verified package.

All the while its system calls are looked at: nothing but local sockets is opened.

What is on the screen is found as a screen reader finds it, by name. A card lies on the screen as the post that is to be
kept: every pixel of it is known.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.cases import open_case
from app.casework import CaseState
from app.clock import SystemClock
from app.picture import crop, decode_own_png
from evidence_store import HeadMemory, Vault
from tests.e2e.cards import card
from tests.e2e.displays import window_showing, witness
from tests.e2e.package.verifiers import ask_py, load_verify_py
from tests.e2e.walk.house import MACHINE
from tests.e2e.window.desktop import REAL, Desktop, a_desktop, say, the_program, until
from tests.fakes.keys import QUICK_KEYS

SCREEN = (2400, 1000)
POST = (1950, 150, 420, 480)
"""Beside the program's window, so that it is not in the way of the hands."""
BOX = (100, 120, 300, 300)
"""What is covered, in pixels of the post."""


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with a_desktop(tmp_path / "home", *SCREEN) as made:
        yield made


def test_the_program_is_walked_through_by_keys_and_pointer(desktop: Desktop) -> None:
    x, y, width, height = POST
    shown, calls = card(width, height), desktop.home / "calls"
    with window_showing(desktop.display, shown, x=x, y=y):
        assert witness(desktop.display, POST) == shown.rgb
        with the_program(desktop, start=REAL, calls=calls) as program:
            phrase = first_run(desktop)
            capture(desktop)
            cover(desktop)
            report(desktop)
            code = verify(desktop)
            desktop.key("ctrl+q")
            until(lambda: program.poll() is not None, "the program has ended")
            assert program.returncode == 0
    spoken = calls.read_text("utf-8", "replace")
    assert "AF_UNIX" in spoken  # the screen is spoken to
    assert not [each for each in spoken.splitlines() if "AF_INET" in each or "AF_NETLINK" in each]

    (vault,) = (desktop.home / "Documents").rglob("*.bevismappe")
    with opened(desktop, vault, phrase) as kept:
        state = state_of(kept)
        (exhibit,) = state.exhibits
        with kept.open_object(exhibit.original) as source:
            assert decode_own_png(source.read()) == shown
        (copy,) = exhibit.copies
        with kept.open_object(copy.entry) as source:
            middle = ((BOX[0] + BOX[2]) // 2, (BOX[1] + BOX[3]) // 2, 20, 20)
            assert crop(decode_own_png(source.read()), *middle).rgb == bytes(20 * 20 * 3)
    (package,) = (desktop.home / "Documents").glob("*.zip")
    answer = ask_py(load_verify_py(), package, code)
    assert (answer.verdict, answer.matched, answer.findings) == ("CONSISTENT", True, frozenset())


def opened(desktop: Desktop, vault: Path, phrase: str) -> Vault:
    return Vault.open(
        vault, phrase, heads=HeadMemory(desktop.home / "heads"), parameters=QUICK_KEYS
    )


def state_of(vault: Vault) -> CaseState:
    (case_id,) = {chain.case_id for chain in vault.chains()}
    return open_case(vault, case_id, clock=SystemClock(), machine=MACHINE).state


def first_run(desktop: Desktop) -> str:
    """Four cards, and on to the timeline; answers the made words, as they stand on the screen."""
    phrase = cards(desktop)
    desktop.key("ctrl+1")
    desktop.find(say("Nothing is here yet"))
    return phrase


def cards(desktop: Desktop) -> str:
    """Four cards, up to the start page of the new case; answers the made words."""
    desktop.click(say("Go on"))
    desktop.find(say("Try the shortcut"))
    desktop.click(say("Go on"))
    desktop.find(say("Choose another folder …"))
    desktop.click(say("Go on"))
    written = say("I have written them down")
    desktop.find(written)
    (phrase,) = (
        each.name
        for each in desktop.tree().walk()
        if len(each.name.split()) == 6 and each.name.islower()
    )
    desktop.click(written)
    desktop.click(say("Make the vault"))
    desktop.click(say("Begin"))
    desktop.find(say("Save the post first"))
    return phrase


def capture(desktop: Desktop) -> None:
    """One press, one drag; told how long it takes until the picture is sealed."""
    x, y, width, height = POST
    button = desktop.find(say("Take screenshot"), "push button")
    desktop.gestures.clear()
    begun = time.monotonic()
    desktop.click_on(button)
    until(lambda: is_dimmed(desktop), "the overlay covers the screen")
    covered = time.monotonic()
    released = desktop.drag((x, y), (x + width - 1, y + height - 1))
    sealed = say("Saved and locked at {clock} · Exhibit {number}", clock="", number=1)
    ending = sealed.rpartition("·")[2].strip()
    until(lambda: any(ending in each for each in desktop.top()), "the picture is sealed")
    told = time.monotonic()
    sys.stdout.write(
        f"\nfrom “{say('Take screenshot')}” to the sealed row: {', '.join(desktop.gestures)};"
        f" {covered - begun:.2f} s until the screen is frozen,"
        f" {told - released:.2f} s from release to sealed, {told - begun:.2f} s in all\n"
    )
    assert desktop.gestures == [f"click {say('Take screenshot')}", "drag"]


def is_dimmed(desktop: Desktop) -> bool:
    """Whether the card's upper left corner is under the overlay's veil."""
    x, y, width, _height = POST
    place = (x + width // 6 // 2, y + 20, 1, 1)
    return witness(desktop.display, place) not in {b"\xff\x00\x00", b"\x00\x00\x00"}


def cover(desktop: Desktop) -> None:
    """Open the exhibit, lay a black box on it, go back."""
    desktop.key("ctrl+1")
    desktop.open_row()
    desktop.click(say("Show picture"))
    picture = desktop.find(
        say("Picture of {exhibit}", exhibit=say("Exhibit {number}", number=1))
    ).place
    desktop.key("s")
    left = picture[0] + (picture[2] - POST[2]) // 2
    top = picture[1] + (picture[3] - POST[3]) // 2
    desktop.drag((left + BOX[0], top + BOX[1]), (left + BOX[2], top + BOX[3]))
    desktop.find(say("Why is it covered?"), "text")
    desktop.click(say("Back"))


def report(desktop: Desktop) -> None:
    """The wizard's five steps; the package too."""
    desktop.key("ctrl+r")
    for words in ("Next: contents", "Next: black out", "Next: look", "Next: save"):
        desktop.click(say(words))
    desktop.click(say("A package that can be checked (zip)"))
    desktop.click(say("Save the report"), "push button")
    desktop.find(say("The report is saved"))


def verify(desktop: Desktop) -> str:
    """Choose the package as a file, and check it with the code that was given; answers the code."""
    desktop.click(say("Copy code"))
    desktop.click(say("Done"))
    desktop.key("ctrl+k")
    (package,) = (desktop.home / "Documents").glob("*.zip")
    desktop.click(say("Have you got a code?"), "text")
    desktop.key("ctrl+v")
    desktop.click(say("Choose a zip file"))
    desktop.find(say("Choose what is to be checked"))
    desktop.type(str(package))
    desktop.key("Return")
    until(
        lambda: any(each.startswith("Uændret") for each in desktop.names()),
        "the code was found to fit",
        lambda: str(desktop.names()),
    )
    return until(lambda: the_code(desktop), "the code is shown")


def the_code(desktop: Desktop) -> str:
    """The newest receipt code, as the page of checks shows it."""
    before = say("Receipt code: {code}", code="")
    codes = [each for each in desktop.names() if each.startswith(before) and each != before]
    return codes[-1].removeprefix(before) if codes else ""
