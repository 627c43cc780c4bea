"""``python -m tests.e2e.day``: do the day, print the table; ends with 1 where an act took more than it may."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.picture import encode_png
from tests.e2e.cards import card
from tests.e2e.day.acts import BROWSER, SCREEN, Hands
from tests.e2e.day.counting import Day
from tests.e2e.day.things import write_things
from tests.e2e.day.thread import write_thread
from tests.e2e.window.desktop import REAL, Desktop, a_desktop, the_program, until

_CHROMIUM = "chromium"


def main() -> int:
    """Do the day. Return the exit code."""
    if shutil.which(_CHROMIUM) is None:
        sys.stderr.write("Chromium is not on this machine: apt-get install chromium\n")
        return 3
    folder = Path(tempfile.mkdtemp(prefix="bevismappe-day-"))
    try:
        with a_desktop(folder / "home", *SCREEN) as desktop:
            day = Day(desktop)
            with browser(desktop, write_thread(folder)), the_program(desktop, start=REAL):
                _do(Hands(day), folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.stdout.write(day.table() + "\n")
    return int(any(each.too_many for each in day.acts))


def _do(hands: Hands, folder: Path) -> None:
    hands.begin()
    hands.capture()
    hands.series()
    hands.capture_again(5)
    files = write_things(folder)
    hands.drop(files[:2], 6)
    for number, file in enumerate(files[2:], start=8):
        hands.add(file, number)
    picture = folder / "klip.png"
    picture.write_bytes(encode_png(card(300, 200)))
    hands.paste(picture, 10)
    hands.cover(10)
    hands.describe()
    hands.note()
    hands.who_knows()
    hands.report()
    hands.verify()
    hands.hide()


@contextmanager
def browser(desktop: Desktop, page: Path) -> Iterator[str]:
    """Show the page in Chromium beside the program; gives its window's id."""
    x, y, width, height = BROWSER
    profile = desktop.home / "chromium"
    words = [
        _CHROMIUM, "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--password-store=basic",
        f"--user-data-dir={profile}", f"--window-position={x},{y}", f"--window-size={width},{height}",
        f"--app={page.as_uri()}",
    ]  # fmt: skip
    running = subprocess.Popen(
        words,
        env=desktop.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        windows = until(
            lambda: desktop.windows("search", "--onlyvisible", "--name", "Borgere i Nordby"),
            "the browser shows the thread",
        )
        yield windows[0]
    finally:
        running.terminate()
        running.wait(20)


if __name__ == "__main__":
    sys.exit(main())
