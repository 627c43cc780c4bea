"""Real drags from another program onto the window: the source is told of a copy, and the file stays where it was."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from app.picture import encode_png
from tests.e2e.cards import card
from tests.e2e.window.desktop import Desktop, a_desktop, say, the_program, until
from tests.e2e.window.test_real_walk import first_run, opened, state_of
from tests.fakes.drafts import draft_keys

_SOURCE = Path(__file__).with_name("drag_source.py")
_LABEL = (40, 35)
_RESTS_S = (1.5, 4.0, 10.0)
SCREEN = (1700, 1000)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with a_desktop(tmp_path / "home", *SCREEN) as made:
        yield made


@contextmanager
def source(desktop: Desktop, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A program with something to drag, in the upper left corner, over those that stand there already."""
    running = subprocess.Popen(
        [sys.executable, str(_SOURCE), *words],
        env=desktop.environment | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "0", "NO_AT_BRIDGE": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    try:
        assert running.stdout.readline() == "shown\n"
        yield running
    finally:
        running.kill()
        running.wait(10)
        running.stdout.close()


def dragged(desktop: Desktop, sources: ExitStack, to: tuple[int, int], *words: str) -> str:
    """Drag it there; answers what its source is told.

    The source is told at the release, and what is dropped is fetched from it after that: so it stays until all is over.
    Another program has to answer before the button goes up, as it would for a person. On a busy machine that takes
    its time: a drag that was answered too late is ignored and does nothing, so it is made once more, more slowly.
    """
    answer = ""
    running = sources.enter_context(source(desktop, *words))
    assert running.stdout is not None
    for rest_s in _RESTS_S:
        desktop.drag(_LABEL, to, rest_s=rest_s)
        answer = running.stdout.readline().strip()
        if answer != "IgnoreAction":
            break
    return answer


def test_what_is_dragged_with_a_move_proposed_is_copied_and_its_file_stays(
    desktop: Desktop, tmp_path: Path
) -> None:
    picture = tmp_path / "billede.png"
    picture.write_bytes(encode_png(card(300, 200)))
    package = tmp_path / "pakke.zip"
    package.write_bytes(b"no package at all")
    with the_program(desktop) as program, ExitStack() as sources:
        phrase = first_run(desktop)
        x, y, width, height = desktop.find(say("Search the case")).place
        middle = (SCREEN[0] // 2, SCREEN[1] // 2)

        assert (
            dragged(desktop, sources, middle, "file", "move", "--file", str(picture))
            == "CopyAction"
        )
        assert (
            dragged(desktop, sources, middle, "firefox", "move", "--file", str(picture))
            == "CopyAction"
        )
        assert (
            dragged(desktop, sources, middle, "gone", "move", "--file", str(picture))
            == "CopyAction"
        )
        over_a_field = (x + width // 2, y + height // 2)
        assert dragged(desktop, sources, over_a_field, "text", "move") == "CopyAction"
        desktop.key("ctrl+k")
        zone = desktop.find(say("Choose a zip file")).place
        assert (
            dragged(
                desktop, sources, (zone[0], zone[1] - 20), "file", "move", "--file", str(package)
            )
            == "CopyAction"
        )
        until(lambda: any("pakke.zip" in each for each in desktop.names()), "the zip was looked at")
        assert dragged(desktop, sources, middle, "chrome", "move") == "CopyAction"
        until(
            lambda: "https://nabolaget.example/billede.png" in desktop.written(),
            "the form has the link",
            lambda: str(desktop.written()),
        )
        desktop.key("ctrl+q")
        until(lambda: program.poll() is not None, "the program has ended")

    assert picture.exists()
    assert package.exists()
    (vault,) = (desktop.home / "Documents").rglob("*.bevismappe")
    with opened(desktop, vault, phrase) as kept:
        assert len(state_of(kept).exhibits) == 3
        (draft,) = draft_keys(kept)
        assert b"https://nabolaget.example/billede.png" in (kept.draft(draft) or b"")
