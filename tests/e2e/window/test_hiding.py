"""F9 by a real key: it covers the window whatever stands open in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.window.desktop import Desktop, a_desktop, say, the_program, until

SCREEN = (1600, 1000)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with a_desktop(tmp_path / "home", *SCREEN) as made, the_program(made):
        made.find(say("Go on"))
        yield made


def a_menu(desktop: Desktop) -> None:
    desktop.key("alt+h")
    desktop.find(say("About Bevismappe"))


def a_sheet(desktop: Desktop) -> None:
    desktop.key("ctrl+shift+F8")  # there is nothing on the screen, and that is told
    desktop.find(say("Copy details"))


@pytest.mark.parametrize("open_it", [a_menu, a_sheet])
def test_f9_covers_everything_that_is_open(
    desktop: Desktop, open_it: Callable[[Desktop], None]
) -> None:
    open_it(desktop)
    desktop.key("F9")
    until(
        lambda: not any(desktop.shows(each) for each in (say("Go on"), say("Copy details"))),
        "everything is covered",
        lambda: str(desktop.names()),
    )
    desktop.key("F9")
    until(lambda: say("Go on") in desktop.names(), "it is there again")
